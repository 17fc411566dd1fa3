"""What the command line prints: tables and JSON on stdout, messages on stderr."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import click
import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from unccd_kg import iris
from unccd_kg.asking import Summary
from unccd_kg.errors import UsageError
from unccd_kg.evaluate import Comparison
from unccd_kg.ingesting import Outcome
from unccd_kg.load import StoredDocument
from unccd_kg.model import Concept, ReadParagraph, RegionKind, Statement
from unccd_kg.queries import SavedQuery
from unccd_kg.store import Rows
from unccd_kg.validate import Finding
from unccd_kg.vocabulary import Vocabulary

__all__ = [
    "answer",
    "findings",
    "json_text",
    "outcomes",
    "paragraph",
    "problems",
    "progress",
    "saved_queries",
    "scores",
    "summary",
]

_T = TypeVar("_T")
_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
}
# A table shows where a quote stands in one column; the full IRIs are in csv, tsv and json.
_PLACE = ("symbol", "paragraph")
_ONLY_FOR_MACHINES = frozenset({"document", "statement", "language"})


def _out() -> Console:
    return Console(highlight=False)


def _err() -> Console:
    return Console(stderr=True, highlight=False)


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def json_text(value: object) -> str:
    """JSON for machines: UTF-8 as it is, sorted keys left to the caller."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def progress(items: Iterable[_T], *, total: int) -> Iterator[_T]:
    """A progress bar on stderr, where that is a terminal."""
    console = _err()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        yield from bar.track(items, total=total, description="reading")


def problems(outcome: Outcome) -> None:
    """What went wrong with a file, and what looks odd, on stderr."""
    if outcome.error is not None:
        click.echo(f"unccd-kg: {outcome.error}", err=True)
    if outcome.findings:
        click.echo(
            f"unccd-kg: {outcome.path}: not stored, {len(outcome.findings)} findings:", err=True
        )
    for finding in outcome.findings:
        click.echo(f"  {finding}", err=True)
    if outcome.extraction is not None:
        for warning in outcome.extraction.warnings:
            click.echo(f"unccd-kg: {outcome.path}: warning: {warning}", err=True)


def outcomes(results: Sequence[Outcome]) -> None:
    """The table at the end of a run: what was read as what."""
    table = _table("document", "paragraphs", "statements", "unclassified", *RegionKind, "status")
    for column in table.columns[1:-1]:
        column.justify = "right"
    for outcome in results:
        if (extraction := outcome.extraction) is None:
            table.add_row(outcome.path.name, *[""] * (len(table.columns) - 2), outcome.status)
            continue
        unclassified = sum(len(each.unclassified) for each in extraction.paragraphs)
        counts = (len(extraction.paragraphs), extraction.statements, unclassified)
        characters = extraction.document.characters().values()
        table.add_row(extraction.slug, *map(str, (*counts, *characters)), outcome.status)
    console = _out()
    console.print(table)
    console.print(
        "header, paragraph, furniture and unread are characters of the input", style="dim"
    )


def findings(found: Sequence[Finding], *, checked: int, as_json: bool) -> None:
    """The findings of a validation."""
    if as_json:
        click.echo(json_text([dataclasses.asdict(each) for each in found]), nl=False)
        return
    for finding in found:
        click.echo(str(finding))
    click.echo(f"{checked} documents and the vocabularies checked: {len(found)} findings")


def answer(rows: Rows, format_: str) -> None:
    """The rows of a query."""
    if isinstance(rows, ox.QueryTriples):
        triples = sorted(set(rows), key=str)
        click.echo(ox.serialize(triples, format=ox.RdfFormat.TURTLE), nl=False)
    elif format_ == "ttl":
        raise UsageError(
            "this query gives rows, not triples", hint="use --format table, csv, tsv or json"
        )
    elif format_ in _RESULTS:
        data = rows.serialize(format=_RESULTS[format_])
        click.echo(data or b"", nl=False)
    elif isinstance(rows, ox.QueryBoolean):
        click.echo("yes" if rows else "no")
    else:
        _answer_table(rows)


def _answer_table(rows: ox.QuerySolutions) -> None:
    names = [variable.value for variable in rows.variables]
    placed = set(_PLACE) <= set(names)
    shown = [n for n in names if not placed or n not in {*_PLACE, *_ONLY_FOR_MACHINES}]
    table = _table(*(["paragraph"] if placed else []), *shown)
    count = 0
    for row in rows:
        count += 1
        cells = [_plain(row[name]) for name in shown]
        place = [f"{_plain(row['symbol'])} ¶ {_plain(row['paragraph'])}"] if placed else []
        table.add_row(*map(escape, place + cells))
    console = _out()
    for column in table.columns:
        if column.header == "quote":
            column.ratio, table.expand = 1, True
    console.print(table)
    more = "; --format csv has the IRIs too" if placed else ""
    console.print(f"{count} rows{more}", style="dim")


