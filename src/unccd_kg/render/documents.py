"""Documents: what a run did with them, what is in a store, one paragraph with its statements."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.markup import escape
from rich.text import Text

from unccd_kg.asking import Summary
from unccd_kg.ingesting import Outcome
from unccd_kg.load import StoredDocument
from unccd_kg.model import Concept, ReadParagraph, Statement
from unccd_kg.render.console import counted, json_text, stdout, table
from unccd_kg.validate import Finding
from unccd_kg.vocabulary import Vocabulary

__all__ = ["findings", "outcomes", "paragraph", "problems", "summary"]


def problems(outcome: Outcome) -> None:
    """What went wrong with a file, and what looks odd, on stderr."""
    if outcome.error is not None:
        click.echo(f"unccd-kg: {outcome.error}", err=True)
    if outcome.findings:
        click.echo(
            f"unccd-kg: {outcome.path}: not stored, {counted(len(outcome.findings), 'finding')}:",
            err=True,
        )
    for finding in outcome.findings:
        click.echo(f"  {finding}", err=True)
    if outcome.extraction is not None:
        for warning in outcome.extraction.warnings:
            click.echo(f"unccd-kg: {outcome.path}: warning: {warning}", err=True)


def outcomes(results: Sequence[Outcome]) -> None:
    """The table at the end of a run: what was read as what."""
    listed = table("document", "status", "what was read")
    listed.columns[0].no_wrap = True
    for outcome in results:
        if (extraction := outcome.extraction) is None:
            listed.add_row(escape(outcome.path.name), outcome.status, "")
            continue
        unclassified = sum(len(each.unclassified) for each in extraction.paragraphs)
        characters = extraction.document.characters().items()
        listed.add_row(
            extraction.slug,
            outcome.status,
            f"{counted(len(extraction.paragraphs), 'paragraph')}, "
            f"{counted(extraction.statements, 'statement')}, "
            f"{unclassified} unclassified\ncharacters: "
            + ", ".join(f"{count} {kind}" for kind, count in characters),
        )
    console = stdout()
    console.print(listed)
    read = [outcome.extraction for outcome in results if outcome.extraction is not None]
    console.print(
        ", ".join(
            (
                counted(len(read), "document"),
                counted(sum(len(each.paragraphs) for each in read), "paragraph"),
                counted(sum(each.statements for each in read), "statement"),
                counted(sum(len(each.findings) for each in results), "SHACL finding"),
            )
        )
    )


def findings(found: Sequence[Finding], *, checked: int, as_json: bool) -> None:
    """The findings of a validation."""
    if as_json:
        click.echo(json_text([dataclasses.asdict(each) for each in found]), nl=False)
        return
    for finding in found:
        click.echo(str(finding))
    total = counted(len(found), "finding")
    click.echo(f"{counted(checked, 'document')} and the vocabularies checked: {total}")


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
        value = {"document": _json_value(document)} | _json_value(read)
        click.echo(json_text(value), nl=False)
        return
    console = stdout()
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
    """A value of the model in JSON: a concept is its IRI; the graph keeps no line of the source."""
    if isinstance(value, Concept):
        return value.iri
    if isinstance(value, tuple):
        return [_json_value(each) for each in value]
    if dataclasses.is_dataclass(value):
        names = (each.name for each in dataclasses.fields(value) if each.name != "line")
        return {name: _json_value(getattr(value, name)) for name in names}
    return value


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
    console = stdout()
    listed = table("document", "language", "paragraphs", "statements", "title")
    for each in found.documents:
        document = each.document
        counts = (str(each.paragraphs), str(each.statements))
        listed.add_row(document.slug, document.language, *counts, escape(document.title))
    console.print(listed)
    console.print("statements by act: " + ", ".join(f"{a.slug} {n}" for a, n in found.acts))
    console.print("engines: " + ", ".join(f"{name} {v}" for name, v in found.engines), style="dim")
