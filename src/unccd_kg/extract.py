"""From a document to its statements: names it, picks the recipe, reads every paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from unccd_kg import iris, recipes
from unccd_kg.language import Language, language_for
from unccd_kg.marks import Marker
from unccd_kg.model import Concept, Document, Extraction, ReadParagraph
from unccd_kg.recipes import Recipe
from unccd_kg.resources import folder
from unccd_kg.vocabulary import Vocabulary

__all__ = ["Extractor"]


class Extractor:
    """Reads documents with one vocabulary and one folder of recipes.

    Languages and their finders are made once, at the first document that needs them.

    >>> from unccd_kg.reading import read_file
    >>> extractor = Extractor.default()
    >>> document = read_file(folder("documents") / "002_84a1268ae149132a.txt")
    >>> extraction = extractor.extract(document)
    >>> extraction.slug, extraction.body.slug, extraction.statements
    ('iccd-cric-23-l.7', 'cric', 56)
    """

    def __init__(
        self, vocabulary: Vocabulary, recipe_folder: Path, *, base: str = iris.DOCUMENTS
    ) -> None:
        self.vocabulary = vocabulary
        self.base = base
        self._recipe_folder = recipe_folder
        self._recipes: dict[str, Recipe] = {}
        self._languages: dict[tuple[str, Concept | None], Language] = {}
        self._markers: dict[str, Marker] = {}

    @classmethod
    def default(cls, *, base: str = iris.DOCUMENTS) -> Self:
        """The extractor of the installed ontology and recipes."""
        return cls(Vocabulary.load(folder("ontology")), folder("ingest"), base=base)

    def recipe(self, name: str) -> Recipe:
        """A recipe by name; raises :class:`UsageError` where there is none."""
        if name not in self._recipes:
            self._recipes[name] = recipes.load(name, self._recipe_folder)
        return self._recipes[name]

    def extract(
        self, document: Document, *, recipe: str = "conclusions", symbol: str = ""
    ) -> Extraction:
        """The statements of a document; ``symbol`` takes the place of the printed one."""
        if symbol:
            document = replace(document, header=replace(document.header, symbol=symbol))
        kind = self.recipe(recipe)
        body = self._body(document)
        language = self._language(document.language, body)
        marker = self._marker(language)
        read = []
        for paragraph in document.paragraphs:
            analysis = language.analyse(paragraph.text)
            marks = marker.mark(paragraph.text)
            found = tuple(kind.mapping.statements(analysis, marks))
            read.append(ReadParagraph(paragraph, found, analysis.unclassified))
        return Extraction(
            document=document,
            slug=document_slug(document, body),
            body=body,
            recipe=kind.name,
            document_type=kind.document_type,
            paragraphs=tuple(read),
            warnings=tuple(_warnings(kind, read)),
        )

    def _language(self, tag: str, body: Concept | None) -> Language:
        if (tag, body) not in self._languages:
            self._languages[tag, body] = language_for(tag, self.vocabulary, body)
        return self._languages[tag, body]

    def _marker(self, language: Language) -> Marker:
        """The marker of a language; the body makes no difference to it."""
        if language.tag not in self._markers:
            self._markers[language.tag] = Marker(self.vocabulary, language, documents=self.base)
        return self._markers[language.tag]

    def _body(self, document: Document) -> Concept | None:
        """The concept that the body's printed name is a label of."""
        labels = self.vocabulary.labels(("agent",), document.language)
        printed = document.header.body
        return next((body for label, body, found in labels if found and label == printed), None)


def document_slug(document: Document, body: Concept | None) -> str:
    """The name of a document: its symbol, else body, session and item, else the file's digest."""
    header = document.header
    if header.symbol:
        return iris.slug(header.symbol)
    if body is not None and header.session is not None and header.agenda_item:
        item = iris.slug(header.agenda_item).replace("-", "")
        return f"{body.slug}-{header.session}-item-{item}"
    return f"sha256-{document.digest[:16]}"


def _warnings(recipe: Recipe, read: Sequence[ReadParagraph]) -> Iterator[str]:
    """Where a run does not look like a healthy one of its kind."""
    health = recipe.health
    statements = sum(len(each.statements) for each in read)
    unclassified = sum(len(each.unclassified) for each in read)
    checks = (
        (len(read), health.paragraphs, "paragraphs"),
        (statements / len(read), health.statements, "statements a paragraph"),
        (
            unclassified / ((statements + unclassified) or 1),
            (0, health.unclassified),
            "unclassified",
        ),
    )
    for value, (least, most), what in checks:
        if not least <= value <= most:
            yield f"{value:.3g} {what}; a healthy '{recipe.name}' document has {least} to {most}"
