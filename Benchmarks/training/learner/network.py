"""The network that ScorerNetwork (Sources/Relations/Scoring) runs, and what it is to learn."""
import numpy
import torch
from torch import nn
from torch.nn import functional

from learner.examples import KINDS, WIDTH
from learner.texts import REALIS, TYPES

# Of the five words of an example - trigger, source, target, object, governor - these are seen.
WORDS = (0, 3, 4)


class Network(nn.Module):
    """Embeddings of features and layers of vectors, summed in one hidden layer; types, hints and realis behind it."""

    def __init__(self, hidden, rows):
        super().__init__()
        self.rows = nn.EmbeddingBag(rows, hidden, mode="sum", padding_idx=0)
        nn.init.normal_(self.rows.weight, 0, 0.02)
        self.rows.weight.data[0] = 0
        # All five words have a layer, so that a seed gives the start that it gave when scorer.bin was made.
        self.words = nn.ModuleList([nn.Linear(WIDTH, hidden, bias=False) for _ in range(5)])
        for layer in self.words:
            nn.init.normal_(layer.weight, 0, 0.02)
        self.bias = nn.Parameter(torch.zeros(hidden))
        self.hint = nn.Linear(hidden, KINDS)
        self.out = nn.Linear(hidden, len(TYPES))
        self.realis = nn.Linear(hidden, len(REALIS))
        nn.init.constant_(self.out.bias, -3.0)

    def forward(self, batch, drop, drop_features, drop_words):
        """The logits of types and of realis, an article at a time.

        drop: the share of the hidden layer that is left out; drop_features: that of features; drop_words: whether all
        words of the text are, so that the rest learns to do without them.
        """
        weights = ((torch.rand(batch.rows.shape[0]) > drop_features) & (batch.rows > 0)).float() / (1 - drop_features)
        if drop_words:
            weights = weights * (~batch.lexical).float()
        layer = functional.embedding_bag(batch.rows, self.rows.weight, batch.offsets, mode="sum",
                                         per_sample_weights=weights, sparse=True) + self.bias
        if not drop_words:
            for word in WORDS:
                layer = layer + self.words[word](batch.vectors[word])
        layer = functional.dropout(functional.relu(layer), drop, True)
        hinted = torch.einsum("nk,nkt->nt", self.hint(layer), batch.hints.float())
        return self.out(layer) + hinted, self.realis(layer)


class Batch:
    """The examples of an article as tensors."""

    def __init__(self, article, vectors):
        self.article = article
        self.rows = torch.from_numpy(article.rows)
        self.lexical = torch.from_numpy(article.isLexical)
        self.offsets = torch.from_numpy(numpy.concatenate([[0], numpy.cumsum(article.counts)[:-1]]))
        self.hints = torch.from_numpy(article.hints)
        self.vectors = {}
        for word in WORDS:
            tokens = article.words[:, word]
            chosen = vectors[numpy.maximum(tokens, 0)].copy()
            chosen[tokens < 0] = 0
            self.vectors[word] = torch.from_numpy(chosen)


def loss(article, types, realis):
    """How far the logits are from the labels: a pair is right if any of its examples is (noisy or)."""
    wrong = torch.ones(types.shape)
    if article.skipped:
        wrong[sorted(article.skipped)] = 0
    for example, kind in article.skipped_types:
        wrong[example, kind] = 0
    for pair, kind in article.unsure:
        wrong[article.of_pair[pair], kind] = 0
    for pair, kind, _, _ in article.right:
        wrong[article.of_pair[pair], kind] = 0
    costs = functional.softplus(types)
    total, total_realis = (costs * wrong).sum(), 0
    for _, kind, status, carriers in article.right:
        total = total - torch.log(-torch.expm1(-costs[carriers, kind].sum()) + 1e-7)
        best = carriers[int(torch.argmax(types[carriers, kind]))]
        total_realis = total_realis + functional.cross_entropy(realis[best:best + 1], torch.tensor([status]))
    return (total + 0.3 * total_realis) / 10
