"""The questions: text that both engines understand, `@TRAIL ` only for Kuzu."""

import random

import graph

WRITTEN = r"""
MATCH (a) RETURN count(*)
MATCH (a:Country) RETURN a.code, a.name
MATCH (a:Organization) WHERE a.code < 'BAX' RETURN a.code ORDER BY a.code
MATCH ()-[r]->() RETURN count(*)
MATCH ()-[r]->() RETURN r.type, count(*)
MATCH (a)-[r:REQUEST]->(b) RETURN a.code, b.code, r.date
MATCH (a)-[r:AID|COOPERATE|RETREAT]->(b:Country) RETURN a.code, count(*)
MATCH (a {code: 'AAX'})-[r]->(b {code: 'ABX'}) RETURN r.id, r.type, r.realis, r.date
MATCH (a {code: 'AAX'})<-[r]-(b {code: 'ABX'}) RETURN r.id
MATCH (a {code: 'AAX'})-[r]-(b {code: 'ABX'}) RETURN r.id
MATCH (a {code: 'ACX'})-[r]-(b) WHERE a.code <> b.code RETURN b.code, count(*)
MATCH (a:Country)-[r]->(b:ArmedGroup) RETURN count(r)
MATCH (a)-[r]->(b) WHERE a.code = b.code RETURN a.code, r.id
MATCH (a)-[r]->(b)-[s]->(c) WHERE a.code = 'AAX' AND c.code = 'AEX' AND r.id <> s.id RETURN r.id, s.id
MATCH (a {code: 'AAX'})-[r:REQUEST]->(b)-[s:ACCUSE]->(c {code: 'ABX'}) RETURN b.code, r.id, s.id
MATCH (a {code: 'AAX'})-[r:AID]->(b)<-[s:AID]-(c {code: 'ACX'}) WHERE r.id <> s.id RETURN b.code, count(*)
MATCH (a {code: 'AAX'})-[r:AID]->(b), (b)-[s:REQUEST]->(c:Organization) WHERE r.id <> s.id RETURN DISTINCT c.code
MATCH (a)-[r:SANCTION]->(b)-[s:SANCTION]->(a) WHERE r.id <> s.id RETURN a.code, b.code
MATCH (a:Organization), (b:ArmedGroup) WHERE a.code < b.code RETURN count(*)
MATCH (a)-[r]->(b) WHERE r.realis = 'actual' AND r.quad = 'material conflict' RETURN a.code, sum(r.reports)
MATCH (a)-[r]->(b) WHERE r.quad IN ['verbal conflict', 'material conflict'] RETURN r.quad, avg(r.intensity)
MATCH (a)-[r]->(b) WHERE r.quad <> 'verbal conflict' AND NOT r.realis = 'actual' RETURN r.realis, count(*)
MATCH ()-[r]->() WHERE r.date >= '2010' AND r.date < '2011' RETURN r.id
MATCH ()-[r]->() WHERE r.date > '2010-06' AND r.date <= '2010-08-15' RETURN r.id, r.date
MATCH ()-[r]->() WHERE r.date STARTS WITH '2015-0' RETURN r.id
MATCH ()-[r]->() WHERE r.date IS NULL RETURN r.id
MATCH ()-[r]->() WHERE r.date IS NOT NULL AND r.cameo IS NULL RETURN count(*)
MATCH ()-[r]->() WHERE NOT r.date > '2000' RETURN count(*)
MATCH ()-[r]->() WHERE r.date > '2000' OR r.cameo = '010' RETURN count(*)
MATCH ()-[r]->() WHERE r.date > '2020' XOR r.realis = 'actual' RETURN count(*)
MATCH ()-[r]->() WHERE r.cameo = '014' RETURN r.id
MATCH ()-[r]->() WHERE r.cameo IN ['014', '023', '190'] RETURN r.id
MATCH ()-[r]->() WHERE r.cameo STARTS WITH '01' RETURN count(*)
MATCH ()-[r]->() WHERE r.relation = 'café' RETURN count(*)
MATCH ()-[r]->() WHERE r.relation = "it's \"over\"" RETURN count(*)
MATCH ()-[r]->() WHERE r.relation CONTAINS 'sign' OR r.relation ENDS WITH 'ge' RETURN r.relation, count(*)
MATCH (a) WHERE a.name =~ 'Actor [1-3][0-9] of Å.*' RETURN a.code
MATCH (a) WHERE a.name CONTAINS 'Åland' RETURN upper(a.name), lower(a.code)
MATCH (a:Country) WHERE EXISTS { MATCH (a)-[:MOBILIZE]->(:ArmedGroup) } RETURN a.code
MATCH (a:Country) WHERE NOT EXISTS { MATCH (a)-[r:ASSAULT]->(b) WHERE r.date > '2005' } RETURN a.code
MATCH (a:Organization) RETURN a.code, COUNT { MATCH (a)-[:REQUEST]->() } AS n
MATCH (a:ArmedGroup) OPTIONAL MATCH (a)-[r:CONCEDE]->(b) RETURN a.code, b.code, r.id
MATCH (a:ArmedGroup) OPTIONAL MATCH (a)-[r:AID]->(b:Organization) RETURN a.code, count(b)
MATCH (a:ArmedGroup) OPTIONAL MATCH (a)-[r]->(b) WHERE r.intensity > 9.5 RETURN a.code, count(r), min(r.id)
MATCH (a:ArmedGroup) OPTIONAL MATCH (a)-[:REJECT]->(b)-[:RETREAT]->(c) RETURN a.code, count(c)
MATCH (a)-[r]->(b) WITH a, count(*) AS n WHERE n > 60 RETURN a.code, n
MATCH (a)-[r]->(b) WITH a, b, count(*) AS n WHERE n > 20 MATCH (b)-[s:AGREE]->(a) RETURN a.code, b.code, n, count(*)
MATCH (a)-[r]->(b) RETURN a.code, b.code, count(*) AS n ORDER BY n DESC, a.code, b.code LIMIT 20
MATCH (a)-[r]->(b) RETURN a.kind, b.kind, count(*) AS n, avg(r.confidence) AS c ORDER BY n DESC
MATCH (a)-[r]->(b) RETURN DISTINCT a.kind, r.type ORDER BY a.kind, r.type SKIP 5 LIMIT 10
MATCH (a)-[r:PROTEST]->(b) RETURN r.id ORDER BY r.id DESC SKIP 3 LIMIT 5
MATCH (a {code: 'ADX'})-[r]->(b) RETURN min(r.date), max(r.date), count(DISTINCT b.code), count(DISTINCT r.type)
MATCH ()-[r]->() RETURN min(r.intensity), max(r.intensity), sum(r.reports), avg(r.intensity)
MATCH (a)-[r]->(b) WHERE r.intensity * 2 + 1 > 20 RETURN r.id, r.intensity * 2 + 1
MATCH (a)-[r]->(b) WHERE r.reports % 7 = 3 AND r.reports / 2 > 4 RETURN r.id, r.reports % 7, r.reports / 2
MATCH ()-[r]->() WHERE abs(r.intensity) >= 9.9 RETURN r.id, abs(r.intensity), floor(r.intensity), ceil(r.intensity)
MATCH (a)-[r]->(b:ArmedGroup) RETURN b.code, r.realis, count(*) AS n ORDER BY n DESC, b.code, r.realis LIMIT 7
MATCH (a) RETURN size(a.name), count(*)
MATCH (a) RETURN CASE WHEN a.kind = 'state' THEN 'S' WHEN a.kind = 'organization' THEN 'O' ELSE 'X' END AS k, count(*)
MATCH (a) RETURN CASE a.kind WHEN 'state' THEN 1 ELSE 2 END AS k, count(*)
MATCH ()-[r]->() RETURN coalesce(r.cameo, 'none') AS c, count(*)
UNWIND ['AAX', 'ABX', 'ZZZ'] AS code MATCH (a {code: code})-[r:AID]->(b) RETURN code, count(*)
UNWIND [1, 2, 3] AS x UNWIND [10, 20] AS y RETURN x + y
UNWIND [1, 2, 2, 3] AS x RETURN DISTINCT x * x
MATCH (a {code: 'AHX'})-[:SANCTION*@TRAIL 1..2]->(b) RETURN b.code, count(*)
MATCH (a {code: 'AHX'})-[:SANCTION*@TRAIL 2..2]->(b) RETURN b.code, count(*)
MATCH (a {code: 'AJX'})-[:MOBILIZE*@TRAIL 1..2]-(b:ArmedGroup) RETURN b.code, count(*)
MATCH (a {code: 'AJX'})<-[:MOBILIZE*@TRAIL 1..2]-(b:Country) RETURN b.code, count(*)
MATCH (a {code: 'BHX'})-[*@TRAIL 1..2]->(b {code: 'AAX'}) RETURN count(*)
MATCH p = (a {code: 'BAX'})-[* SHORTEST 1..4]->(b {code: 'BHX'}) RETURN length(p)
MATCH p = (a {code: 'BGX'})-[:AID* SHORTEST 1..6]->(b {code: 'AZX'}) RETURN length(p)
MATCH p = (a {code: 'BGX'})-[:AID* SHORTEST 1..6]-(b:Organization) RETURN b.code, length(p)
MATCH (a {code: 'AAX'})-[r:AID]->(b) RETURN a.code AS x UNION MATCH (a {code: 'ABX'})-[r:AID]->(b) RETURN b.code AS x
MATCH (a {code: 'AAX'})-[r:AID]->(b) RETURN b.code AS x UNION ALL MATCH (a {code: 'ABX'})-[r:AID]->(b) RETURN b.code AS x
MATCH (a)-[r:AGREE]->(b) WHERE (a)-[:ASSAULT]->(b) RETURN a.code, b.code, count(*)
MATCH (a:Country)-[r:COERCE]->(b) WITH b, collect(DISTINCT a.code) AS codes WHERE size(codes) > 5 RETURN b.code, size(codes)
MATCH (a)-[r]->(b) WHERE a.code IN ['AAX', 'ABX'] AND b.code IN ['ACX', 'ADX'] RETURN a.code, b.code, r.id
MATCH (a)-[r]->(b) WHERE a.code + '-' + b.code = 'AAX-ABX' RETURN count(*)
MATCH (a)-[r]->(b), (c)-[s]->(b) WHERE a.code = 'BBX' AND c.code = 'BCX' AND r.id <> s.id RETURN b.code, count(*)
"""