def _plain(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return iris.local_name(term.value)
    return term.value if isinstance(term, ox.Literal) else ""


def saved_queries(saved: Mapping[str, SavedQuery], *, as_json: bool) -> None:
    """The saved questions with their parameters."""
    if as_json:
        rows = [
            {
                "name": each.name,
                "summary": dict(each.summary),
                "description": dict(each.description),
                "tags": list(each.tags),
                "parameters": [dataclasses.asdict(p) for p in each.parameters],
            }
            for each in saved.values()
        ]
        click.echo(json_text(rows), nl=False)
        return
    table = _table("name", "question", "parameters (default)")
    for each in saved.values():
        params = "\n".join(f"{p.name} ({p.default})" for p in each.parameters)
        question = f"{each.summary['en']}\n{each.summary['zh']}"
        table.add_row(each.name, escape(question), escape(params))
    _out().print(table)


def paragraph(
    document: StoredDocument,
    read: ReadParagraph,
    vocabulary: Vocabulary,
    labels: str,
    *,
    as_json: bool,
) -> None:
    """A paragraph with its statements marked: quotes numbered, cues bold, contents underlined."""
    if as_json:
        value = {"document": dataclasses.asdict(document)} | _json_value(dataclasses.asdict(read))
        click.echo(json_text(value), nl=False)
        return
    console = _out()
    name = document.symbol or document.slug
    console.print(f"[bold]{escape(name)}[/], paragraph {escape(read.paragraph.number)}\n")
    console.print(_marked(read))
    console.print()
    table = _table("", "speaker", "act", "addressed to", "mentions", "groups", "themes", "also")
    for s in read.statements:
        lists = (s.addressed_to, s.mentions, s.groups, s.themes)
        names = (", ".join(vocabulary.label(c, labels) for c in concepts) for concepts in lists)
        table.add_row(
            str(s.order),
            vocabulary.label(s.speaker, labels),
            vocabulary.label(s.act, labels),
            *map(escape, names),
            escape(", ".join(_also(s, vocabulary, labels))),
        )
    console.print(table)
    for span in read.unclassified:
        console.print(f"not understood: {escape(span.text)}")


def _also(statement: Statement, vocabulary: Vocabulary, labels: str) -> Iterator[str]:
    if statement.modality is not None:
        yield vocabulary.label(statement.modality, labels)
    if statement.contrasts_with is not None:
        yield f"against {statement.contrasts_with}"
    if statement.condition is not None:
        yield statement.condition.text


def _marked(read: ReadParagraph) -> Text:
    """The text with ``[1 … ]`` around each quote, which shows on paper too."""
    text = Text(read.paragraph.text)
    for statement in read.statements:
        text.stylize("underline", statement.content.start, statement.content.end)
        text.stylize("bold", statement.cue.start, statement.cue.end)
    marked = Text()
    position = 0
    for statement in read.statements:
        quote = statement.quote
        if quote.start < position:
            continue
        marked.append_text(text[position : quote.start])
        marked.append(f"[{statement.order} ", "bold cyan")
        marked.append_text(text[quote.start : quote.end])
        marked.append("]", "bold cyan")
        position = quote.end
    marked.append_text(text[position:])
    return marked


def _json_value(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _json_value(each) for key, each in value.items() if key != "line"}
    if isinstance(value, list | tuple):
        return [_json_value(each) for each in value]
    return value.iri if isinstance(value, Concept) else value


def scores(ours: Comparison, trivial: Comparison, *, as_json: bool) -> None:
    """Figures by field beside the baseline's, then every disagreement."""
    if as_json:
        rows = {
            name: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "baseline_f1": trivial.scores[name].f1,
            }
            for name, score in ours.scores.items()
        }
        errors = [
            dict(zip(("paragraph", "field", "gold", "found"), e, strict=True)) for e in ours.errors
        ]
        click.echo(json_text({"scores": rows, "errors": errors}), nl=False)
        return
    console = _out()
    table = _table("field", "precision", "recall", "F1", "baseline F1", "right/found/gold")
    for name, score in ours.scores.items():
        figures = (score.precision, score.recall, score.f1, trivial.scores[name].f1)
        counts = f"{score.right}/{score.found}/{score.wanted}"
        table.add_row(name, *(f"{figure:.3f}" for figure in figures), counts)
    for column in table.columns[1:]:
        column.justify = "right"
    console.print(table)
    errors_table = _table("paragraph", "field", "gold", "found")
    for error in ours.errors:
        errors_table.add_row(*map(escape, error))
    console.print(errors_table if ours.errors else "no disagreement")


def summary(found: Summary, *, as_json: bool) -> None:
    """What is in a store."""
    if as_json:
        value = {
            "store": found.place,
            "documents": [
                dataclasses.asdict(each.document)
                | {
                    "paragraphs": each.paragraphs,
                    "statements": each.statements,
                    "unclassified": each.unclassified,
                }
                for each in found.documents
            ],
            "acts": {act.slug: count for act, count in found.acts},
            "engines": dict(found.engines),
        }
        click.echo(json_text(value), nl=False)
        return
    console = _out()
    table = _table("document", "language", "paragraphs", "statements", "title")
    for each in found.documents:
        document = each.document
        counts = (str(each.paragraphs), str(each.statements))
        table.add_row(document.slug, document.language, *counts, escape(document.title))
    console.print(table)
    console.print("statements by act: " + ", ".join(f"{a.slug} {n}" for a, n in found.acts))
    console.print("engines: " + ", ".join(f"{name} {v}" for name, v in found.engines), style="dim")
