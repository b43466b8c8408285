#!/usr/bin/env python3
"""Ingests made-up articles and prints time and memory: a tenth of them first, then all.

    run.py ENTENTE [COUNT]

Ends with code 1 where a goal is missed: less than 400 MB, and time that grows no faster than the articles (a tenth of the
articles takes a tenth of the time, give or take a quarter).
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def ingest(tool, count, folder):
    """Seconds, and the peak of memory in MB."""
    path = os.path.join(folder, f"{count}.jsonl")
    with open(path, "wb") as file:
        subprocess.run([sys.executable, HERE / "make-articles.py", str(count)], stdout=file, check=True)
    start = time.monotonic()
    process = subprocess.Popen([tool, "ingest", path, "--db", path + ".sqlite", "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"run.py: {tool} ended with status {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    tool = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    print(f"{'articles':>9} {'seconds':>9} {'a second':>9} {'peak MB':>8}")
    rates = []
    peak = 0
    with tempfile.TemporaryDirectory() as folder:
        for size in (max(1, count // 10), count):
            seconds, memory = ingest(tool, size, folder)
            rates.append(size / seconds)
            peak = max(peak, memory)
            print(f"{size:>9} {seconds:>9.1f} {size / seconds:>9.1f} {memory:>8.0f}")
    linear = rates[0] / rates[1]
    print(f"time per article, all against a tenth: {linear:.2f} (goal at most 1.25); peak {peak:.0f} MB (goal 400)")
    sys.exit(0 if linear <= 1.25 and peak < 400 else 1)


main()
