"""What a person types for a parameter, as a SPARQL term.

Values go into a query as terms, never as text: whatever is typed becomes one IRI or one literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.errors import UsageError
from unccd_kg.model import Concept
from unccd_kg.vocabulary import SKOS, Vocabulary

__all__ = ["concept", "document", "integer", "language", "string"]

_LABELS = frozenset(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def string(value: str) -> str:
    r"""A string literal.

    >>> print(string('a "quoted" } UNION {'))
    "a \"quoted\" } UNION {"
    """
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise UsageError(f"{value!r} is not valid text", hint="give it in UTF-8")
    escaped = value.translate(_ESCAPES)
    # Some engines (rdflib is one) read \uXXXX before anything else, also behind a backslash that
    # is itself escaped: there \\u0022 would close the string. The u is therefore escaped as well.
    safe = re.sub(r"(?<=\\\\)[uU]", lambda match: f"\\U{ord(match[0]):08X}", escaped)
    return f'"{safe}"'


def integer(value: str) -> str:
    """An integer.

    >>> integer(" 17 ")
    '17'
    """
    if not re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value):
        raise UsageError(f"'{value}' is not a whole number")
    return str(int(value))


def language(value: str) -> str:
    """A language tag, as a string.

    >>> language("zh")
    '"zh"'
    """
    if not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", value):
        raise UsageError(f"'{value}' is not a language tag", hint="give one such as en, zh or fr")
    return f'"{value.lower()}"'


def document(value: str, base: str = iris.DOCUMENTS) -> str:
    """A document by IRI, slug or symbol.

    >>> document("ICCD/CRIC(23)/L.7")
    '<https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7>'
    """
    if _is_iri(value):
        return _node(value)
    name = iris.slug(value.removeprefix("doc:"))
    if not name:
        raise UsageError(f"'{value}' names no document", hint="give its symbol or its slug")
    return f"<{base}{name}>"


def concept(value: str, schemes: Sequence[str], vocabulary: Vocabulary) -> str:
    """A concept by IRI, ``scheme/slug``, slug or label in any language.

    A bare slug or a label is looked for in ``schemes`` only, in all schemes where none is named.

    >>> from unccd_kg.resources import folder
    >>> vocabulary = Vocabulary.load(folder("ontology"))
    >>> concept("全球机制", ["agent"], vocabulary)
    '<https://w3id.org/unccd-kg/vocab/agent/gm>'
    """
    if _is_iri(value):
        return _node(value)
    scheme, _, name = value.replace(":", "/", 1).rpartition("/")
    exact = Concept(iris.concept(scheme, name))
    if scheme and exact in vocabulary.concepts:
        return f"<{exact.iri}>"
    slugs = {each for each in _within(vocabulary, schemes) if each.slug == value}
    wanted = value.casefold()
    found = slugs or {each for label, each in _labels(vocabulary, schemes) if label == wanted}
    if len(found) == 1:
        return f"<{found.pop().iri}>"
    if found:
        names = ", ".join(sorted(f"{each.scheme}/{each.slug}" for each in found))
        raise UsageError(f"'{value}' means more than one thing", hint=f"say which: {names}")
    raise UsageError(f"nothing is called '{value}'", hint=_suggestion(value, schemes, vocabulary))


def _is_iri(value: str) -> bool:
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", value) is not None


def _node(value: str) -> str:
    try:
        return str(ox.NamedNode(value))
    except ValueError as error:
        raise UsageError(f"'{value}' is not an IRI: {error}") from error


def _within(vocabulary: Vocabulary, schemes: Sequence[str]) -> Iterator[Concept]:
    return (each for each in vocabulary.concepts if not schemes or each.scheme in schemes)


def _labels(vocabulary: Vocabulary, schemes: Sequence[str]) -> Iterator[tuple[str, Concept]]:
    """All labels in all languages, folded, of the concepts of some schemes."""
    wanted = {each.iri: each for each in _within(vocabulary, schemes)}
    for triple in vocabulary.triples:
        label = triple.object
        if triple.predicate.value not in _LABELS or not isinstance(label, ox.Literal):
            continue
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value in wanted:
            yield label.value.casefold(), wanted[triple.subject.value]


def _suggestion(value: str, schemes: Sequence[str], vocabulary: Vocabulary) -> str:
    """The names nearest to one that was not found."""
    names: Iterable[tuple[str, Concept]] = (
        *((each.slug, each) for each in _within(vocabulary, schemes)),
        *_labels(vocabulary, schemes),
    )
    slugs = {name: each.slug for name, each in sorted(names, reverse=True)}
    near = get_close_matches(value.casefold(), slugs, n=3)
    if near:
        # One concept may be near under several names.
        return "did you mean " + ", ".join(dict.fromkeys(slugs[name] for name in near)) + "?"
    return "concepts of: " + ", ".join(schemes) if schemes else "no concept has such a name"
