"""The front of a document: body, session, dates, venue, agenda item, titles.

What stands before the first numbered paragraph is read line by line; a line that no rule knows
is left unread, and counted as such.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from unccd_kg.errors import UsageError
from unccd_kg.model import Header, Region, RegionKind
from unccd_kg.reading.lines import Line, join, measure, regions_of, width
from unccd_kg.reading.masthead import MastheadLine, printed_date

__all__ = ["chinese_number", "read_header"]

_FRONT_LINES = {
    "zh": {
        "session": re.compile(r"第 ?(?P<number>[一二三四五六七八九十百\d]+) ?届会议"),
        "dates": re.compile(
            r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
            r"(?: ?至 ?(?:(?P<month2>\d{1,2}) ?月 ?)?(?P<day2>\d{1,2}) ?日)?[，,] ?(?P<venue>.+)"
        ),
        "item": re.compile(r"(?:临时)?议程项目 ?(?P<item>\d+ ?(?:\([a-z]\)(?:\([ivx]+\))?)?)"),
        "body": re.compile(r".{2,40}(?:委员会|会议|大会|理事会|机构)"),
    }
}
# A heading of the text itself, as "A. 概述" or "一、导言": no title of the document.
_HEADING = re.compile(r"(?:[A-Z]|[IVX]+)\. |[一二三四五六七八九十]+、")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}


def read_header(
    lines: Sequence[Line], first: int, masthead: Mapping[int, MastheadLine], language: str
) -> tuple[Header, tuple[Region, ...]]:
    """The header that a document prints, and what each line before the ``first`` paragraph was.

    Raises :class:`UsageError` for a language whose fronts cannot be read yet.
    """
    if language not in _FRONT_LINES:
        known = ", ".join(sorted(_FRONT_LINES))
        raise UsageError(f"no rules for the language '{language}'", hint=f"languages: {known}")
    front = _Front(_FRONT_LINES[language], full=measure(lines) * 0.9)
    kinds: list[RegionKind] = []
    for index, line in enumerate(lines[:first]):
        if index in masthead:
            kinds.append(masthead[index].kind)
        elif not line.text:
            kinds.append(kinds[-1] if kinds else RegionKind.FURNITURE)
        else:
            kinds.append(RegionKind.HEADER if front.take(line) else RegionKind.UNREAD)
    fields: dict[str, str] = {}
    for mark in masthead.values():
        for key, value in mark.fields.items():
            fields.setdefault(key, value)
    return front.header(fields), regions_of(lines[:first], kinds)


@dataclass(slots=True)
class _Front:
    """Takes the front lines one after the other; titles are whatever follows the known lines."""

    patterns: Mapping[str, re.Pattern[str]]
    full: float
    body: str = ""
    session: int | None = None
    start: date | None = None
    end: date | None = None
    venue: str = ""
    item: str = ""
    titles: list[Line] = field(default_factory=list)

    def take(self, line: Line) -> bool:
        """Read one line; tells whether it was understood."""
        matches = {name: pattern.fullmatch(line.text) for name, pattern in self.patterns.items()}
        if match := matches["session"]:
            self.session = chinese_number(match["number"])
        elif match := matches["dates"]:
            year, month, day = (int(match[key]) for key in ("year", "month", "day"))
            self.start = date(year, month, day)
            last = int(match["month2"] or month), int(match["day2"] or day)
            self.end = date(year, *last)
            self.venue = match["venue"]
        elif match := matches["item"]:
            self.item = match["item"].replace(" ", "")
        elif self.session is None and matches["body"]:
            self.body = line.text
        elif (self.session is not None or self.item) and not _HEADING.match(line.text):
            self.titles.append(line)
        else:
            return False
        return True

    def header(self, fields: Mapping[str, str]) -> Header:
        """The header of the lines taken and the fields of the masthead."""
        titles, repeated = _titles(self.titles, self.full)
        return Header(
            symbol=fields.get("symbol", ""),
            body=self.body,
            session=self.session,
            start_date=self.start,
            end_date=self.end,
            venue=self.venue,
            agenda_item=self.item,
            item_titles=titles if self.item else (),
            title=repeated or (titles[-1] if titles else ""),
            language=fields.get("language", ""),
            original_language=fields.get("original", ""),
            distribution=fields.get("distribution", ""),
            issued=printed_date(fields["date"]) if "date" in fields else None,
            job_number=fields.get("job", ""),
        )


def _titles(lines: Sequence[Line], full: float) -> tuple[tuple[str, ...], str]:
    """The titles in order, each once, and the last one that is printed twice.

    The title of the agenda item is printed again as the title of the text, often wrapped
    elsewhere: lines are joined while they are full or spell out an earlier title. What follows
    the second printing (who submits the text) is no title of the item.
    """
    titles: list[str] = []
    repeated = ""
    pending: list[str] = []
    for line in lines:
        pending.append(line.text.rstrip(":："))
        text = join(pending)
        whole = line.text[-1] in ":：" or width(line.text) < full
        if text in titles:
            repeated, pending = text, []
        elif whole and not any(title.startswith(text) for title in titles):
            titles.append(text)
            pending = []
    if pending:
        titles.append(join(pending))
    if repeated:
        titles = titles[: titles.index(repeated) + 1]
    return tuple(titles), repeated


def chinese_number(text: str) -> int:
    """A number below 200 in Chinese or Arabic figures.

    >>> [chinese_number(text) for text in ("八", "十", "十七", "二十三", "一百零二", "23")]
    [8, 10, 17, 23, 102, 23]
    """
    if text.isdigit():
        return int(text)
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _DIGITS.get(hundreds, 1) * 100 if "百" in text else 0
    value += (_DIGITS.get(tens.lstrip("零"), 1) if ten else 0) * 10
    return value + (_DIGITS[ones.lstrip("零")] if ones.lstrip("零") else 0)
