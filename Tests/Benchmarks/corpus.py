#!/usr/bin/env python3
"""Write a synthetic Thai course: corpus.py FOLDER CHAPTERS [KIB_A_CHAPTER=12]

The same arguments write the same bytes. Vocabulary grows with the course (one new term in four chapters), as a faculty's does.
"""
import pathlib
import random
import sys

SUBJECTS = ["ชุมชน", "โรงเรียน", "สหกรณ์", "ท้องถิ่น", "ครอบครัว", "ผู้เรียน", "เกษตรกร", "ผู้สูงอายุ", "อาสาสมัคร", "แรงงาน"]
ACTS = ["ร่วมกันวางแผน", "แบ่งปันความรู้", "ดูแลทรัพยากร", "ติดตามผล", "ตัดสินใจ", "จัดตั้งกลุ่ม", "ระดมทุน", "ถ่ายทอดประสบการณ์"]
JOINS = ["เพื่อให้", "เมื่อ", "โดยที่", "ในขณะที่", "แม้ว่า", "จนกระทั่ง"]
HEADS = ["ทุน", "พลัง", "สำนึก", "วินัย", "ปัญญา", "ศรัทธา", "มิตรภาพ", "ความเสมอภาค"]
TAILS = [("ทางสังคม", "social"), ("ทางวัฒนธรรม", "cultural"), ("ของชุมชน", "community"), ("ร่วม", "shared"), ("พลเมือง", "civic")]
HEADS_EN = ["capital", "power", "consciousness", "discipline", "wisdom", "faith", "friendship", "equality"]
GIVEN = ["กมล", "จันทร์", "ชลธี", "ดารา", "ธันวา", "นที", "ปรีชา", "มาลี", "วารี", "สุดา"]
FAMILY = ["ทองแท้", "ใจงาม", "ศรีสุข", "วงศ์ดี", "แก้วใส", "พูนผล", "รักเรียน", "บุญมา"]


def main():
    folder, chapters = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    size = int(sys.argv[3]) * 1024 if len(sys.argv) > 3 else 12 * 1024
    terms = [(h + t, f"{te} {he}") for h, he in zip(HEADS, HEADS_EN) for t, te in TAILS]
    terms += [(f"{h}{t}แบบที่ {n}", f"{te} {he} type {n}") for n in range(2, 2 + chapters // 160)
              for h, he in zip(HEADS, HEADS_EN) for t, te in TAILS]
    for number in range(1, chapters + 1):
        r = random.Random(number)
        talk = lambda n: " ".join(r.choice(JOINS) + r.choice(SUBJECTS) + r.choice(ACTS) + r.choice(SUBJECTS) for _ in range(n))
        name = lambda: f"{r.choice(GIVEN)} {r.choice(FAMILY)}"
        main_term = r.choice(terms)
        out = [f"# บทที่ {number} {main_term[0]}\n"]
        length = 0
        while length < size:
            thai, english = r.choice(terms)
            section = [f"## {thai}ใน{r.choice(SUBJECTS)}\n", talk(9) + "\n"]
            section.append(f"{name()} ({r.randint(2515, 2568)}) กล่าวว่า {thai} คือ {talk(4)}\n")
            section.append(f"**{thai}** ({english}) หมายถึง {talk(4)} ({name()} และ{name()}, {r.randint(2515, 2568)})\n")
            section.append(f"องค์ประกอบของ{thai}มี 3 ประการ ได้แก่\n")
            section.append("\n".join(f"{i}. **{a}** ({b}) หมายถึง {talk(2)}" for i, (a, b) in enumerate(r.sample(terms, 3), 1)) + "\n")
            text = "\n".join(section)
            length += len(text.encode())
            out.append(text)
        out.append(f"## คำถามท้ายบท\n\n1. {main_term[0]}มีองค์ประกอบอะไรบ้าง\n2. เหตุใด{main_term[0]}จึงสำคัญ\n")
        path = folder / "Content" / f"{number:06d}-{main_term[1].replace(' ', '-')}" / "chapter.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(out), encoding="utf-8")


main()
