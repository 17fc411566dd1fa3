"""The main job: files become documents, statements, a validated graph, a named graph in a store.

One file is one transaction: it enters the store whole or not at all, and a file that is refused
does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from unccd_kg import iris
from unccd_kg.build import build, vocabulary_graph
from unccd_kg.errors import DocumentError, KgError, UsageError
from unccd_kg.extract import Extractor
from unccd_kg.iris import DocumentIris
from unccd_kg.model import Extraction
from unccd_kg.reading import read_file
from unccd_kg.store import Store
from unccd_kg.validate import Finding, Validator

__all__ = ["Options", "Outcome", "Status", "files", "ingest", "report"]


class Status(StrEnum):
    """What became of a file: ``checked`` in a dry run, ``refused`` where it cannot be read."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    CHECKED = "checked"
    INVALID = "invalid"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may say about all files of a run; empty values are found out by reading."""

    recipe: str
    language: str | None = None
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Path
    status: Status
    quads: int = 0
    extraction: Extraction | None = None
    findings: Sequence[Finding] = field(default_factory=tuple)
    error: KgError | None = None

    @property
    def exit_code(self) -> int:
        """The exit code that this file alone would give."""
        if self.error is not None:
            return self.error.exit_code
        return 1 if self.findings else 0


def files(paths: Iterable[Path]) -> list[Path]:
    """The files named by paths: a folder stands for its ``.txt`` files, sorted.

    Raises :class:`UsageError` where a path does not exist or a folder holds no text.

    >>> from unccd_kg.resources import folder
    >>> [path.name[:3] for path in files([folder("documents")])]
    ['000', '002']
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            texts = sorted(path.rglob("*.txt"))
            if not texts:
                raise UsageError("no .txt file in this folder", where=str(path))
            found.extend(texts)
        elif path.exists():
            found.append(path)
        else:
            raise UsageError("no such file", where=str(path), hint="check the path")
    return list(dict.fromkeys(found))


def ingest(
    paths: Sequence[Path],
    *,
    extractor: Extractor,
    validator: Validator,
    open_store: Callable[[], Store] | None,
    options: Options,
) -> Iterator[Outcome]:
    """Read, validate and store files one after the other; gives an outcome each.

    The store is opened for the first file that is fit for it, so that nothing is made for a run
    of bad files; without ``open_store`` nothing is stored. Raises :class:`UsageError` for an
    unknown recipe and :class:`StoreError` where the store fails.
    """
    extractor.recipe(options.recipe)
    store: Store | None = None
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            document = read_file(path, language=options.language)
            extraction = extractor.extract(document, recipe=options.recipe, symbol=options.symbol)
            graph = DocumentIris(extraction.slug, document.language, extractor.base).graph
            if graph in seen:
                raise DocumentError(
                    f"this is '{extraction.slug}' once more, after {seen[graph].name}",
                    where=str(path),
                    hint="ingest one version of a document, or name this one with --symbol",
                )
        except (DocumentError, UsageError) as error:
            yield Outcome(path, Status.REFUSED, error=error)
            continue
        seen[graph] = path
        quads = build(extraction, extractor.vocabulary, base=extractor.base)
        findings = validator.validate(quads)
        if findings:
            yield Outcome(path, Status.INVALID, len(quads), extraction, findings)
        elif open_store is None:
            yield Outcome(path, Status.CHECKED, len(quads), extraction)
        else:
            if store is None:
                store = open_store()
                store.replace(iris.VOCAB_GRAPH, vocabulary_graph(extractor.vocabulary))
            changed = store.replace(graph, quads)
            status = Status.STORED if changed else Status.UNCHANGED
            yield Outcome(path, status, len(quads), extraction)


def report(outcomes: Iterable[Outcome]) -> list[dict[str, Any]]:
    """The outcomes as JSON values: counts, characters by kind, findings, unclassified spans."""
    return [_report(outcome) for outcome in outcomes]


def _report(outcome: Outcome) -> dict[str, Any]:
    row: dict[str, Any] = {"file": str(outcome.path), "status": outcome.status}
    if outcome.error is not None:
        error = outcome.error
        row["error"] = {"what": error.what, "where": error.where, "hint": error.hint}
    if (extraction := outcome.extraction) is not None:
        header = extraction.document.header
        row |= {
            "document": extraction.slug,
            "symbol": header.symbol,
            "language": extraction.document.language,
            "recipe": extraction.recipe,
            "paragraphs": len(extraction.paragraphs),
            "statements": extraction.statements,
            "quads": outcome.quads,
            "characters": {
                kind.value: count for kind, count in extraction.document.characters().items()
            },
            "unclassified": [
                {"paragraph": read.paragraph.number, "text": span.text}
                for read in extraction.paragraphs
                for span in read.unclassified
            ],
            "warnings": list(extraction.warnings),
            "findings": [
                {
                    "paragraph": finding.paragraph,
                    "focus": finding.focus,
                    "message": dict(finding.message),
                }
                for finding in outcome.findings
            ],
        }
    return row
