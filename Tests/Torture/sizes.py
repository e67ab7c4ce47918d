"""Chapters of hostile size and shape: each is built, or refused with a reason, in bounded time and memory. Run by `make torture`.

    sizes.py TAMRA_BINARY [PART_OF_A_NAME…]

Beside each stands a plain chapter, which must be built too. Prints a line for each shape; the exit status is the number of bounds broken.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

TAMRA = pathlib.Path(sys.argv[1]).resolve()
ONLY = sys.argv[2:]
LIMIT = 8 << 20
# Processor seconds and memory of one command.
SECONDS, MEBIBYTES = 60, 2048


def fill(text, size=LIMIT):
    """As many of it as go into so many bytes."""
    data = text.encode()
    return data * (size // len(data))


def each(count, line, head=""):
    """A line for each number, as many as a chapter may hold."""
    out, size = [head.encode()], 0
    for number in range(count):
        data = line(number).encode()
        size += len(data)
        if size > LIMIT - 1000:
            break
        out.append(data)
    return b"".join(out)


CASES = {
    "100 MB": lambda: fill("ข้อความ (text) คือ ก\n\n", 100 << 20),
    "a million headings": lambda: b"# a\n\n" * 1_000_000,
    "headings of their own": lambda: each(1_000_000, lambda i: f"## h{i}\n\n"),
    "questions and headings": lambda: each(
        8000, lambda i: f"## ความหมายของเครือข่าย {i}\n\nมี 2 ประการ ได้แก่ 1) ก{i} 2) ข{i}\n\n") + "## คำถามท้ายบท\n\n".encode() + each(
        8000, lambda i: f"{i + 1}. ความหมายของเครือข่าย {i} คืออะไร\n"),
    "quotes 100,000 deep": lambda: b">" * 100_000 + b" a\n",
    "lists 100,000 deep": lambda: b"- " * 100_000 + b"a\n",
    "lists in steps": lambda: each(2800, lambda i: " " * (2 * i) + "- a\n"),
    "links 100,000 deep": lambda: b"[" * 100_000 + b"a" + b"]" * 100_000,
    "emphasis 50,000 deep": lambda: b"**a " * 50_000 + b" b**" * 50_000,
    "a million mentions": lambda: "# ก\n\nเครือข่าย (network) คือ สายใย\n\n".encode() + "เครือข่าย ".encode() * 290_000,
    "mentions a paragraph": lambda: "# ก\n\nเครือข่าย (network) คือ สายใย\n\n".encode() + "เครือข่าย\n\n".encode() * 280_000,
    "citations in a line": lambda: fill("สุดา (2540) "),
    "definitions of one": lambda: each(150_000, lambda i: "สุดา (2540) กล่าวว่า ก คือ ข\n\n", "# ก\n\n"),
    "definitions apart": lambda: each(200_000, lambda i: f"คำ{i} (word{i}) หมายถึง สิ่งที่ {i}\n\n", "# ก\n\n"),
    "terms alike": lambda: each(200_000, lambda i: f"**คำยาวมาก{i:06}** (aaaaaaaaaaaaaaa{i:06}) หมายถึง ก\n\n", "# ก\n\n"),
    "a wide table": lambda: b"|a" * 75_000 + b"|\n" + b"|-" * 75_000 + b"|\n",
    "a <?": lambda: b"a <?" * 500_000,
    "a <!A": lambda: b"a <!A " * 500_000,
    "a <![CDATA[": lambda: b"a <![CDATA[" * 300_000,
    "a <!--": lambda: b"a <!--" * 500_000,
    "backticks": lambda: each(3000, lambda i: "e" + "`" * i),
    "[a](": lambda: b"[a](" * 500_000,
    "[a](<b": lambda: b"[a](<b" * 500_000,
    "![[]()": lambda: b"![[]()" * 500_000,
    "notes": lambda: each(300_000, lambda i: f"[^{i}]: a\n"),
    "calls of notes": lambda: each(300_000, lambda i: f"[^{i}]"),
    "addresses named": lambda: each(400_000, lambda i: f"[{i}]: u\n"),
    "one long address": lambda: b"[a]: " + b"x" * 50_000 + b"\n\n" + b"[a]" * 100_000,
    "&": lambda: b"&" * 4_000_000,
    "<": lambda: b"<" * 4_000_000,
    "<a b": lambda: b"<a b" * 1_000_000,
    "*_": lambda: b"*_ " * 1_000_000,
    "a_b__c": lambda: b"a_b__c " * 700_000,
    "~~": lambda: b"~~a " * 1_000_000,
    "www.": lambda: b"www.a." * 900_000,
    "http://((": lambda: b"http://a" + b"(" * 3_000_000,
    "a@": lambda: b"a@" * 2_000_000,
    "a.b+c@": lambda: b"a.b+c@" * 700_000,
    "a long setext title": lambda: b"a\n" * 2_000_000 + b"===\n",
    "hard breaks": lambda: b"a  \n" * 1_500_000,
    "blank lines": lambda: b"\n" * LIMIT,
    "tabs": lambda: b"\t" * LIMIT,
    "NUL": lambda: b"\0" * LIMIT,
    "one word": lambda: b"a" * LIMIT,
    "one Thai letter": lambda: fill("ก"),
    "Thai without a space": lambda: fill("เครือข่ายทางสังคมเป็นความสัมพันธ์ของคนในชุมชน"),
    "(": lambda: b"(" * 4_000_000,
    "citations never closed": lambda: fill("(สุดา, 2540; "),
    "quotation marks": lambda: fill("“"),
    "{#a": lambda: b"{#a " * 2_000_000,
    "[a]{.b}": lambda: b"[a]{.b}" * 1_000_000,
    "callouts": lambda: b"> [!note] a\n\n" * 600_000,
    "questions": lambda: each(200_000, lambda i: "> [!question] ก คืออะไร\n\n", "# ก\n\n"),
    "items": lambda: each(200_000, lambda i: f"> [!quiz] q{i}\n> - [x] a\n> - [ ] b\n\n"),
    "items alike": lambda: each(200_000, lambda i: "> [!quiz] q\n> - [x] a\n> - [ ] b\n\n"),
    "a set of 200,000": lambda: each(200_000, lambda i: f"{i + 1}. **ก{i}**\n", "# ก\n\nมี 3 ประการ ได้แก่\n\n"),
    "ordinals": lambda: fill("ประการที่หนึ่ง ก "),
    "300 figures": lambda: each(300, lambda i: f'```dot\ndigraph {{ a{i} -> b }}\n```\n{{#fig-{i} caption="ก"}}\n\n', "# ก\n\n"),
    "a graph of 14,400 edges": lambda: (
        "# ก\n\n```dot\ndigraph {" + " ".join(f"a{i} -> b{j}" for i in range(120) for j in range(120)) + '}\n```\n{#fig-1 caption="ก"}\n').encode(),
    "front matter deep": lambda: b"---\ntitle: " + b"[" * 100_000 + b"\n---\n# a\n",
    "front matter of 80,000": lambda: each(80_000, lambda i: f"k{i}: v\n", "---\n") + b"---\n# a\n",
    "front matter of aliases": lambda: b"---\na: &a [x,x]\nb: &b [*a,*a]\n---\n# a\n",
}


def run(arguments, log):
    """Exit status, processor seconds, MiB at most."""
    process = subprocess.Popen([TAMRA, *arguments], stdout=log, stderr=subprocess.STDOUT)
    start = time.monotonic()
    while True:
        found, status, used = os.wait4(process.pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss >> 10
        if time.monotonic() - start > 20 * SECONDS or cpu(process.pid) > 2 * SECONDS:
            process.kill()
        time.sleep(0.05)


def cpu(pid):
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0


broken = 0
for name, make in CASES.items():
    if ONLY and not any(part in name for part in ONLY):
        continue
    with tempfile.TemporaryDirectory(prefix="tamra-size-") as folder:
        course = pathlib.Path(folder)
        for chapter, data in (("01-hostile", make()), ("02-plain", "# บทเรียบ\n\nข้อความ\n".encode())):
            (course / "Content" / chapter).mkdir(parents=True)
            (course / "Content" / chapter / "chapter.md").write_bytes(data)
        told, holds = [], True
        for command in ("check", "build"):
            with open(course / "log", "w") as log:
                status, seconds, size = run([command, "--course", folder], log)
            told.append(f"{command} {seconds:5.1f} s {size:4} MiB exit {status}")
            holds = holds and status in (0, 1) and seconds < SECONDS and size < MEBIBYTES
        holds = holds and any(course.glob("Site/public/chapters/*plain*.html"))
        said = sorted(set(re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]", (course / "log").read_text(errors="replace"))))
        broken += not holds
        print(("held    " if holds else "BROKEN  ") + f"{name:26} " + ", ".join(told) + "; " + (" ".join(said) or "nothing to say"), flush=True)
sys.exit(broken)
