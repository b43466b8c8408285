"""Which examples the annotations call right, which wrong, and of which nothing is learnt."""
import re

from learner.texts import REALIS, TYPES

SMALL = set("to of on with from in at for by the a an and be into over against about as out up off down not no is was "
            "have has had will would say".split())
PLEDGED = ("SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "CONSULT")


def stem(word):
    """A word without its commonest endings."""
    word = word.lower()
    for ending in ("ing", "ed", "es", "s", "e", "ion", "ment"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[:-len(ending)]
    return word


def label(article):
    """Sets the labels of an article.

    right: (pair, type, realis, examples of which at least one carries the relation); unsure: (pair, type) of optional
    annotations; skipped: examples, and skipped_types: (example, type), that may carry an annotation whose pair of
    actors was not found, because another actor was taken for one of them.
    """
    article.right, article.unsure, article.skipped, article.skipped_types = [], set(), set(), set()
    pairs = {}
    for number, pair in enumerate(article.pairs):
        pairs.setdefault((article.sentences[number], pair["source"], pair["target"]), []).append(number)
    for triple in article.gold["triples"]:
        sentence, source, target = triple["sentence"], triple["source"]["principal"], triple["target"]["principal"]
        found = list(pairs.get((sentence, source, target), []))
        if triple.get("symmetric"):
            found += pairs.get((sentence, target, source), [])
        kind = TYPES.index(triple["type"])
        words = {stem(word) for word in re.findall(r"\w+", triple["relation"]) if word not in SMALL}
        if triple["realis"] in ("planned", "possible") and triple["type"] in PLEDGED:
            # A pledge of an act may be called an agreement beside.
            article.unsure |= {(pair, TYPES.index("AGREE")) for pair in found}
        if not found:
            skip(article, triple, kind, words)
        elif triple.get("optional"):
            article.unsure |= {(pair, kind) for pair in found}
        else:
            if triple.get("symmetric") and len(found) > 1:
                # The direction of the text is the one to learn; the other is not wrong.
                found.sort(key=lambda pair: min(article.words[number][1] for number in article.of_pair[pair]))
                article.unsure |= {(pair, kind) for pair in found[1:]}
            own = article.of_pair[found[0]]
            named = [number for number in own if stem_of(article, number) in words]
            article.right.append((found[0], kind, REALIS.index(triple["realis"]), named or own))


def stem_of(article, number):
    return stem(article.lemmas[number].split("_")[0])


def skip(article, triple, kind, words):
    """Takes out what may carry an annotation whose actors were not both found."""
    source, target = triple["source"]["principal"], triple["target"]["principal"]
    for number, pair in enumerate(article.pairs):
        if article.sentences[number] != triple["sentence"]:
            continue
        shares = pair["source"] == source or pair["target"] == target
        if triple.get("symmetric"):
            shares = shares or pair["source"] == target or pair["target"] == source
        for example in article.of_pair[number]:
            if stem_of(article, example) in words:
                article.skipped.add(example)
            elif shares:
                article.skipped_types.add((example, kind))
