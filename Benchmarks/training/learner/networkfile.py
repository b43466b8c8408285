"""Writes members side by side as data/relations/scorer.bin; ScorerNetwork.swift reads it, README.md describes it."""
import struct

import numpy

from learner.examples import WIDTH
from learner.network import WORDS

MAGIC = b"ENTSCOR1"


def write(members, names, path):
    """Writes the members, which have seen features of these names."""
    states = [{key: value.numpy() for key, value in member.state_dict().items()} for member in members]
    rows = numpy.concatenate([state["rows.weight"][1:] for state in states], 1)
    # Rows that carry next to nothing are left out.
    size = numpy.abs(rows).max(1)
    kept = size > 0.02 * numpy.median(size)
    rows, names = rows[kept], names[kept]
    factors = numpy.maximum(numpy.abs(rows).max(1), 1e-8) / 127
    signed = numpy.clip(numpy.round(rows / factors[:, None]), -127, 127)

    def floats(key, axis=0):
        return numpy.concatenate([state[key] for state in states], axis).astype("<f4")

    parts = [MAGIC, struct.pack("<4I", rows.shape[1], len(members), WIDTH, len(names)),
             (names & 0xFFFFFFFF).astype("<u4"), factors.astype("<f4"), signed.astype(numpy.int8), floats("bias")]
    parts += [floats(f"words.{word}.weight").T for word in WORDS]
    parts += [floats("out.weight", 1).T, floats("out.bias"), floats("hint.weight", 1).T, floats("hint.bias")]
    path.write_bytes(b"".join(part if isinstance(part, bytes) else part.tobytes() for part in parts))
    return len(names)
