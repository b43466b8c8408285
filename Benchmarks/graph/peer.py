#!/usr/bin/env python3
"""Asks Kuzu the everyday questions of GraphBenchmark on the same graph, compares the answers and prints the table.

usage: peer.py DATABASE, where DATABASE.json has what Entente answered. Without the package kuzu its part is left out.
"""

import csv
import json
import math
import os
import sqlite3
import statistics
import sys
import tempfile
import time
import warnings

try:
    import kuzu
except ImportError:
    kuzu = None

RUNS = 20
# Kuzu would rather have statements prepared anew each time, which takes longer.
warnings.filterwarnings("ignore", category=DeprecationWarning)

# Table of Kuzu, its columns, and the statement that fills it from Entente's. Events are relationships, as in Entente's
# Cypher, and nodes besides, since a relationship of Kuzu cannot lead to the sentences that report it.
TABLES = [
    ("NODE", "Actor", "code STRING PRIMARY KEY, name STRING, kind STRING", "SELECT code, name, kind FROM actor"),
    ("NODE", "Article", "id STRING PRIMARY KEY, title STRING, publisher STRING",
     "SELECT id, title, publisher FROM article"),
    ("NODE", "Sentence", "id INT64 PRIMARY KEY, number INT64, text STRING", "SELECT id, number, text FROM sentence"),
    ("NODE", "Deed", "id INT64 PRIMARY KEY", "SELECT id FROM event_row"),
    ("REL", "Event", "FROM Actor TO Actor, id INT64, day INT64, relation STRING, type STRING, quad STRING,"
     " realis STRING, cameo STRING, intensity DOUBLE, confidence DOUBLE, reports INT64, articles INT64",
     "SELECT source, target, id, CAST(substr(replace(date, '-', '') || '0000', 1, 8) AS INTEGER), relation, type,"
     " (SELECT quad FROM type WHERE name = event.type), realis, cameo, intensity, confidence, reports, articles"
     " FROM event"),
    ("REL", "PartOf", "FROM Sentence TO Article", "SELECT id, article FROM sentence"),
    ("REL", "Report", "FROM Deed TO Sentence, number INT64, source STRING, target STRING",
     "SELECT t.event, s.id, t.number, t.source_mention, t.target_mention FROM triple t"
     " JOIN sentence s ON s.article = t.article AND s.number = t.sentence WHERE t.event IS NOT NULL"),
]

EVENT = "r.id, r.day, a.code, r.relation, r.type, b.code, r.realis, r.confidence, r.reports, r.articles"
LATEST = f"RETURN {EVENT} ORDER BY r.day DESC, r.id DESC LIMIT 20"
TOTALS = "count(*) AS n, sum(r.reports), avg(r.intensity)" + "".join(
    f", sum(CASE WHEN r.quad = '{quad}' THEN 1 ELSE 0 END)"
    for quad in ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"])

QUESTIONS = {
    "dyad": [
        "MATCH (a:Actor {code: $from})-[r:Event]->(b:Actor {code: $to}) WHERE r.type IN ['SANCTION', 'ACCUSE']"
        " AND r.realis = 'actual' AND r.day >= 20050000 AND r.day <= 20101231 " + LATEST],
    "source": ["MATCH (a:Actor {code: $from})-[r:Event]->(b:Actor) " + LATEST],
    "profile": [
        "MATCH (a:Actor {code: $actor})-[r:Event]-(b:Actor) WHERE r.realis = 'actual' AND b.code <> $actor"
        " RETURN b.code, count(*) AS n ORDER BY n DESC, b.code LIMIT 10",
        "MATCH (a:Actor {code: $actor})-[r:Event]-(b:Actor) WHERE r.realis = 'actual' AND b.code <> $actor"
        " AND r.day IS NOT NULL RETURN r.day / 10000 AS year, r.quad, count(*)"],
    "timeline": [
        "MATCH (a:Actor {code: $one})-[r:Event]-(b:Actor {code: $other}) WHERE r.day IS NOT NULL"
        f" RETURN r.day / 10000 AS year, {TOTALS} ORDER BY year"],
    "top": [
        "MATCH (a:Actor)-[r:Event]->(b:Actor) WHERE r.day >= 20150000 AND r.day <= 20151231"
        f" RETURN a.code, b.code, {TOTALS} ORDER BY n DESC, a.code, b.code LIMIT 20"],
    "hops": [
        "MATCH (a:Actor {code: $a})-[r:Event]->(b:Actor {code: $b})-[s:Event]->(c:Actor {code: $c})"
        " WHERE r.type = 'SANCTION' AND s.type = 'ASSAULT' AND r.realis = 'actual' AND s.realis = 'actual'"
        " AND s.day >= r.day RETURN r.id, s.id ORDER BY s.day DESC, r.day DESC, r.id, s.id LIMIT 20"],
    "path": ["MATCH p = (a:Actor {code: $from})-[r:Event* SHORTEST 1..4]-(b:Actor {code: $to}) RETURN length(p)"],
    "type": [
        "MATCH (a:Actor)-[r:Event]->(b:Actor) WHERE r.type = 'SANCTION' AND r.day >= 20150000 AND r.day <= 20151231 "
        + LATEST],
    "evidence": [
        "MATCH (d:Deed {id: $id})-[t:Report]->(s:Sentence)-[:PartOf]->(a:Article)"
        " RETURN a.id, t.source, t.target, s.text ORDER BY a.id, s.number, t.number"],
    "types": [f"MATCH (:Actor)-[r:Event]->(:Actor) RETURN r.type, {TOTALS}"],
}
# Entente gives these in an order of its own.
UNORDERED = {"profile", "types"}


def export(database, folder):
    """Writes a file of CSV for each table."""
    with sqlite3.connect(f"file:{os.path.abspath(database)}?mode=ro", uri=True) as db:
        for _, name, _, statement in TABLES:
            with open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(db.execute(statement))


def load(connection, folder):
    """Makes the tables and fills them; returns the seconds that it took."""
    start = time.perf_counter()
    for kind, name, columns, _ in TABLES:
        connection.execute(f"CREATE {kind} TABLE {name}({columns})")
        connection.execute(f"COPY {name} FROM '{os.path.join(folder, name)}.csv'")
    return time.perf_counter() - start


def ask(connection, question):
    """The rows of all statements of a question, and the median of its times in milliseconds."""
    statements = []
    for text in QUESTIONS[question["key"]]:
        used = {name: value for name, value in question["parameters"].items() if "$" + name in text}
        statements.append((connection.prepare(text, used), used))

    def once():
        rows = []
        for statement, values in statements:
            answer = connection.execute(statement, values)
            while answer.has_next():
                rows.append(answer.get_next())
        return rows

    for _ in range(3):
        rows = once()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        once()
        times.append((time.perf_counter() - start) * 1000)
    return rows, statistics.median(times)


def same(one, other):
    """Whether two cells are one value; means may differ in their last digits."""
    if one == other:
        return True
    try:
        return math.isclose(float(one), float(other), rel_tol=1e-6, abs_tol=1e-9)
    except ValueError:
        return False


def differences(key, ours, theirs):
    """What the answers do not share, as a line; nothing where they are equal."""
    theirs = [["" if cell is None else str(cell) for cell in row] for row in theirs]
    if key in UNORDERED:
        ours, theirs = sorted(ours), sorted(theirs)
    if len(ours) != len(theirs):
        return f"{key}: {len(ours)} rows, Kuzu {len(theirs)}"
    for one, other in zip(ours, theirs):
        if len(one) != len(other) or not all(map(same, one, other)):
            return f"{key}: {one}, Kuzu {other}"
    return None


def number(value):
    """A time with three digits that count."""
    if value is None:
        return ""
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}" if 0 < value < 100 else f"{value:,.0f}"


