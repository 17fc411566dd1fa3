"""The graph of a document against gold: precision, recall and F1 by field.

A found statement matches a gold statement of the same paragraph where their quotes share at
least half of the characters of both together (overlap over union); the best pair goes first. A
field then counts as right where the matched pair agrees on it; set-valued fields are counted by
element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from unccd_kg.baseline import Baseline
from unccd_kg.errors import UsageError
from unccd_kg.gold import GoldStatement, flatten, read_gold
from unccd_kg.language import language_for
from unccd_kg.load import find_document, paragraphs
from unccd_kg.model import Span
from unccd_kg.store import Store
from unccd_kg.vocabulary import Vocabulary

__all__ = ["FIELDS", "Comparison", "Score", "compare", "evaluate_document"]

_Values: TypeAlias = Callable[[GoldStatement], frozenset[object]]

FIELDS = (
    "statements",
    "speaker",
    "act",
    "speaker+act",
    "addressees",
    "speaker+act+addressees",
    "content (overlap ≥ 0.9)",
    "content (exact)",
    "modality",
    "condition",
    "mentions",
    "groups",
    "themes",
    "contrast",
    "full proposition",
    "offsets",
)


@dataclass(frozen=True, slots=True)
class Score:
    """Right, found and wanted items of one field."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Right among found; 1 where nothing was found and nothing wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Right among wanted; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both.

        >>> Score(right=1, found=2, wanted=1).f1
        0.6666666666666666
        """
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scores by field, and the disagreements as ``(paragraph, field, gold, found)``."""

    scores: Mapping[str, Score]
    errors: Sequence[tuple[str, str, str, str]]


def evaluate_document(
    store: Store, vocabulary: Vocabulary, gold: Path, name: str | None = None
) -> tuple[Comparison, Comparison]:
    """Compare a stored document with a gold file; gives our figures and the baseline's.

    Without ``name`` the gold file names document and language: ``iccd-cric-23-l.7.zh.jsonl``.
    Raises :class:`UsageError` where the file or the document is missing.
    """
    if not gold.is_file():
        raise UsageError("no such gold file", where=str(gold), hint="check the path")
    stem, _, language = gold.name.removesuffix(".jsonl").rpartition(".")
    document = find_document(store, name or stem, language if name is None else None)
    read = paragraphs(store, document.graph)
    texts = {each.paragraph.number: each.paragraph.text for each in read}
    wanted = read_gold(gold, texts)
    ours = [flatten(each.paragraph.number, s) for each in read for s in each.statements]
    baseline = Baseline(vocabulary, language_for(document.language, vocabulary))
    trivial = [
        flatten(number, s) for number, text in texts.items() for s in baseline.statements(text)
    ]
    return compare(ours, wanted, texts), compare(trivial, wanted, texts)


def _share(one: Span | None, other: Span | None) -> float:
    """Characters in both spans over characters in either."""
    if one is None or other is None:
        return 0.0
    shared = one.overlap(other)
    return shared / ((one.end - one.start) + (other.end - other.start) - shared or 1)


def _match(
    found: Sequence[GoldStatement], gold: Sequence[GoldStatement]
) -> list[tuple[GoldStatement, GoldStatement]]:
    """Pairs ``(found, gold)``, the largest overlap first, each statement once."""
    ranked = sorted(
        (-_share(ours.quote_span, theirs.quote_span), i, j)
        for i, ours in enumerate(found)
        for j, theirs in enumerate(gold)
        if ours.para == theirs.para
    )
    pairs: dict[int, int] = {}
    for negative, i, j in ranked:
        if -negative >= 0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(found[i], gold[j]) for i, j in sorted(pairs.items())]


_SINGLE: dict[str, Callable[[GoldStatement], object]] = {
    "speaker": lambda s: s.actor,
    "act": lambda s: s.act,
    "speaker+act": lambda s: (s.actor, s.act),
    "speaker+act+addressees": lambda s: (s.actor, s.act, s.addressed_to),
    "content (exact)": lambda s: s.content,
}
_SETS: dict[str, _Values] = {
    "addressees": lambda s: frozenset(s.addressed_to),
    "modality": lambda s: frozenset({s.modality} - {""}),
    "condition": lambda s: frozenset({s.conditional} - {""}),
    "mentions": lambda s: frozenset(s.mentions),
    "groups": lambda s: frozenset(s.groups),
    "themes": lambda s: frozenset(s.themes),
}


