"""Trains one member of the scorer."""
import copy
import random

import numpy
import torch

from learner.network import Batch, Network, loss

HIDDEN = 48
RATE = 3e-3
DECAY = 1e-6
DROP_FEATURES = 0.2
# Of examples that carry nothing: how many are kept where hints speak for a type, and where none does.
KEEP_HINTED, KEEP_OTHERS = 0.7, 0.25


def thinned(article):
    """A copy of an article without most examples that carry nothing, and without unknown features."""
    count = len(article.counts)
    dice = numpy.random.RandomState(count)
    right = {pair for pair, *_ in article.right}
    hinted = article.hints.reshape(count, -1).any(1)
    keep = numpy.array([article.pair[i] in right or hinted[i] and dice.rand() < KEEP_HINTED
                        or dice.rand() < KEEP_OTHERS for i in range(count)], bool)
    if not keep.any():
        keep[:1] = True
    new = numpy.cumsum(keep) - 1
    known = numpy.repeat(keep, article.counts) & (article.rows > 0)
    sums = numpy.concatenate([[0], numpy.cumsum(known)])
    ends = numpy.cumsum(article.counts)
    thin = copy.copy(article)
    thin.counts = (sums[ends] - sums[ends - article.counts])[keep]
    thin.rows, thin.isLexical = article.rows[known], article.isLexical[known]
    thin.pair, thin.words, thin.hints = article.pair[keep], article.words[keep], article.hints[keep]
    thin.index()
    thin.right = [(pair, kind, status, [int(new[i]) for i in carriers if keep[i]])
                  for pair, kind, status, carriers in article.right]
    thin.skipped = {int(new[i]) for i in article.skipped if keep[i]}
    thin.skipped_types = {(int(new[i]), kind) for i, kind in article.skipped_types if keep[i]}
    thin.unsure = {(pair, kind) for pair, kind in article.unsure if pair in thin.of_pair}
    return thin


def train(articles, vectors, rows, member, epochs):
    """A network that has seen the articles `epochs` times in random order; the rate falls to a twentieth."""
    torch.set_num_threads(1)
    torch.manual_seed(member.seed)
    random.seed(member.seed)
    network = Network(HIDDEN, rows)
    others = [weights for name, weights in network.named_parameters() if not name.startswith("rows.")]
    optimizers = [torch.optim.Adam(others, lr=RATE, weight_decay=DECAY),
                  torch.optim.SparseAdam([network.rows.weight], lr=RATE)]
    batches = [Batch(thinned(article), vectors) for article in articles if len(article.counts)]
    step, steps = 0, epochs * len(batches)
    for epoch in range(epochs):
        random.shuffle(order := list(range(len(batches))))
        total = 0.0
        for place in order:
            batch = batches[place]
            drop_words = random.random() < member.drop_words
            cost = loss(batch.article, *network(batch, member.drop, DROP_FEATURES, drop_words))
            for optimizer in optimizers:
                for group in optimizer.param_groups:
                    group["lr"] = RATE * max(0.05, 1 - step / steps)
                optimizer.zero_grad()
            cost.backward()
            for optimizer in optimizers:
                optimizer.step()
            step += 1
            total += cost.item()
        print(f"member {member.seed}, epoch {epoch + 1} of {epochs}: loss {total / len(batches):.3f}", flush=True)
    return network
