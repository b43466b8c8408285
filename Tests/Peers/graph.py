"""A graph that is the same in every run: few actors have most of the events, as in the news."""

import random
import sqlite3

TYPES = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
REALIS = ["actual", "planned", "requested", "possible", "negated"]
QUADS = ["verbal cooperation"] * 4 + ["material cooperation"] * 3 + ["verbal conflict"] * 4 + ["material conflict"] * 5
KINDS = {"state": "Country", "organization": "Organization", "armed group": "ArmedGroup"}
PHRASES = ["urge", "send aid to", "sign with", "it's \"over\"", "accuse", "shell", "meet", "café"]


def actors():
    """Code, name and kind of 60 actors."""
    result = []
    for number in range(60):
        kind = ["state", "state", "state", "organization", "armed group"][number % 5]
        code = chr(65 + number // 26) + chr(65 + number % 26) + "X"
        result.append((code, f"Actor {number} of {'Åland' if number % 7 == 0 else 'Avalon'}", kind))
    return result


def events(count=4000, seed=5):
    """Events as dictionaries; the actors follow Zipf's law."""
    dice = random.Random(seed)
    people = actors()
    weights = [1 / (rank + 1) for rank in range(len(people))]
    result, seen = [], set()
    while len(result) < count:
        source, target = dice.choices(range(len(people)), weights, k=2)
        if source == target and dice.random() < 0.8:
            continue
        kind = dice.randrange(16)
        year, month, day = dice.randint(1994, 2023), dice.randint(1, 12), dice.randint(1, 28)
        precision = dice.random()
        if precision < 0.02:
            date, number = None, None
        elif precision < 0.05:
            date, number = f"{year}", year * 10000
        elif precision < 0.12:
            date, number = f"{year}-{month:02d}", year * 10000 + month * 100
        else:
            date, number = f"{year}-{month:02d}-{day:02d}", year * 10000 + month * 100 + day
        realis = 0 if dice.random() < 0.7 else dice.randrange(5)
        key = (source, target, kind, realis, date)
        if key in seen:
            continue
        seen.add(key)
        reports = min(40, int(dice.paretovariate(1.2)))
        result.append({
            "id": len(result) * 7919 + 13, "source": source, "target": target, "type": kind, "realis": realis,
            "date": date, "day": number, "relation": dice.randrange(len(PHRASES)),
            "cameo": None if dice.random() < 0.2 else f"{dice.randint(1, 20):02d}{dice.randint(0, 9)}",
            "intensity": dice.randint(-100, 100) / 10, "confidence": dice.randint(30, 100) / 100,
            "reports": reports, "articles": max(1, reports // 2),
        })
    return result


def fill(path, rows):
    """Writes actors and events into an empty store."""
    with sqlite3.connect(path) as db:
        db.executemany(
            "INSERT INTO actor (number, code, name, kind, folded) VALUES (?, ?, ?, ?, ?)",
            [(n + 1, code, name, kind, name.lower()) for n, (code, name, kind) in enumerate(actors())])
        db.executemany("INSERT INTO phrase (number, text) VALUES (?, ?)", list(enumerate(PHRASES, start=1)))
        db.executemany(
            "INSERT INTO event_row (id, source, target, type, realis, day, relation, cameo, intensity, confidence,"
            " reports, articles) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(e["id"], e["source"] + 1, e["target"] + 1, e["type"], e["realis"], e["day"], e["relation"] + 1,
              int("1" + e["cameo"]) if e["cameo"] else None, e["intensity"], e["confidence"], e["reports"],
              e["articles"]) for e in rows])


def fill_kuzu(connection, rows):
    """Makes a node table for each kind and a relationship table for each type, and fills them."""
    labels = list(KINDS.values())
    for label in labels:
        connection.execute(
            f"CREATE NODE TABLE {label}(code STRING PRIMARY KEY, name STRING, kind STRING)")
    pairs = ", ".join(f"FROM {one} TO {other}" for one in labels for other in labels)
    columns = ("id INT64, type STRING, quad STRING, realis STRING, date STRING, relation STRING, cameo STRING,"
               " intensity DOUBLE, confidence DOUBLE, reports INT64, articles INT64")
    for kind in TYPES:
        connection.execute(f"CREATE REL TABLE {kind}({pairs}, {columns})")
    people = actors()
    for code, name, kind in people:
        connection.execute(
            f"CREATE (:{KINDS[kind]} {{code: $code, name: $name, kind: $kind}})",
            {"code": code, "name": name, "kind": kind})
    statements = {}
    for e in rows:
        source, target = people[e["source"]], people[e["target"]]
        key = (KINDS[source[2]], KINDS[target[2]], TYPES[e["type"]], e["date"] is None, e["cameo"] is None)
        if key not in statements:
            # A NULL cannot be bound without a type, so it is left out.
            date = "" if e["date"] is None else ", date: $date"
            cameo = "" if e["cameo"] is None else ", cameo: $cameo"
            statements[key] = connection.prepare(
                f"MATCH (a:{key[0]} {{code: $a}}), (b:{key[1]} {{code: $b}}) CREATE (a)-[:{key[2]} {{id: $id,"
                f" type: $type, quad: $quad, realis: $realis{date}, relation: $relation{cameo},"
                " intensity: $intensity, confidence: $confidence, reports: $reports, articles: $articles}]->(b)")
        values = {
            "a": source[0], "b": target[0], "id": e["id"], "type": TYPES[e["type"]], "quad": QUADS[e["type"]],
            "realis": REALIS[e["realis"]], "relation": PHRASES[e["relation"]], "intensity": e["intensity"],
            "confidence": e["confidence"], "reports": e["reports"], "articles": e["articles"],
        }
        if e["date"] is not None:
            values["date"] = e["date"]
        if e["cameo"] is not None:
            values["cameo"] = e["cameo"]
        connection.execute(statements[key], values)