def made(seed=11, count=60):
    """Questions of a pattern, conditions and what is returned, thrown with dice."""
    dice = random.Random(seed)
    codes = [code for code, _, _ in graph.actors()]
    labels = ["", ":Country", ":Organization", ":ArmedGroup"]
    returns = [
        "r.id", "a.code, b.code, count(*)", "r.type, r.realis, count(*), sum(r.reports)", "b.kind, min(r.date), max(r.date)",
        "a.name, avg(r.intensity)", "r.quad, count(DISTINCT a.code)", "DISTINCT a.kind, r.quad", "count(r.cameo), count(*)",
    ]

    def condition():
        number = dice.randrange(9)
        date = f"{dice.randint(1994, 2023)}-{dice.randint(1, 12):02d}"
        return [
            f"r.date >= '{date}'", f"r.date < '{date}-15'", f"r.realis = '{dice.choice(graph.REALIS)}'",
            f"r.quad = '{dice.choice(graph.QUADS)}'", f"r.intensity > {dice.randint(-10, 10)}",
            f"a.code IN ['{dice.choice(codes[:20])}', '{dice.choice(codes[:20])}', '{dice.choice(codes)}']",
            f"b.code <> '{dice.choice(codes[:10])}'", f"r.reports >= {dice.randint(1, 6)}",
            f"r.cameo > '{dice.randint(1, 20):02d}'",
        ][number]

    result = []
    for _ in range(count):
        types = ":" + "|".join(dice.sample(graph.TYPES, dice.randint(1, 4))) if dice.random() < 0.6 else ""
        arrow = dice.choice(["-[r{}]->", "<-[r{}]-"]).format(types)
        tests = [condition() for _ in range(dice.randint(1, 3))]
        where = tests[0]
        for test in tests[1:]:
            where = f"({where} {dice.choice(['AND', 'AND', 'OR'])} {dice.choice(['', '', 'NOT '])}{test})"
        result.append(
            f"MATCH (a{dice.choice(labels)}){arrow}(b{dice.choice(labels)}) WHERE {where} RETURN {dice.choice(returns)}")
    return result


def all_questions():
    return [line for line in WRITTEN.strip().splitlines()] + made()
