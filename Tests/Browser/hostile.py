"""Courses whose every field holds text that means harm, made of Tests/Hostile/vectors.txt.

As Markdown (`raw`), as text that Markdown hands on letter for letter (`text`), and with the signs of markup exchanged for others that
mean nothing (`tame`): what is built of the last two must be of one structure.
"""

import json
import re
from pathlib import Path
from urllib.parse import quote

EVIL = "evil.invalid"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    .replace(" ", ""))


def vectors():
    """[(kind, text)]; XSS() is a call that a page can be asked about."""
    found, kind = [], None
    for line in (Path(__file__).resolve().parents[1] / "Hostile/vectors.txt").read_text(encoding="utf-8").split("\n"):
        if re.fullmatch(r"\[[a-z ]+\]", line):
            kind = line[1:-1]
        elif kind and line:
            text = re.sub("⟦([0-9A-F]+)⟧", lambda m: chr(int(m[1], 16)), line)
            found.append((kind, text.replace("EVIL", EVIL)))
    return found


# A quotation mark stays: meanings end at it, and without the others it opens no element.
TAME = str.maketrans({"<": "‹", ">": "›", "&": "＆"})


def escaped(text):
    """As Markdown that gives these letters back, on one line."""
    text = re.sub("[\n\r\t\f\v]", " ", text).replace("\0", "")
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def yaml(text):
    """A YAML scalar; what YAML cannot hold is left out."""
    return json.dumps("".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\x7f\x85\u2028\u2029\ufeff\ufffe\uffff")), ensure_ascii=False)


def quoted(text):
    """In an attribute's quotes."""
    return '"' + re.sub("[\n\r]", " ", text).replace("\0", "").replace("\\", "\\\\").replace('"', '\\"') + '"'


def dot(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\0", "") + '"'


def file_name(text):
    """As much of it as a file system holds."""
    return re.sub(r"[/\0\n\r]", "_", text)[:40].strip(". ") or "x"


def picture(text):
    return file_name(text) + ".png"


def chapter(number, texts, write):
    """One chapter; `write` says how text stands in Markdown."""
    lines = [
        "---", f"title: {yaml(texts[0])}", f"number: {yaml(texts[1 % len(texts)][:20])}", "objectives:",
        *[f"  - {yaml(t)}" for t in texts[:8] if t.strip()], "---", "", f"# บทที่ {number} {write(texts[0])}", ""]
    figures = []
    for i, t in enumerate(texts):
        w, n = write(t), f"{number}x{i}"
        word = f"คำ{'กขคงจฉชซญฐ'[i % 10]}{'ดตถทธนบปผฝ'[i // 10 % 10]}{'มยรลวสหอฮพ'[i // 100]}"
        lines += [
            f"## {w} หัวข้อ", "", f"### หัวข้อ {n} {{#{file_name(t).replace(' ', '_')}}}", "", f"ข้อความ {w} ข้อความ [ส่วน {w}]{{.{file_name(t).replace(' ', '_')} lang={quoted(t)}}}", "",
            f"{w} (2540) กล่าวว่า {word} ({w}) หมายถึง สิ่งที่ {w} ทำให้เกิดขึ้นในหมู่คน [@{'k' + str(i)}, {w}]", "",
            f"[{word}]{{.concept en={quoted(t)}}} และ ({w}, 2541) กับ “{w}”", "",
            f"> [!definition] {w} คำ", f"> ความหมายของ {w} คือ {w}", "", f"> [!note] {w}", f"> {w}", "", f"> [!{file_name(t)}] {w}", f"> {w}", "",
            f"{word}มี 3 ประการ ได้แก่", "", f"1. **ก{w}** ({w})", f"2. **ข{w}** ({w})", f"3. **ค{w}** ({w})", "",
            f"| {w} | ข |", "|---|---|", f"| ก | {w} |", "",
            f"[{w}](https://example.org/?q={n} {quoted(t)}) ![{w}](p.png {quoted(t)}) ![รูป]({quote(picture(t))}) ข้อ[^{n}]", "", f"[^{n}]: {w}", "",
            f"```{file_name(t).replace('`', '')}", re.sub("[\n\r`~]", " ", t), "```", "",
            *([f"> [!question] อธิบาย {w} และ{word}", ""] if i % 8 == 4 else []),
            f"> [!quiz] ข้อใดคือ{word}{n} {w}", f"> - [x] ถูก{n} {w}", f">   เพราะ {w}", f"> - [ ] ผิด{n} {w}", f"> - [ ] ไม่ใช่{n} {w}", ">", f"> {w}", "",
            f"> [!quiz] พิมพ์{n} {w}", f"> ตอบ: {w} คำ", ""]
        if i % 12 == 0:
            figures += [
                "```dot", f"digraph {dot(t)} {{", f"  a [label={dot(t)}, URL={dot('javascript:XSS()')}, tooltip={dot(t)}, image={dot('/etc/passwd')}]",
                f"  b [label=<<b>{n}</b><img src=\"/etc/passwd\"/>>]" if i % 24 else f"  b [label={dot(n)}]",
                f"  {dot(t)} -> a [label={dot(t)}, href={dot('//' + EVIL)}]", "  a -> b", "}", "```",
                f"{{#fig-{n} caption={quoted(t)} alt={quoted(t)}}}", ""]
    return "\n".join(lines + figures + ["## คำถามท้ายบท", ""] + [f"{i + 1}. อธิบาย {write(t)}" for i, t in enumerate(texts[::8])]) + "\n"


def make(folder, style, parts=4):
    """A course of as many chapters in `folder`; `style` is raw, text or tame."""
    texts = [text for _, text in vectors()]
    if style == "tame":
        texts = [text.translate(TAME) for text in texts]
    write = escaped
    if style == "raw":
        def write(text):
            return re.sub("[\n\r\0]", " ", text)
    content = folder / "Content"
    for part in range(parts):
        own = texts[part::parts]
        name = f"{part + 1:02}-{file_name(own[3])}"
        (content / name).mkdir(parents=True)
        (content / name / "chapter.md").write_bytes(chapter(part + 1, own, write).encode("utf-8", "surrogatepass"))
        for text in own:
            (content / name / f"{picture(text)}").write_bytes(PNG)
        (content / name / "p.png").write_bytes(PNG)
    some = [text for text in texts if text.strip()]
    (content / "course.yml").write_text(
        f"title: {yaml(some[1])}\nauthors: [{', '.join(yaml(t) for t in some[:20])}]\naliases:\n"
        + "".join(f"  {yaml('คำ' + str(i))}: [{yaml(t)}]\n" for i, t in enumerate(some[:30])), encoding="utf-8")
    (content / "quiz.yml").write_text(
        "exam-share: 30\nforms: 2\n" + "".join(
            f"{key}: {yaml(some[i * 7])}\n" for i, key in enumerate(["university", "faculty", "course-code", "course-title", "term", "time", "marks"]))
        + f"instructions: [{', '.join(yaml(t) for t in some[5:25])}]\n", encoding="utf-8")
    (content / "references.yml").write_text("".join(
        f"- id: k{i}\n  type: book\n  title: {yaml(t)}\n  author: [{{literal: {yaml(t)}}}, {{given: {yaml(t)}, family: {yaml(t)}}}]\n  issued: {yaml(str(2500 + i % 60))}\n"
        f"  publisher: {yaml(t)}\n  container-title: {yaml(t)}\n  page: {yaml(t)}\n  URL: {yaml('javascript:XSS()' if i % 3 == 0 else t)}\n"
        + (f"  DOI: {yaml(t)}\n" if i % 2 else "") for i, t in enumerate(some)), encoding="utf-8")
    (content / "references.json").write_text(json.dumps(
        [{"id": f"j{i}", "title": t, "author": [{"literal": t}], "issued": {"date-parts": [[2500]]}} for i, t in enumerate(some[:20])]), encoding="utf-8")
    (content / "references.bib").write_text("".join(
        f"@book{{b{i}, title = {{{t.replace('{', '').replace('}', '')}}}, author = {{{t.replace('{', '').replace('}', '')}}}, year = 1990, url = {{javascript:XSS()}}}}\n"
        for i, t in enumerate(some[:20])), encoding="utf-8")
    (folder / "Site").mkdir()
    (folder / "Site/site.yml").write_text(
        f"language: th\ntitle: {yaml(some[2])}\nbase-url: https://example.org/course/\n"
        "sheets: [chapter, summary, reading-guide, glossary, definitions, fill-in, concept-map, flashcards, self-explanation, discussion, book, exam, answer-sheet, key, specification, ioc]\n"
        "banks: [moodle, gift, aiken, qti21, qti22, qti30, canvas, cc11, anki, h5p, csv, kahoot, json]\ndownloads: [chapters, site]\n", encoding="utf-8")
    return folder