def row(name, ours, theirs, goal, reached, more_is_better=False):
    ratio = ""
    if theirs:
        ratio = f"{(ours / theirs if more_is_better else theirs / ours):.1f}"
    verdict = "" if reached is None else "yes" if reached else "**no**"
    print(f"| {name} | {number(ours)} | {number(theirs)} | {ratio} | {goal} | {verdict} |")


def table(report, peer):
    """The table in Markdown; `peer` has what Kuzu did, or is None."""
    triples, size = report["triples"], report["bytes"]
    print(f"\n{triples:,} triples\n\n| | Entente | Kuzu | times better | goal | reached |")
    print("|---|--:|--:|--:|---|---|")
    rate = triples / report["seconds"]
    row("triples loaded a second", rate, peer and triples / peer["seconds"], "150,000", rate >= 150_000, True)
    small = size["total"] - size["text"]
    row("bytes a triple, all", size["total"] / triples, peer and peer["bytes"] / triples, "", None)
    row("bytes a triple, without texts", small / triples, None, "250", small / triples < 250)
    for question in report["questions"]:
        ours = question["milliseconds"]
        theirs = peer["medians"].get(question["key"]) if peer else None
        goals, reached = [], []
        if "goal" in question:
            goals.append(f"{question['goal']:g} ms")
            reached.append(ours < question["goal"])
        if theirs is not None:
            least = 10 if question["lookup"] else 1
            goals.append("10 times better" if question["lookup"] else "not slower")
            reached.append(theirs >= least * ours)
        row(f"{question['name']}, ms", ours, theirs, ", ".join(goals), all(reached) if reached else None)


def size_of(path):
    """The bytes of a file or of all files below a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def compare(database, report):
    """Loads the graph into Kuzu and asks it."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(database))) as folder:
        export(database, folder)
        path = os.path.join(folder, "peer.kuzu")
        connection = kuzu.Connection(kuzu.Database(path))
        peer = {"seconds": load(connection, folder), "medians": {}, "differences": []}
        for question in report["questions"]:
            if not question["shared"]:
                continue
            rows, peer["medians"][question["key"]] = ask(connection, question)
            difference = differences(question["key"], question["rows"], rows)
            if difference:
                peer["differences"].append(difference)
        connection.execute("CHECKPOINT")
        peer["bytes"] = size_of(path)
        return peer


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    database = sys.argv[1]
    with open(database + ".json", encoding="utf-8") as file:
        report = json.load(file)
    peer = compare(database, report) if kuzu else None
    table(report, peer)
    if peer is None:
        print("\nThe comparison is left out: the Python package kuzu is not there.")
        return
    for difference in peer["differences"]:
        print(f"\nDIFFERENT ANSWERS to {difference}")
    if peer["differences"]:
        sys.exit(1)
    print(f"\nKuzu {kuzu.__version__} gave the same answers to all {len(peer['medians'])} questions.")


if __name__ == "__main__":
    main()
