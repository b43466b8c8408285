#!/usr/bin/env python3
"""Trains the relation scorer on data/training and writes data/relations/scorer.bin.

Usage: Benchmarks/training/train.py [--epochs N] [--articles N] [--work FOLDER] [--out FILE]

`make train` installs what it needs and builds ScorerExamples first. README.md tells the steps.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

from learner import examples, labels, learning, networkfile, texts

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/ScorerExamples"

Member = collections.namedtuple("Member", "seed drop drop_words")
# The second differs in what it leaves out, so that the two err differently; their probabilities are averaged.
MEMBERS = [Member(seed=0, drop=0.4, drop_words=0.2), Member(seed=1, drop=0.3, drop_words=0.3)]
# A feature counts from so many examples and articles on.
LEAST, DOCUMENTS = 8, 6


def main():
    options = argparse.ArgumentParser(prog="train.py", description=__doc__.splitlines()[0])
    options.add_argument("--epochs", type=int, default=8, help="how often all articles are seen (8)")
    options.add_argument("--articles", type=int, help="take the first N articles alone, for a try")
    options.add_argument("--work", type=pathlib.Path, default=ROOT / ".cache/training", help="folder of the examples")
    options.add_argument("--out", type=pathlib.Path, default=ROOT / "data/relations/scorer.bin")
    chosen = options.parse_args()
    if not PROGRAM.is_file():
        raise texts.Failure(f"{PROGRAM} is missing; run 'make train', or 'swift build -c release'")
    files = sorted((ROOT / "data/training").glob("*.txt"))
    golds = [article for path in files for article in texts.read(path)][:chosen.articles]
    chosen.work.mkdir(parents=True, exist_ok=True)
    source = chosen.work / "texts.jsonl"
    keys = ("id", "title", "date", "body")
    source.write_text("".join(json.dumps({key: gold[key] for key in keys}) + "\n" for gold in golds), encoding="utf-8")
    print(f"{len(golds)} articles, {sum(len(gold['triples']) for gold in golds)} annotations", flush=True)
    subprocess.run([PROGRAM, ROOT / "data", source, chosen.work], check=True)
    articles, vectors = examples.load(chosen.work, golds)
    names = examples.vocabulary(articles, LEAST, DOCUMENTS)
    if not len(names):
        raise texts.Failure(f"no feature stands in {DOCUMENTS} articles; take more of them")
    examples.number(articles, names)
    for article in articles:
        labels.label(article)
    members = [learning.train(articles, vectors, len(names) + 1, member, chosen.epochs) for member in MEMBERS]
    count = networkfile.write(members, names, chosen.out)
    print(f"{chosen.out}: {len(members)} members, {count} features")


if __name__ == "__main__":
    try:
        main()
    except (texts.Failure, OSError, subprocess.CalledProcessError) as failure:
        sys.exit(f"train.py: {failure}")
