"""Numbered paragraphs out of lines: wraps undone, furniture taken out, numbers checked.

A paragraph starts where a line opens with the next number, also where the line break before it
got lost. It ends with a sentence that closes on a short line; what follows without a number is
left unread (a heading, a footnote), never glued to the paragraph. Lettered items belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from unccd_kg.errors import DocumentError
from unccd_kg.model import Paragraph, Region, RegionKind
from unccd_kg.reading.lines import Line, join, measure, regions_of, width
from unccd_kg.reading.masthead import MastheadLine

__all__ = ["read_paragraphs"]

_TEXT_AHEAD = r"(?=[\u3400-\u9fff“《（(\"A-Z])"
_NUMBER = re.compile(rf"(\d{{1,3}})[.．](?:\s+|{_TEXT_AHEAD})(?=\S)")
_LOST_BREAK = re.compile(rf"(?<=[。；！？”）)])\s*(\d{{1,3}})[.．]\s+{_TEXT_AHEAD}")
_ITEM = re.compile(r"[(（]?(?:[a-z]|[ivx]+)[)）]")
_SENTENCE_END = re.compile(r"[。！？.!?；;][”\"）)]?$")


@dataclass(slots=True)
class _Open:
    """A paragraph while its lines come in."""

    number: int
    line: int
    pieces: list[str] = field(default_factory=list)
    closed: bool = False


def read_paragraphs(
    lines: Sequence[Line], masthead: Mapping[int, MastheadLine]
) -> tuple[tuple[Paragraph, ...], tuple[Region, ...], int]:
    r"""The numbered paragraphs, what each line from the first one on was, and that line's index.

    Raises :class:`DocumentError` where no paragraph is numbered, or a number repeats or jumps.

    >>> from unccd_kg.reading.lines import split_lines
    >>> paragraphs, _, first = read_paragraphs(split_lines("标题\n1. 甲。 2. 乙\n丙。\n"), {})
    >>> [(paragraph.number, paragraph.text) for paragraph in paragraphs], first
    ([('1', '甲。'), ('2', '乙丙。')], 1)
    """
    first = next((i for i, line in enumerate(lines) if _NUMBER.match(line.text)), None)
    if first is None:
        raise DocumentError(
            "no numbered paragraph found",
            hint="paragraphs must open with their number, as in '1. 一些缔约方…'",
        )
    full = _full_line(lines[first:])
    found: list[_Open] = []
    kinds: list[RegionKind] = []
    for index in range(first, len(lines)):
        line = lines[index]
        if index in masthead:
            kinds.append(masthead[index].kind)
        elif not line.text:
            kinds.append(kinds[-1])
        elif _take(line, found, full):
            kinds.append(RegionKind.PARAGRAPH)
        else:
            kinds.append(RegionKind.UNREAD)
    paragraphs = tuple(
        Paragraph(str(each.number), position, join(each.pieces), each.line)
        for position, each in enumerate(found, start=1)
    )
    return paragraphs, regions_of(lines[first:], kinds), first


def _full_line(lines: Sequence[Line]) -> float:
    """From which width on a line may go on in the next one; 0 where no line is wrapped.

    A wrapped line breaks off inside a sentence, and no new number follows it (as it follows a
    heading).
    """
    printed = [line for line in lines if line.text]
    wrapped = [
        line
        for line, after in pairwise(printed)
        if not _SENTENCE_END.search(line.text) and not _NUMBER.match(after.text)
    ]
    return measure(wrapped) * 0.9


def _take(line: Line, found: list[_Open], full: float) -> bool:
    """Give one line to the paragraphs; tells whether it belongs to one."""
    text = line.text
    if match := _NUMBER.match(text):
        _open(int(match[1]), line, found)
        text = text[match.end() :]
    elif found[-1].closed and not _ITEM.match(text):
        return False
    while match := _next_number(text, found[-1].number):
        found[-1].pieces.append(text[: match.start()].rstrip())
        _open(int(match[1]), line, found)
        text = text[match.end() :]
    found[-1].pieces.append(text)
    found[-1].closed = bool(_SENTENCE_END.search(text)) and (not full or width(line.text) < full)
    return True


def _next_number(text: str, current: int) -> re.Match[str] | None:
    matches = (match for match in _LOST_BREAK.finditer(text) if int(match[1]) == current + 1)
    return next(matches, None)


def _open(number: int, line: Line, found: list[_Open]) -> None:
    if found and number != found[-1].number + 1:
        before = found[-1]
        what = "repeats or goes back" if number <= before.number else "jumps"
        raise DocumentError(
            f"the paragraph number {what}: {number} follows {before.number} "
            f"(which starts in line {before.line})",
            where=f"line {line.number}",
            hint="mend the numbers, or split the text into one file a numbered sequence",
        )
    found.append(_Open(number, line.number))
