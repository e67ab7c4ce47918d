"""measure.py WORK TAMRA CHAPTERS RUNS: the measuring half of bench.sh."""
import os
import shutil
import statistics
import subprocess
import sys
import time

work, tamra, chapters, runs = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
quarter = chapters // 4


def once(command, out, cold=True):
    """Seconds and MiB; `cold`: nothing of an earlier run is left, neither what it wrote nor what it remembers."""
    if cold:
        if os.path.isfile(out):
            os.remove(out)
        shutil.rmtree(out, ignore_errors=True)
        if "--course" in command:
            shutil.rmtree(command[command.index("--course") + 1] + "/.tamra", ignore_errors=True)
    if command[0].endswith("floor") and not os.path.isdir(out):
        os.makedirs(out)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: {message.decode()[-800:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def build(course):
    return [tamra, "build", "--course", f"{work}/{course}", "--output", f"{work}/out"]


def bank(course):
    command = [tamra, "quiz", "--format", "moodle", "--pool", "all", "--jobs", "1"]
    return command + ["--course", f"{work}/{course}", "--output", f"{work}/out"]


tasks = {
    "floor": [f"{work}/floor", f"{work}/{chapters}", f"{work}/out"],
    "reading": build(f"{chapters}-reading"),
    "whole": build(str(chapters)),
    "reading, a quarter": build(f"{quarter}-reading"),
    "whole, a quarter": build(str(quarter)),
    "bank": bank(f"{chapters}-reading"),
    "bank, a quarter": bank(f"{quarter}-reading"),
}
seconds, memory, questions = {}, {}, 0
for turn in range(runs + 1):
    for name, command in tasks.items():
        wall, peak = once(command, f"{work}/out")
        if name == "bank":
            with open(f"{work}/out", encoding="utf-8") as file:
                questions = sum("<question type=" in line and 'type="category"' not in line for line in file)
        if turn:
            seconds.setdefault(name, []).append(wall)
            memory.setdefault(name, []).append(peak)
median = {name: statistics.median(values) for name, values in seconds.items()}
print(f"{chapters} chapters, cold, median of {runs}")
for name in tasks:
    print(f"  {name:<20}{median[name]:8.3f} s {statistics.median(memory[name]):8.1f} MiB")
print(f"reading/floor {median['reading'] / median['floor']:.2f}  whole/reading {median['whole'] / median['reading']:.2f}")
print(f"four times the chapters: reading {median['reading'] / median['reading, a quarter']:.2f} times the time, "
      f"whole {median['whole'] / median['whole, a quarter']:.2f}, bank {median['bank'] / median['bank, a quarter']:.2f}")
again = {}
for course in (f"{chapters}-reading", str(chapters)):
    once(build(course), f"{work}/out")
    first = f"{work}/{course}/Content/" + sorted(os.listdir(f"{work}/{course}/Content"))[0] + "/chapter.md"
    texts = {
        "nothing": "", "a sentence": "\nประโยคที่เติมเข้ามา\n",
        "a definition": "\nPutnam (1993) กล่าวว่า เครือข่าย (network) คือ สายใยของผู้คนที่ไว้วางใจกัน\n"}
    for change, text in texts.items():
        times = []
        for turn in range(runs):
            with open(first, "a", encoding="utf-8") as file:
                file.write(text and f"{text}ครั้งที่ {turn}\n")
            times.append(once(build(course), f"{work}/out", cold=False)[0])
        again[course, change] = statistics.median(times)
for course, name in ((f"{chapters}-reading", "reading"), (str(chapters), "whole")):
    print(f"{name} again after a change of " + ", ".join(
        f"{change} {again[course, change] / median[name]:.3f}" for change in texts) + " of a cold build")
print(f"bank: {questions} questions on one core, {questions / median['bank']:.0f} a second with the reading of the course")
