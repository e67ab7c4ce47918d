"""Builds that are killed, that meet obstacles, and that must come out the same anywhere. Run by `make torture`.

    torture.py TAMRA_BINARY COURSE [KILLS]

Prints a line for each promise with what was counted; the exit status is the number of promises broken.
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TAMRA, COURSE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 500
broken = 0
# What the machine refuses, as `sysexits.h` numbers it.
SYSTEM_ERROR = 74


def say(holds, what):
    global broken
    broken += not holds
    print(("held    " if holds else "BROKEN  ") + what, flush=True)


def build(course, output, *more, env=None, cwd=None, limit=None):
    """The finished process; `limit` bounds the size of any file it writes, as a full disk would."""
    def bound():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [TAMRA, "build", "--course", course, "--output", output, *more],
        capture_output=True, text=True, env={**os.environ, **(env or {})}, cwd=cwd, preexec_fn=bound if limit else None)


def tree(folder):
    """Every file of a folder and its bytes, without what the writer keeps for itself."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".tamra")}


def copied(scratch, name):
    """A copy of the course without its sheets in PDF, which another program makes and which would take most of the time."""
    target = scratch / name
    shutil.copytree(COURSE / "Content", target / "Content")
    (target / "Site").mkdir()
    (target / "Site" / "site.yml").write_text("language: th\nbanks: [json, gift]\n", encoding="utf-8")
    return target


def edited(course):
    chapter = next(course.glob("Content/*/chapter.md"))
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("เครือข่าย", "โครงข่าย") + "\n## หัวข้อใหม่\n\n**ข่ายงาน** (web) หมายถึง สายใยของผู้คน\n", encoding="utf-8")
    extra = course / "Content" / "99-new"
    extra.mkdir()
    (extra / "chapter.md").write_text("# บทที่ 99 บทใหม่\n\nข้อความ\n", encoding="utf-8")


def kills(scratch):
    """The folder holds files of the old site and the new one, each whole, and the next run makes the new one of them."""
    old, new = copied(scratch, "old"), copied(scratch, "new")
    edited(new)
    for course in (old, new):
        result = build(course, scratch / f"clean-{course.name}")
        assert result.returncode in (0, 1), result.stderr
    sites = {name: tree(scratch / f"clean-{name}") for name in ("old", "new")}
    # The same course at one path, since what a build remembers is of a path.
    course, output = scratch / "course", scratch / "output"
    start = time.perf_counter()
    shutil.copytree(old, course)
    build(course, output)
    whole = time.perf_counter() - start
    mixed = finished = torn = wrong = 0
    state = "old"
    for turn in range(KILLS):
        state = "new" if state == "old" else "old"
        shutil.rmtree(course)
        shutil.copytree(scratch / state, course)
        (output / "public" / "foreign.txt").write_text("not ours")
        process = subprocess.Popen(
            [TAMRA, "build", "--course", course, "--output", output], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, whole * 1.2))
        process.send_signal(signal.SIGKILL)
        finished += process.wait() != -signal.SIGKILL
        found = tree(output)
        found.pop("public/foreign.txt")
        if any(found[path] not in (sites["old"].get(path), sites["new"].get(path)) for path in found):
            torn += 1
        mixed += found not in sites.values()
        if turn % 3 == 2 or turn == KILLS - 1:
            build(course, output)
            found = tree(output)
            if found.pop("public/foreign.txt", None) != b"not ours" or found != sites[state]:
                wrong += 1
            if any(path.name.startswith(".tamra-part") for path in output.rglob("*")):
                wrong += 1
    say(torn == 0, f"{KILLS} kills: {torn} left a file that is neither old nor new ({mixed} between the sites, {finished} too late)")
    say(wrong == 0, f"the run after a kill made the clean site and touched nothing foreign: {wrong} did not")


