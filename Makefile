# bakeoff: make alone lists the targets.
SWIFT ?= swift
PREFIX ?= /usr/local
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SYSTEM := $(shell uname -s)
SOURCES := Package.swift Sources Tests
# Further flags of the compiler; check sets them.
FLAGS ?=
SOAK_MINUTES ?= 2

# On Linux the Swift runtime goes into the binary; on macOS it is part of the system.
ifeq ($(SYSTEM),Linux)
  STATIC := --static-swift-stdlib
  # What make bench measures against.
  REFERENCE := ReferenceServer FloorClient
endif

.PHONY: help build test test-faults soak demo lint format check golden install bench clean headers readers
.DEFAULT_GOAL := help

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { sub(/\$$\$$/, "$$", $$2); printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: headers ## Build .build/release/bakeoff
	$(SWIFT) build -c release $(STATIC) --product bakeoff

demo: build ## Compare simulated models on this machine: no key, no network
	@.build/release/bakeoff demo

test: headers readers ## Run all tests
	$(SWIFT) test $(FLAGS)

test-faults: headers readers ## Run the program against every fault a server can cause
	FAULTS=all $(SWIFT) test $(FLAGS) --filter '^FaultTests'

soak: headers ## Run the program for SOAK_MINUTES (2) among all faults, killed and resumed
	SOAK_MINUTES=$(SOAK_MINUTES) $(SWIFT) test $(FLAGS) --filter '^FaultTests.SoakTests'

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## Format the sources
	$(SWIFT) format --in-place --recursive $(SOURCES)

check: lint ## What CI runs: lint, strict imports, warnings as errors, tests, all faults
	$(MAKE) test test-faults FLAGS="-Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error"

golden: headers readers ## Write the golden files of the tests anew
	RECORD=1 $(SWIFT) test

install: build ## Install one binary: make install PREFIX=$$HOME/.local
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/bakeoff "$(DESTDIR)$(PREFIX)/bin/bakeoff"
	@"$(DESTDIR)$(PREFIX)/bin/bakeoff" --version || { \
	  echo "bakeoff needs the system's libcurl and SQLite at run time: install libcurl4 and libsqlite3-0 (Debian, Ubuntu)." >&2; exit 1; }

bench: headers ## Measure bakeoff itself: how true are its numbers?
	@for product in bakeoff-bench $(REFERENCE); do \
	  $(SWIFT) build -c release $(STATIC) --product $$product || exit 1; done
	@.build/release/bakeoff-bench all

clean: ## Remove what was built
	$(SWIFT) package clean
	rm -rf .build

# The headers of libcurl and SQLite: part of every macOS SDK, packages elsewhere.
headers:
ifeq ($(SYSTEM),Linux)
	@$(if $(wildcard /usr/include/curl/curl.h /usr/include/*/curl/curl.h),:,$(call apt,libcurl4-openssl-dev))
	@$(if $(wildcard /usr/include/sqlite3.h),:,$(call apt,libsqlite3-dev))
endif

# Foreign readers that the tests hold our reports against.
readers:
ifeq ($(SYSTEM),Linux)
	@command -v cmark-gfm >/dev/null 2>&1 || $(call apt,cmark-gfm)
	@test -x /usr/bin/python3 || $(call apt,python3)
endif

# Installs Debian packages, or says what to install where there is no apt.
define apt
	{ command -v apt-get >/dev/null 2>&1 || { echo "Please install $(1) (its Debian name), then run make again." >&2; exit 1; }; \
	  echo "Installing $(1)"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }
endef
