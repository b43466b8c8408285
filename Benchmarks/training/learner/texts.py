"""Reads the annotated texts of data/training, whose format README.md describes."""
import re

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
         "COERCE ASSAULT").split()
REALIS = "actual planned requested possible negated".split()

HEADER = re.compile(r"== ([a-z]+-\d+) (\d{4}-\d\d-\d\d) (\S+)")
PARTY = r'(?:"([^"]+)"|([^\s">(]+))(?:\(([^)]*)\))?'
TRIPLE = re.compile(f"  {PARTY} ([>=]) {PARTY} ([A-Z]+) (.+)")
MARK = re.compile(r'(?:(optional)|by="([^"]+)"|by=(\S+)|(' + "|".join(REALIS) + r"))(?: |$)")


class Failure(Exception):
    """What went wrong, as one line for the user."""


def triple(line, sentence):
    """An annotation as the gold files have it; None where the line is none."""
    found = TRIPLE.fullmatch(line)
    if not found:
        return None
    quoted, plain, source, sign, quoted2, plain2, target, kind, rest = found.groups()
    codes = quoted or plain, quoted2 or plain2
    if kind not in TYPES or codes[0] == codes[1]:
        return None
    made = {"sentence": sentence, "source": {"actor": source or codes[0], "principal": codes[0]},
            "target": {"actor": target or codes[1], "principal": codes[1]}, "type": kind, "realis": "actual"}
    if sign == "=":
        made["symmetric"] = True
    while mark := MARK.match(rest):
        optional, by_quoted, by_plain, realis = mark.groups()
        if optional:
            made["optional"] = True
        elif realis:
            made["realis"] = realis
        else:
            made["attributed_to"] = by_quoted or by_plain
        rest = rest[mark.end():]
    return made | {"relation": rest} if rest else None


def read(path):
    """The articles of a file as gold files have them, and besides their lines: title and sentences."""
    articles = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        header = HEADER.fullmatch(line)
        if header:
            articles.append({"id": header[1], "date": header[2], "lines": [], "breaks": set(), "triples": []})
        elif line.startswith("=="):
            raise Failure(f"{path}:{number}: no header; write '== ID DATE VOICE'")
        elif not line.strip() and not articles:
            continue
        elif not articles:
            raise Failure(f"{path}:{number}: text before the first header")
        elif line.startswith("  "):
            article = articles[-1]
            found = triple(line, len(article["lines"]) - 1)
            if not found or not article["lines"]:
                raise Failure(f"{path}:{number}: no annotation; make test tells what is wrong")
            article["triples"].append(found)
        elif line.strip():
            articles[-1]["lines"].append(line.strip())
        else:
            articles[-1]["breaks"].add(len(articles[-1]["lines"]))
    return [finished(article) for article in articles if len(article["lines"]) > 1]


def finished(article):
    """An article with its title and its body, paragraphs apart."""
    title, first, *others = article["lines"]
    breaks = article.pop("breaks")
    body = first
    for number, sentence in enumerate(others, 2):
        body += ("\n\n" if number in breaks else " ") + sentence
    return article | {"title": title, "body": body}
