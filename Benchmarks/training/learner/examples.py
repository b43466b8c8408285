"""Reads what ScorerExamples writes; README.md describes the files."""
import json

import numpy

WIDTH = 96  # floats a vector
KINDS = 11  # kinds of hints
HEAD = 1 + 5 + KINDS + 1  # pair, words, hints, count of features


class Article:
    """The examples of one article as arrays, one row an example, and what is annotated."""

    def __init__(self, line, gold, numbers, start):
        self.id, self.gold, self.pairs, self.lemmas = line["id"], gold, line["pairs"], line["lemmas"]
        heads, features = [], []
        for _ in self.lemmas:
            heads.append(numbers[start:start + HEAD])
            count = int(heads[-1][-1])
            features.append(numbers[start + HEAD:start + HEAD + count])
            start += HEAD + count
        self.end = start
        heads = numpy.array(heads, dtype=numpy.int64).reshape(-1, HEAD)
        self.pair, self.words, self.counts = heads[:, 0], heads[:, 1:6], heads[:, -1]
        # One column a kind, one place a type.
        self.hints = (heads[:, 6:6 + KINDS, None] >> numpy.arange(16) & 1).astype(numpy.uint8)
        self.features = numpy.concatenate(features or [numbers[:0]]).astype(numpy.int64)
        self.isLexical = (self.features & 1).astype(bool)
        self.index()
        starts = places(line["text"], gold["lines"])
        # The annotations count sentences by the lines of the text.
        self.sentences = [int(numpy.searchsorted(starts, pair["offset"], side="right") - 1) for pair in self.pairs]

    def index(self):
        """Finds the examples of each pair."""
        self.of_pair = {}
        for number, pair in enumerate(self.pair):
            self.of_pair.setdefault(int(pair), []).append(number)


def places(text, lines):
    """Where the lines begin in the text."""
    starts, position = [], 0
    for line in lines:
        found = text.find(line, position)
        starts.append(found if found >= 0 else position)
        position = starts[-1] + len(line)
    return starts


def load(folder, golds):
    """The articles of a folder with examples, and the vectors of all their words."""
    numbers = numpy.fromfile(folder / "examples.bin", dtype="<i4")
    vectors = numpy.fromfile(folder / "vectors.bin", dtype="<f4").reshape(-1, WIDTH)
    by_id = {gold["id"]: gold for gold in golds}
    articles, position = [], 0
    with open(folder / "articles.jsonl", encoding="utf-8") as lines:
        for text in lines:
            line = json.loads(text)
            articles.append(Article(line, by_id[line["id"]], numbers, position))
            position = articles[-1].end
    return articles, vectors


def vocabulary(articles, least, documents):
    """The features that stand in at least so many examples and articles, in order."""
    names, counts = numpy.unique(numpy.concatenate([article.features for article in articles]), return_counts=True)
    spread = numpy.unique(numpy.concatenate([numpy.unique(article.features) for article in articles]),
                          return_counts=True)[1]
    return names[(counts >= least) & (spread >= documents)]


def number(articles, names):
    """Gives each feature its row from 1; 0 for those that are not in the vocabulary."""
    for article in articles:
        place = numpy.minimum(numpy.searchsorted(names, article.features), len(names) - 1)
        article.rows = numpy.where(names[place] == article.features, place + 1, 0)
