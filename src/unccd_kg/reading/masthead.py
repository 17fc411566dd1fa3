"""What the United Nations print on every page: symbol, distribution, language, job number.

A masthead can stand anywhere in a text that came out of a PDF, in the middle of a paragraph too
(ICCD/CRIC(23)/L.7, paragraph 5). A *sure* line is recognised by itself; a *likely* one (a bare
date, a page number) only in the neighbourhood of a sure one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unccd_kg.model import RegionKind
from unccd_kg.reading.lines import Line

__all__ = ["SYMBOL", "MastheadLine", "find_masthead", "printed_date"]

SYMBOL = (
    r"(?=[A-Za-z0-9/().\-]*\d)"  # a digit somewhere: two acronyms are no symbol
    r"[A-Z]{1,8}(?:/[A-Z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?(?:\([A-Za-z0-9.]+\))?)+"
)
"""A document symbol, as ``ICCD/CRIC(23)/L.7`` or ``A/RES/79/207``."""

_LANGUAGES = {
    "Arabic": "ar", "Chinese": "zh", "English": "en", "French": "fr", "Russian": "ru",
    "Spanish": "es", "中文": "zh", "英文": "en", "法文": "fr", "俄文": "ru", "西班牙文": "es",
    "阿拉伯文": "ar",
}  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December"
).split()

_SURE = (
    re.compile(rf"(?P<masthead>联 ?合 ?国|United Nations)\s+(?P<symbol>{SYMBOL})"),
    re.compile(rf"(?P<symbol>{SYMBOL})"),
    re.compile(r"(?P<masthead>.{0,40}?)\s*Distr\.?\s*:\s*(?P<distribution>[A-Z]\w+)"),
    re.compile(r"(?P<masthead>)(?:Original|原文)\s*[:：]\s*(?P<original>\w+)"),
    re.compile(r"\*\d{6,8}\*"),  # the figures of the bar code
    re.compile(r"请回收|Please recycle.{0,3}"),
    re.compile(r"(?:\d{1,3}\s+)?(?P<job>GE\.\d{2}-\d{5,6})(?:\s*\([A-Z]\))?(?:\s+\d{1,6})*"),
)
_LIKELY = (
    re.compile(rf"(?P<masthead>)(?P<language>{'|'.join(_LANGUAGES)})"),
    re.compile(rf"(?P<masthead>)(?P<date>\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}})"),
    re.compile(r"(?P<masthead>)(?P<date>\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)"),
    re.compile(r"(?P<masthead>联 ?合 ?国|United Nations)"),
    re.compile(r"\d{1,3}"),
)


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """The fields that one masthead line prints; a running head or foot is furniture."""

    kind: RegionKind
    fields: Mapping[str, str]


def find_masthead(lines: Sequence[Line]) -> dict[int, MastheadLine]:
    r"""Masthead lines by their index in ``lines``.

    >>> from unccd_kg.reading.lines import split_lines
    >>> found = find_masthead(split_lines("Chinese\nOriginal: English\n2 GE.25-19938\n"))
    >>> for line in found.values():
    ...     print(line.kind.value, dict(line.fields))
    header {'language': 'zh'}
    header {'original': 'en'}
    furniture {'job': 'GE.25-19938'}
    """
    printed = [index for index, line in enumerate(lines) if line.text]
    found = {index: mark for index in printed if (mark := _match(_SURE, lines[index]))}
    for order in (printed, printed[::-1]):
        beside = False
        for index in order:
            if index not in found and beside and (mark := _match(_LIKELY, lines[index])):
                found[index] = mark
            beside = index in found
    return dict(sorted(found.items()))


def _match(patterns: Sequence[re.Pattern[str]], line: Line) -> MastheadLine | None:
    for pattern in patterns:
        if match := pattern.fullmatch(line.text):
            fields = {key: value for key, value in match.groupdict().items() if value is not None}
            kind = RegionKind.HEADER if "masthead" in fields else RegionKind.FURNITURE
            fields.pop("masthead", None)
            for key in fields.keys() & {"language", "original"}:
                fields[key] = _LANGUAGES.get(fields[key], fields[key])
            return MastheadLine(kind, fields)
    return None


def printed_date(text: str) -> date:
    """A date as a masthead prints it, in English or Chinese.

    >>> printed_date("5 December 2025") == printed_date("2025 年 12 月 5 日")
    True
    """
    if "年" in text:
        return date(*map(int, re.findall(r"\d+", text)))
    day, month, year = text.split()
    return date(int(year), _MONTHS.index(month) + 1, int(day))
