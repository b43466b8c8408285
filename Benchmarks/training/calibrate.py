#!/usr/bin/env python3
"""Fits the slopes and shifts of data/relations/scorer.tsv to annotated articles.

Usage: calibrate.py GOLD.jsonl

GOLD is annotated as docs/evaluation.md says and holds none of the articles of data/training. The program
.build/release/entente extracts its triples twice, with probabilities as confidences: with the scorer's own triples and
without them. What is printed are the lines to put into scorer.tsv, and how often triples are right by confidence, each
fifth of the articles judged by a fit to the others.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zlib

import numpy
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/entente"
PLAIN = {"rule-slope": 1, "rule-shift": 0, "scorer-slope": 1, "scorer-shift": 0}
BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]


def extract(gold, folder, changes):
    """The triples of the articles, with other values in scorer.tsv."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("training"))
    table = data / "relations/scorer.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    table.write_text("".join("\t".join([row[0], str(changes.get(row[0], row[1]))] if len(row) > 1 else row) + "\n"
                             for row in rows), encoding="utf-8")
    done = subprocess.run([PROGRAM, "extract", "--format", "jsonl", gold], check=True, stdout=subprocess.PIPE,
                          env=os.environ | {"ENTENTE_DATA": str(data)})
    return [json.loads(line) for line in done.stdout.splitlines()]


def key(triple):
    return (triple["article"], triple["sentence"], triple["source"]["principal"], triple["target"]["principal"],
            triple["type"])


def verdicts(triples, golds):
    """1 for each right triple, 0 for a wrong one, None for what is optional or only says again what is annotated."""
    exact, elsewhere = {}, set()
    for article, annotations in golds.items():
        for triple in annotations:
            ends = [triple["source"]["principal"], triple["target"]["principal"]]
            for source, target in [ends, ends[::-1]] if triple.get("symmetric") else [ends]:
                place = (article, triple["sentence"], source, target, triple["type"])
                exact[place] = exact.get(place, False) or not triple.get("optional")
                elsewhere.add((article, *place[2:]))
    found = []
    for triple in triples:
        place = key(triple)
        if place in exact:
            found.append(1 if exact[place] else None)
        else:
            found.append(None if (place[0], *place[2:]) in elsewhere else 0)
    return found


def fit(logits, right):
    return LogisticRegression(C=10).fit(logits, right)


def report(name, rows):
    """Prints the lines of a table and how well they do; rows: (probability, right, article)."""
    bounded = numpy.clip([row[0] for row in rows], 0.001, 0.999)
    logits, right = numpy.log(bounded / (1 - bounded)).reshape(-1, 1), numpy.array([row[1] for row in rows])
    if len(set(right)) < 2:
        sys.exit(f"calibrate.py: of {len(rows)} triples of kind '{name}' all are right or none is; take more articles")
    line = fit(logits, right)
    print(f"{name}-slope\t{line.coef_[0][0]:.2f}\n{name}-shift\t{line.intercept_[0]:.2f}")
    folds = numpy.array([zlib.crc32(row[2].encode()) % 5 for row in rows])
    judged = numpy.full(len(rows), numpy.nan)
    for fold in range(5):
        part = folds == fold
        if part.any() and len(set(right[~part])) > 1:
            judged[part] = fit(logits[~part], right[~part]).predict_proba(logits[part])[:, 1]
    for low, high in zip(BOUNDS, BOUNDS[1:]):
        part = (judged >= low) & (judged < high)
        if part.any():
            print(f"# {low:.1f} to {min(high, 1):.1f}: {part.sum()} triples, said {judged[part].mean():.2f}, "
                  f"right {right[part].mean():.2f}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        golds = {gold["id"]: gold["triples"] for gold in map(json.loads, filter(str.strip, lines))}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        everything = extract(sys.argv[1], folder, PLAIN)
        # No probability reaches 2, so these are the rules' alone.
        ruled = {key(triple) for triple in extract(sys.argv[1], folder, PLAIN | {"threshold": 2})}
    rows = {"rule": [], "scorer": []}
    for triple, right in zip(everything, verdicts(everything, golds)):
        if right is not None:
            rows["rule" if key(triple) in ruled else "scorer"].append((triple["confidence"], right, triple["article"]))
    for name, part in rows.items():
        report(name, part)


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError, KeyError, subprocess.CalledProcessError) as failure:
        sys.exit(f"calibrate.py: {failure}")