def compare(
    found: Sequence[GoldStatement], gold: Sequence[GoldStatement], texts: Mapping[str, str]
) -> Comparison:
    """Compare statements with gold, field by field (see :data:`FIELDS`).

    *Offsets* counts found statements whose quote and content equal the text at their offsets;
    *full proposition* wants speaker, act, addressees, modality, mentions, groups and content
    (overlap ≥ 0.9) right at once.
    """
    pairs = _match(found, gold)
    errors: list[tuple[str, str, str, str]] = []
    sizes = (len(found), len(gold))
    scores: dict[str, Score] = {"statements": Score(len(pairs), *sizes)}
    for name, value in _SINGLE.items():
        wrong = [(o, t) for o, t in pairs if value(o) != value(t)]
        scores[name] = Score(len(pairs) - len(wrong), *sizes)
        if "+" not in name:
            errors.extend((t.para, name, str(value(t)), str(value(o))) for o, t in wrong)
    for name, (ours, theirs) in _sets(pairs).items():
        scores[name] = Score(
            sum(len(ours(o) & theirs(t)) for o, t in pairs),
            sum(len(ours(s)) for s in found),
            sum(len(theirs(s)) for s in gold),
        )
        errors.extend(
            (t.para, name, _listed(theirs(t)), _listed(ours(o)))
            for o, t in pairs
            if ours(o) != theirs(t)
        )
    close = [_share(o.content_span, t.content_span) >= 0.9 for o, t in pairs]
    scores["content (overlap ≥ 0.9)"] = Score(sum(close), *sizes)
    full = [
        near and _proposition(o) == _proposition(t)
        for near, (o, t) in zip(close, pairs, strict=True)
    ]
    scores["full proposition"] = Score(sum(full), *sizes)
    fitting = sum(_fits(statement, texts.get(statement.para, "")) for statement in found)
    scores["offsets"] = Score(fitting, len(found), len(found))
    errors.extend(_missing(found, gold, pairs))
    return Comparison({name: scores[name] for name in FIELDS}, sorted(errors, key=_position))


def _proposition(s: GoldStatement) -> tuple[object, ...]:
    return s.actor, s.act, s.addressed_to, s.modality, s.mentions, s.groups


def _sets(
    pairs: Iterable[tuple[GoldStatement, GoldStatement]],
) -> dict[str, tuple[_Values, _Values]]:
    """How a set-valued field is read off our statements and off the gold.

    Orders shift where a statement is missing: a contrast of ours is read through the pairing.
    """
    order = {(ours.para, ours.order): theirs.order for ours, theirs in pairs}

    def contrast(statement: GoldStatement) -> frozenset[object]:
        return frozenset(_numbers(statement))

    def paired(statement: GoldStatement) -> frozenset[object]:
        return frozenset(order.get((statement.para, each)) for each in _numbers(statement))

    return {name: (values, values) for name, values in _SETS.items()} | {
        "contrast": (paired, contrast)
    }


def _numbers(statement: GoldStatement) -> Iterable[int]:
    return () if statement.contrasts_with is None else (statement.contrasts_with,)


def _fits(statement: GoldStatement, text: str) -> bool:
    spans = (statement.quote_span, statement.content_span)
    return all(span is not None and text[span.start : span.end] == span.text for span in spans)


def _missing(
    found: Sequence[GoldStatement],
    gold: Sequence[GoldStatement],
    pairs: Sequence[tuple[GoldStatement, GoldStatement]],
) -> Iterable[tuple[str, str, str, str]]:
    ours = {(o.para, o.order) for o, _ in pairs}
    theirs = {(t.para, t.order) for _, t in pairs}
    for statement in gold:
        if (statement.para, statement.order) not in theirs:
            yield statement.para, "statements", statement.quote, ""
    for statement in found:
        if (statement.para, statement.order) not in ours:
            yield statement.para, "statements", "", statement.quote


def _listed(values: frozenset[object]) -> str:
    return ", ".join(sorted(map(str, values)))


def _position(error: tuple[str, str, str, str]) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, error[0]))
    return int(digits or 0), error[1]
