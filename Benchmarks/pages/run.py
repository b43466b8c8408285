#!/usr/bin/env python3
"""Compares the main text that Entente and trafilatura find in the pages of the folder set with the true text.

Usage: Benchmarks/pages/run.py PAGES_BENCHMARK

PAGES_BENCHMARK is the built binary, .build/release/PagesBenchmark. How pages are scored stands in README.md.
"""
import collections
import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys
import time

import trafilatura

FOLDER = pathlib.Path(__file__).resolve().parent / "set"
# A word is a run of letters and digits; of Chinese, each sign.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


def words(text):
    return collections.Counter(WORD.findall(text.lower()))


def truth(path):
    """The words that must be there, and those that may be: lines that begin with a tilde."""
    body = path.read_text(encoding="utf-8").split("\n\n", 1)[1].split("\n")
    need = words("\n".join(line for line in body if not line.startswith("~ ")))
    may = words("\n".join(line[2:] for line in body if line.startswith("~ ")))
    return need, may


def score(text, need, may):
    """Word F1; words that may be there count neither way."""
    found = words(text)
    surplus = found - need
    total = sum(found.values()) - sum((surplus & may).values())
    common = sum((found & need).values())
    return 0.0 if common == 0 else 2 * common / (total + sum(need.values()))


def theirs(html, **options):
    start = time.process_time()
    text = trafilatura.extract(html, include_comments=False, **options) or ""
    return text, time.process_time() - start


def without_title(text, title):
    """trafilatura keeps the headline where it stands in the text; it is not counted for or against."""
    lines = text.split("\n")
    same = words(title)
    return "\n".join(line for index, line in enumerate(lines) if index > 2 or words(line) != same)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    listed = [line.split("\t") for line in (FOLDER / "pages.tsv").read_text(encoding="utf-8").split("\n")
              if line and not line.startswith("#")][1:]
    pages = [(FOLDER / f"{name}.html", group) for name, group, *_ in listed]
    output = subprocess.run([sys.argv[1], *[str(path) for path, _ in pages]], check=True, capture_output=True).stdout
    ours = {row["page"]: row for row in map(json.loads, output.decode().splitlines())}
    settings = {"default": {}, "precision": {"favor_precision": True}, "recall": {"favor_recall": True}}
    rows, seconds = [], collections.Counter()
    for path, group in pages:
        html = path.read_bytes()
        name = path.stem
        target = path.with_suffix(".txt")
        need, may = truth(target)
        title = target.read_text(encoding="utf-8").split("\n", 1)[0]
        figures = {"entente": score(ours[name]["text"], need, may)}
        seconds["entente"] += ours[name]["seconds"]
        for setting, options in settings.items():
            text, spent = theirs(html, **options)
            seconds[setting] += spent
            figures[setting] = score(without_title(text, title), need, may)
        rows.append((name, group, figures))
    columns = ["entente", *settings]
    version = importlib.metadata.version("trafilatura")
    print(f"Word F1 of the main text; trafilatura {version} with its default, precision and recall settings")
    print(f"{'page':<18}{'group':<9}" + "".join(f"{column:>11}" for column in columns))
    for name, group, figures in rows:
        print(f"{name:<18}{group:<9}" + "".join(f"{figures[column]:>11.3f}" for column in columns))
    for group in ["tuned", "later", "all"]:
        members = [figures for _, own, figures in rows if group in (own, "all")]
        if members:
            means = [sum(figures[column] for figures in members) / len(members) for column in columns]
            print(f"{'mean':<18}{group:<9}" + "".join(f"{mean:>11.3f}" for mean in means) + f"   {len(members)} pages")
    print(f"{'ms a page':<18}{'':<9}" + "".join(f"{1000 * seconds[column] / len(rows):>11.1f}" for column in columns))


if __name__ == "__main__":
    main()
