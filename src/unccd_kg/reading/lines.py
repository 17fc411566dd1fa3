"""Lines with their offsets, their width on a page, and how two of them join."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unccd_kg.model import Region, RegionKind

__all__ = ["Line", "join", "measure", "regions_of", "split_lines", "width"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: 1-based number, offsets in the input (its line break included), stripped text."""

    number: int
    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    r"""The lines of a text; their offsets cover it without gap.

    >>> [(line.start, line.end, line.text) for line in split_lines(" a\n\nb")]
    [(0, 3, 'a'), (3, 4, ''), (4, 5, 'b')]
    """
    found = []
    for number, match in enumerate(re.finditer(r"[^\n]*\n|[^\n]+", text), start=1):
        found.append(Line(number, match.start(), match.end(), match.group().strip()))
    return found


def width(text: str) -> int:
    """The printed width in columns: a Chinese character takes two.

    >>> width("公约 L.7")
    8
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def measure(lines: Sequence[Line]) -> int:
    """The width of a full line: nine of ten lines are no wider."""
    widths = sorted(width(line.text) for line in lines if line.text)
    return widths[int(len(widths) * 0.9)] if widths else 0


def join(pieces: Iterable[str]) -> str:
    """Undo hard wraps: no space beside a Chinese character, one between two Latin words.

    >>> join(["防治荒漠化", "公约"]), join(["Original:", "English"])
    ('防治荒漠化公约', 'Original: English')
    """
    kept = [piece for piece in pieces if piece]
    text = "".join(kept[:1])
    for before, after in pairwise(kept):
        wide = any(unicodedata.east_asian_width(char) in "WFA" for char in before[-1] + after[0])
        text += after if wide else " " + after
    return text


def regions_of(lines: Sequence[Line], kinds: Sequence[RegionKind]) -> tuple[Region, ...]:
    """Neighbouring lines of one kind as one region."""
    regions: list[Region] = []
    for line, kind in zip(lines, kinds, strict=True):
        if regions and regions[-1].kind is kind and regions[-1].end == line.start:
            regions[-1] = Region(kind, regions[-1].start, line.end)
        else:
            regions.append(Region(kind, line.start, line.end))
    return tuple(regions)
