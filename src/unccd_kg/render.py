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
from rich.padding import Padding
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from unccd_kg import iris
from unccd_kg.asking import Summary
from unccd_kg.errors import UsageError
from unccd_kg.evaluate import Comparison
from unccd_kg.ingesting import Outcome
from unccd_kg.load import StoredDocument
from unccd_kg.model import Concept, ReadParagraph, Statement
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
# Where an answer stands is its heading; IRIs and the language of the quote are for machines.
_HEADING = frozenset({"symbol", "paragraph", "language"})


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
    table = _table("document", "status", "what was read")
    table.columns[0].no_wrap = True
    for outcome in results:
        if (extraction := outcome.extraction) is None:
            table.add_row(outcome.path.name, outcome.status, "")
            continue
        unclassified = sum(len(each.unclassified) for each in extraction.paragraphs)
        characters = extraction.document.characters().items()
        table.add_row(
            extraction.slug,
            outcome.status,
            f"{len(extraction.paragraphs)} paragraphs, {extraction.statements} statements, "
            f"{unclassified} unclassified\ncharacters: "
            + ", ".join(f"{count} {kind}" for kind, count in characters),
        )
    _out().print(table)


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
        _answer_rows(rows)


def _answer_rows(rows: ox.QuerySolutions) -> None:
    """Answers with quotes one below the other, other answers as a table."""
    names = [variable.value for variable in rows.variables]
    found = [{name: row[name] for name in names} for row in rows]
    console = _out()
    if "quote" in names:
        for number, row in enumerate(found, start=1):
            _print_block(console, number, row)
    else:
        table = _table(*names)
        for row in found:
            table.add_row(*(escape(_plain(term)) for term in row.values()))
        console.print(table)
    console.print(f"{len(found)} rows; --format csv, tsv or json for machines", style="dim")


def _print_block(console: Console, number: int, row: Mapping[str, object]) -> None:
    """One answer: where it stands, the facts, and the words of the document (with a language)."""
    where = f"{_plain(row.get('symbol'))}, paragraph {_plain(row.get('paragraph'))}"
    console.print(Text(f"{number}. ", "dim").append(where, "bold"))
    words = {name: t for name, t in row.items() if isinstance(t, ox.Literal) and t.language}
    facts = (
        f"{name}: {_plain(term)}"
        for name, term in row.items()
        if isinstance(term, ox.Literal) and name not in words and name not in _HEADING
    )
    _print_indented(console, Text(" · ".join(facts)))
    for name, term in words.items():
        _print_indented(
            console, Text("" if name == "quote" else f"{name}: ").append(f"“{term.value}”")
        )
    console.print()


def _print_indented(console: Console, text: Text) -> None:
    console.print(Padding(text, (0, 0, 0, 3), expand=False))


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
    for statement in read.statements:
        console.print(_described(statement, vocabulary, labels))
    for span in read.unclassified:
        console.print(f"not understood: {escape(span.text)}")


def _described(statement: Statement, vocabulary: Vocabulary, labels: str) -> Text:
    """What the graph says of one statement, in words."""

    def names(concepts: Iterable[Concept]) -> str:
        return ", ".join(vocabulary.label(concept, labels) for concept in concepts)

    against = statement.contrasts_with
    facts = {
        "addressed to": names(statement.addressed_to),
        "mentions": names(statement.mentions),
        "groups": names(statement.groups),
        "themes": names(statement.themes),
        "modality": names([statement.modality] if statement.modality else []),
        "condition": statement.condition.text if statement.condition else "",
        "set against": f"statement {against}" if against else "",
    }
    text = Text(f"{statement.order}  ", "bold cyan")
    text.append(vocabulary.label(statement.speaker, labels), "bold")
    text.append(f" · {vocabulary.label(statement.act, labels)}\n")
    for name, value in facts.items():
        if value:
            text.append(f"   {name}: ", "dim").append(f"{value}\n")
    return text


def _marked(read: ReadParagraph) -> Text:
    """The text with ``[1:…]`` around each quote, which shows on paper too."""
    text = Text(read.paragraph.text)
    for statement in read.statements:
        text.stylize("underline", statement.content.start, statement.content.end)
        text.stylize("bold", statement.cue.start, statement.cue.end)
    marked = Text(overflow="fold")
    position = 0
    for statement in read.statements:
        quote = statement.quote
        if quote.start < position:
            continue
        marked.append_text(text[position : quote.start])
        marked.append(f"[{statement.order}:", "bold cyan")
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
