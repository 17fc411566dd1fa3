"""Gold statements: what people found in a text, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from unccd_kg.errors import DocumentError
from unccd_kg.files import read_text
from unccd_kg.model import Span, Statement

__all__ = ["GoldStatement", "flatten", "read_gold"]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement in the form of the gold files, concepts by their slugs."""

    para: str
    order: int
    actor: str
    act: str
    cue: str
    quote: str
    content: str
    addressed_to: frozenset[str] = frozenset()
    modality: str = ""
    mentions: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    contrasts_with: int | None = None
    conditional: str = ""
    quote_span: Span | None = field(default=None, compare=False)
    content_span: Span | None = field(default=None, compare=False)


def read_gold(path: Path, texts: Mapping[str, str]) -> list[GoldStatement]:
    """The statements of a gold file (one JSON object a line).

    ``texts`` are the paragraphs' texts by number; they give the quotes their offsets. Raises
    :class:`DocumentError` naming the line that is not a gold statement or does not fit the text.
    """
    found: list[GoldStatement] = []
    ends: dict[str, int] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path.name}, line {number}"
        try:
            row = json.loads(line)
            para = str(row["para"])
            text = texts.get(para, "")
            start = text.find(row["quote"], ends.get(para, 0))
            if start < 0:
                raise DocumentError(
                    f"the quote is not in paragraph {para} of this document",
                    where=where,
                    hint="evaluate the document that the gold was made from",
                )
            quote = Span.of(text, start, start + len(row["quote"]))
            ends[para] = start
            offset = text.find(row["content"], start)
            content = Span.of(text, offset, offset + len(row["content"]))
            found.append(
                GoldStatement(
                    para=para,
                    order=row["order"],
                    actor=row["actor"],
                    act=row["act"],
                    cue=row["cue"],
                    quote=row["quote"],
                    content=row["content"],
                    addressed_to=frozenset(row["addressedTo"]),
                    modality=row["modality"],
                    mentions=frozenset(row["mentions"]),
                    groups=frozenset(row["groups"]),
                    themes=frozenset(row["themes"]),
                    contrasts_with=row["contrastsWith"],
                    conditional=row["conditional"],
                    quote_span=quote,
                    content_span=content,
                )
            )
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise DocumentError(f"not a gold statement: {error}", where=where) from error
    return found


def flatten(para: str, statement: Statement) -> GoldStatement:
    """One of our statements in the form of the gold."""
    return GoldStatement(
        para=para,
        order=statement.order,
        actor=statement.speaker.slug,
        act=statement.act.slug,
        cue=statement.cue.text,
        quote=statement.quote.text,
        content=statement.content.text,
        addressed_to=frozenset(each.slug for each in statement.addressed_to),
        modality=statement.modality.slug if statement.modality else "",
        mentions=frozenset(each.slug for each in statement.mentions),
        groups=frozenset(each.slug for each in statement.groups),
        themes=frozenset(each.slug for each in statement.themes),
        contrasts_with=statement.contrasts_with,
        conditional=statement.condition.text if statement.condition else "",
        quote_span=statement.quote,
        content_span=statement.content,
    )
