"""The graph of a document against gold, beside the trivial baseline on the same text."""

from __future__ import annotations

from pathlib import Path

from unccd_kg.baseline import Baseline
from unccd_kg.errors import UsageError
from unccd_kg.evaluate import Comparison, compare, flatten, read_gold
from unccd_kg.language import language_for
from unccd_kg.load import find_document, paragraphs
from unccd_kg.store import Store
from unccd_kg.vocabulary import Vocabulary

__all__ = ["evaluate_document"]


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
