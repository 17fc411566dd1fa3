"""Answers of queries, and the list of saved ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import click
import pyoxigraph as ox
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from unccd_kg import iris
from unccd_kg.errors import UsageError
from unccd_kg.queries import SavedQuery
from unccd_kg.render.console import counted, json_text, stdout, table
from unccd_kg.store import Rows

__all__ = ["answer", "saved_queries"]

_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
}
# Where an answer stands is its heading; IRIs and the language of the quote are for machines.
_HEADING = frozenset({"symbol", "paragraph", "language"})


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
    console = stdout()
    if "quote" in names:
        for number, row in enumerate(found, start=1):
            _print_block(console, number, row)
    else:
        listed = table(*names)
        for row in found:
            listed.add_row(*(escape(_plain(term)) for term in row.values()))
        console.print(listed)
    console.print(
        f"{counted(len(found), 'row')}; --format csv, tsv or json for machines", style="dim"
    )


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
    listed = table("name", "question", "parameters (default)")
    for each in saved.values():
        params = "\n".join(f"{p.name} ({', '.join(p.default) or 'any'})" for p in each.parameters)
        question = f"{each.summary['en']}\n{each.summary['zh']}"
        listed.add_row(each.name, escape(question), escape(params))
    stdout().print(listed)