def same_bytes(scratch):
    course = copied(scratch, "bytes")
    settings = [
        ("one thread", ["--jobs", "1"], {}), ("nine threads", ["--jobs", "9"], {}), ("another locale", [], {"LC_ALL": "tr_TR.UTF-8"}),
        ("another time zone", [], {"TZ": "Asia/Bangkok"}), ("C", [], {"LC_ALL": "C", "LANG": "C"})]
    build(course, scratch / "same")
    first = tree(scratch / "same")
    different = []
    for number, (name, arguments, env) in enumerate(settings):
        build(course, scratch / f"same-{number}", *arguments, env=env, cwd="/")
        if tree(scratch / f"same-{number}") != first:
            different.append(name)
    other = scratch / "moved" / "elsewhere"
    other.mkdir(parents=True)
    # Names in another order of the file system, all files of another time.
    for path in sorted(course.rglob("*"), reverse=True):
        if path.is_file() and ".tamra" not in path.parts:
            target = other / path.relative_to(course)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (1_000_000_000, 1_000_000_000))
    build(other, scratch / "same-moved")
    if tree(scratch / "same-moved") != first:
        different.append("another folder")
    say(not different, f"{len(first)} files the same in {len(settings) + 2} surroundings; different: {different or 'none'}")


def obstacles(scratch):
    course = copied(scratch, "obstacles")
    build(course, scratch / "kept")
    kept = tree(scratch / "kept")
    edited(course)

    result = build(course, scratch / "kept", limit=20_000)
    found = tree(scratch / "kept")
    whole = all(len(data) <= 20_000 or kept.get(path) == data for path, data in found.items())
    say(result.returncode == SYSTEM_ERROR and whole, f"a disk that takes no more: exit {result.returncode}, nothing torn")

    foreign = scratch / "foreign" / "public"
    foreign.mkdir(parents=True)
    (foreign / "thesis.docx").write_text("three years of work")
    result = build(course, scratch / "foreign")
    say(result.returncode == SYSTEM_ERROR and (foreign / "thesis.docx").read_text() == "three years of work" and len(list(foreign.iterdir())) == 1,
        f"a folder of somebody else's: exit {result.returncode}, untouched")

    (scratch / "taken").write_text("a file")
    result = build(course, scratch / "taken")
    say(result.returncode == SYSTEM_ERROR and (scratch / "taken").read_text() == "a file", f"a file where the folder should be: exit {result.returncode}")

    loop = course / "Content" / "50-loop"
    loop.symlink_to(loop)
    away = course / "Content" / "51-away"
    away.symlink_to("/etc")
    result = build(course, scratch / "links")
    say(result.returncode == 1 and "50-loop" in result.stdout + result.stderr and (scratch / "links" / "public" / "index.html").exists(),
        f"links in a circle and out of the course: exit {result.returncode}, said, the rest built")
    loop.unlink()
    away.unlink()

    (course / "Content" / "52-bytes").mkdir()
    (course / "Content" / "52-bytes" / "chapter.md").write_bytes(bytes(range(256)) * 40)
    (course / "Content" / "53-huge").mkdir()
    (course / "Content" / "53-huge" / "chapter.md").write_bytes("ก".encode() * 17_000_000)
    result = build(course, scratch / "hostile")
    say(result.returncode in (0, 1) and "53-huge" in result.stdout + result.stderr and (scratch / "hostile" / "public" / "index.html").exists(),
        f"bytes that are no text, and 50 MB: exit {result.returncode}, said, the rest built")

    both = [
        subprocess.Popen([TAMRA, "build", "--course", course, "--output", scratch / "both"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(4)]
    codes = [process.wait() for process in both]
    build(course, scratch / "both")
    say(set(codes) <= {0, 1, SYSTEM_ERROR} and any(code < 2 for code in codes) and tree(scratch / "both") == tree(scratch / "hostile"),
        f"four builds at once into one folder: exits {codes}, the site whole")


def main():
    random.seed(int(os.environ.get("SEED", "1")))
    for part in (same_bytes, obstacles, kills):
        with tempfile.TemporaryDirectory(prefix="tamra-torture-") as folder:
            part(pathlib.Path(folder))
    return broken


sys.exit(main())
