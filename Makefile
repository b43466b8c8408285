# Entente: two commands do everything, `make demo` and `make test`. Each installs what is missing first.

PREFIX ?= /usr/local
RELEASE = .build/release/entente
DEMO = demo
TRAINING = .cache/training-venv
PEERS = .cache/peers-venv
PAGES = .cache/pages-venv

SIZE ?= 1000000
ARTICLES ?= 100000
BENCH = .build/bench-graph.sqlite

.PHONY: help setup build demo test check-crash lint format install gallery bench bench-graph bench-ingest bench-pages check-peers train clean

help:
	@echo "make demo                 build, ingest the sample articles, print relations, draw a diagram"
	@echo "make test                 all tests, and the format check"
	@echo "make check-crash          kills ingest fifty times at random and looks at what is left"
	@echo "make build                the release binary, $(RELEASE)"
	@echo "make install PREFIX=DIR   binary, data and model below DIR (default $(PREFIX))"
	@echo "make gallery              the pictures of Visualizations/, from the sample articles"
	@echo "make bench                Entente and spaCy on the same texts"
	@echo "make check-peers          Entente's Cypher and Kuzu's on the same graph; needs Python"
	@echo "make bench-graph SIZE=N   a made-up graph of N triples (default $(SIZE)): load rate, size, questions, Kuzu beside it"
	@echo "make bench-ingest         many made-up articles through ingest: time and memory"
	@echo "make bench-pages          the main text of web pages, Entente's and trafilatura's; needs Python"
	@echo "make train                trains the relation scorer anew; needs Python and 6 GB for PyTorch"
	@echo "make format               format all sources"
	@echo "make clean                remove what was built"

setup:
	@scripts/install-packages
	@scripts/fetch-model

build: setup
	swift build -c release --product entente

demo: build
	@mkdir -p $(DEMO)
	$(RELEASE) ingest data/articles/samples.jsonl data/articles/*.txt --db $(DEMO)/world.sqlite
	$(RELEASE) relations --db $(DEMO)/world.sqlite --limit 12
	$(RELEASE) relations --db $(DEMO)/world.sqlite --from NATO --to "South Korea"
	$(RELEASE) diagram --db $(DEMO)/world.sqlite --around "South Korea" -o $(DEMO)/korea.svg
	@echo "The picture is $(DEMO)/korea.svg; the graph is $(DEMO)/world.sqlite."

test: setup lint
	swift build --build-tests
	swift test --skip-build

check-crash: setup
	ENTENTE_CRASH_ROUNDS=50 swift test --filter CrashTests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/entente"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/entente"
	rm -rf "$(DESTDIR)$(PREFIX)/share/entente/data"
	cp -R data "$(DESTDIR)$(PREFIX)/share/entente/data"
	rm -rf "$(DESTDIR)$(PREFIX)/share/entente/data/training"
	scripts/fetch-model --install "$(DESTDIR)$(PREFIX)/share/entente/model"

gallery: build
	scripts/gallery $(RELEASE)

bench: setup
	swift build -c release --product LanguageBenchmark
	Benchmarks/language/run.py

# The stamp says that all packages are there.
$(PEERS)/ready: Tests/Peers/requirements.txt
	test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --requirement Tests/Peers/requirements.txt
	touch $@

check-peers: build $(PEERS)/ready
	$(PEERS)/bin/python Tests/Peers/check.py $(RELEASE)

bench-graph: setup
	swift build -c release --product GraphBenchmark
	.build/release/GraphBenchmark $(SIZE) $(BENCH)
	@$(MAKE) --silent $(PEERS)/ready || echo "Kuzu cannot be installed here."
	@PATH="$(CURDIR)/$(PEERS)/bin:$$PATH" python3 Benchmarks/graph/peer.py $(BENCH)

bench-ingest: build
	Benchmarks/ingest/run.py $(RELEASE) $(ARTICLES)

bench-pages: setup
	swift build -c release --product PagesBenchmark
	test -x $(PAGES)/bin/python || python3 -m venv $(PAGES)
	$(PAGES)/bin/python -m pip install --quiet --requirement Benchmarks/pages/requirements.txt
	$(PAGES)/bin/python Benchmarks/pages/run.py .build/release/PagesBenchmark

train: setup
	@echo "Training needs Python 3.10 or later and, with its packages, 6 GB of disk; it takes about 10 minutes."
	swift build -c release --product ScorerExamples
	test -x $(TRAINING)/bin/python || python3 -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --requirement Benchmarks/training/requirements.txt
	$(TRAINING)/bin/python Benchmarks/training/train.py

clean:
	rm -rf .build $(DEMO)
