#!/usr/bin/env python3
"""Writes so many made-up articles as JSON Lines: paragraphs of the sample articles with other names and numbers.

    make-articles.py COUNT > articles.jsonl

The same in each run.
"""
import csv
import datetime
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def samples():
    with open(ROOT / "data/articles/samples.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def states():
    with open(ROOT / "data/actors/states.tsv", encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [row["name"] for row in rows if row["name"] and " " not in row["name"]]


def altered(text, names, pattern, rng):
    """The text with each state as another one, the same throughout, and other numbers."""
    other = {}
    text = pattern.sub(lambda found: other.setdefault(found[0], rng.choice(names)), text)
    return re.sub(r"\b\d{2,3}\b", lambda _: str(rng.randint(10, 999)), text)


def main():
    count = int(sys.argv[1])
    rng = random.Random(2023)
    articles = samples()
    names = states()
    pattern = re.compile(r"\b(" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")
    paragraphs = [part for article in articles for part in article["body"].split("\n\n") if part.strip()]
    first = datetime.date(1995, 1, 1)
    for number in range(count):
        text = "\n".join([rng.choice(articles)["title"]] + rng.sample(paragraphs, 4))
        title, body = altered(text, names, pattern, rng).split("\n", 1)
        date = first + datetime.timedelta(days=number * 10_950 // max(1, count))
        article = {"id": f"made-{number}", "title": title, "date": date.isoformat(), "body": body.replace("\n", "\n\n")}
        print(json.dumps(article, ensure_ascii=False))


main()
