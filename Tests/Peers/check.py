#!/usr/bin/env python3
"""Asks Entente and Kuzu the same questions and compares the answers."""

import decimal
import json
import math
import os
import re
import subprocess
import sys
import tempfile

import kuzu

import graph
import questions


def ours(binary, store, question):
    """The rows that Entente gives, as lists of values."""
    run = subprocess.run(
        [binary, "query", "-", "--db", store, "--format", "jsonl", "--limit", "1000000"], input=question, text=True,
        capture_output=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip())
    return [list(json.loads(line).values()) for line in run.stdout.splitlines()]


def for_entente(question):
    """Entente's spelling: no TRAIL, which it always means, and shortestPath around the pattern."""
    question = question.replace("@TRAIL ", "")
    shortest = re.sub(r"p = (\(.*?\)<?-\[[^\]]*\]->?\(.*?\)) RETURN", r"p = shortestPath(\1) RETURN", question)
    return shortest.replace(" SHORTEST ", "") if " SHORTEST " in question else question


def plain(value):
    """A value that compares with the other engine's."""
    if isinstance(value, decimal.Decimal):
        return int(value)
    if isinstance(value, float):
        return float(f"{value:.9g}") if not value.is_integer() or math.isinf(value) else int(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


def comparable(rows, is_ordered):
    rows = [[plain(value) for value in row] for row in rows]
    return rows if is_ordered else sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False))


def main():
    binary = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/entente")
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "peers.sqlite")
        made = subprocess.run(
            [binary, "ingest", "-", "--db", store, "--quiet"], input='{"id":"empty","title":"Weather"}\n', text=True,
            capture_output=True)
        if not os.path.exists(store):
            sys.exit(f"no store could be made: {made.stderr.strip()}")
        rows = graph.events()
        graph.fill(store, rows)
        connection = kuzu.Connection(kuzu.Database(os.path.join(folder, "peers.kuzu")))
        graph.fill_kuzu(connection, rows)
        asked, wrong = 0, 0
        for question in questions.all_questions():
            asked += 1
            try:
                answer = connection.execute(question.replace("@TRAIL ", "TRAIL "))
                theirs = []
                while answer.has_next():
                    theirs.append(answer.get_next())
            except RuntimeError as error:
                sys.exit(f"Kuzu does not understand: {question}\n{error}")
            is_ordered = "ORDER BY" in question
            try:
                mine = comparable(ours(binary, store, for_entente(question)), is_ordered)
            except RuntimeError as error:
                mine = f"error: {error}"
            theirs = comparable(theirs, is_ordered)
            if mine != theirs:
                wrong += 1
                print(f"DIFFERENT: {question}\n  Entente: {str(mine)[:300]}\n  Kuzu:    {str(theirs)[:300]}")
        print(f"{asked} questions, {asked - wrong} with equal answers.")
        if wrong:
            sys.exit(1)


if __name__ == "__main__":
    main()
