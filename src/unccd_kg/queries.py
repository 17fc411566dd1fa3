"""The saved queries: read from their folder, checked, and filled with what a person asks.

A saved query is one ``.rq`` file that runs as it is. Its head, YAML behind ``#+ `` as grlc has it,
names the parameters; each is a one-variable ``VALUES`` block whose content is the default
(decisions/0004).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from unccd_kg import iris, query_terms
from unccd_kg.errors import KgError, UsageError
from unccd_kg.sparql_tokens import fill, plain, values_blocks
from unccd_kg.vocabulary import Vocabulary

__all__ = ["Parameter", "ParameterType", "SavedQuery", "bind", "load", "load_all"]

_MARK = "#+"
_KEYS = ("summary", "summary-zh", "description", "description-zh", "tags", "parameters")
_PARAMETER_KEYS = ("name", "type", "label", "default")


class ParameterType(StrEnum):
    """What a parameter takes."""

    CONCEPT = "concept"
    DOCUMENT = "document"
    INTEGER = "integer"
    LANGUAGE = "language"
    STRING = "string"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; ``schemes`` say where a concept is looked for.

    ``label`` is by language; ``default`` holds the values as a person writes them, none where the
    parameter is optional.
    """

    name: str
    type: ParameterType
    schemes: tuple[str, ...]
    label: Mapping[str, str]
    default: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question that can be asked again; ``summary`` and ``description`` are by language."""

    name: str
    summary: Mapping[str, str]
    description: Mapping[str, str]
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str
    path: Path

    def parameter(self, name: str) -> Parameter:
        """A parameter by name; raises :class:`UsageError` where there is none."""
        names = [each.name for each in self.parameters]
        if name not in names:
            near = get_close_matches(name, names, n=1)
            raise UsageError(
                f"the query '{self.name}' has no parameter '{name}'",
                hint=f"did you mean {near[0]}?" if near else f"it has: {', '.join(names)}",
            )
        return self.parameters[names.index(name)]


def load_all(folder: Path) -> dict[str, SavedQuery]:
    """Every saved query of a folder by name; raises :class:`KgError` naming file and line.

    >>> from unccd_kg.resources import folder
    >>> "commitments" in load_all(folder("queries"))
    True
    """
    return {path.stem: load(path) for path in sorted(folder.glob("*.rq"))}


def load(path: Path) -> SavedQuery:
    """One saved query; raises :class:`KgError` naming file and line."""
    return _Reader(path).query()


def bind(
    query: SavedQuery,
    values: Mapping[str, Sequence[str]],
    vocabulary: Vocabulary,
    *,
    base: str = iris.DOCUMENTS,
) -> str:
    """The SPARQL text of a query with some parameters set; the others keep their defaults.

    Raises :class:`UsageError` where a parameter or a value does not exist.

    >>> from unccd_kg.resources import folder
    >>> query = load(folder("queries") / "asked-of-institution.rq")
    >>> text = bind(query, {"institution": ["gm"]}, Vocabulary.load(folder("ontology")))
    >>> "VALUES ?institution { <https://w3id.org/unccd-kg/vocab/agent/gm> }" in text
    True
    """
    terms = {}
    for name, given in values.items():
        parameter = query.parameter(name)
        if isinstance(given, str) or not given:
            raise UsageError(
                f"the parameter '{name}' needs a list of values",
                where=query.name,
                hint="leave the parameter out to keep its default",
            )
        terms[name] = " ".join(_term(value, parameter, vocabulary, base) for value in given)
    return fill(query.text, terms)


def _term(value: str, parameter: Parameter, vocabulary: Vocabulary, base: str) -> str:
    match parameter.type:
        case ParameterType.CONCEPT:
            return query_terms.concept(value, parameter.schemes, vocabulary)
        case ParameterType.DOCUMENT:
            return query_terms.document(value, base)
        case ParameterType.INTEGER:
            return query_terms.integer(value)
        case ParameterType.LANGUAGE:
            return query_terms.language(value)
        case ParameterType.STRING:
            return query_terms.string(value)


class _Reader:
    """Reads one file, knowing in which line it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise KgError(f"cannot be read: {error}", where=path.name) from error
        # The query's lines become empty, so that YAML counts the lines of the file.
        lines = (line if line.startswith(_MARK) else "" for line in self._text.splitlines())
        self._head = "\n".join(line.removeprefix(_MARK).removeprefix(" ") for line in lines)

    def query(self) -> SavedQuery:
        head = self._mapping()
        parameters = tuple(self._parameter(each) for each in self._list(head, "parameters"))
        self._check_blocks(parameters)
        return SavedQuery(
            name=self._path.stem,
            summary={"en": self._string(head, "summary"), "zh": self._string(head, "summary-zh")},
            description={
                "en": self._string(head, "description"),
                "zh": self._string(head, "description-zh"),
            },
            tags=tuple(map(str, self._list(head, "tags"))),
            parameters=parameters,
            text=self._text,
            path=self._path,
        )

    def _mapping(self) -> dict[str, Any]:
        try:
            head = yaml.safe_load(self._head)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self._error(f"the head is not YAML: {error.problem}", line) from error
        if not isinstance(head, dict):
            raise self._error(f"no head of lines with '{_MARK} key: value'", 1)
        for key in head:
            if key not in _KEYS:
                raise self._error(f"unknown key '{key}'", self._line(str(key)), ", ".join(_KEYS))
        return head

    def _parameter(self, given: object) -> Parameter:
        if not isinstance(given, dict) or not isinstance(given.get("name"), str):
            raise self._error("a parameter without a name", self._line("parameters"))
        name = given["name"]
        line = self._line("name", name)
        missing = [key for key in _PARAMETER_KEYS if key not in given]
        unknown = [str(key) for key in given if key not in (*_PARAMETER_KEYS, "scheme")]
        if missing or unknown:
            what = f"without {missing[0]}" if missing else f"with an unknown key '{unknown[0]}'"
            raise self._error(f"parameter '{name}' {what}", line)
        if given["type"] not in list(ParameterType):
            hint = "one of: " + ", ".join(ParameterType)
            raise self._error(f"parameter '{name}' of unknown type '{given['type']}'", line, hint)
        label = given["label"]
        if not isinstance(label, dict) or not {"en", "zh"} <= label.keys():
            raise self._error(f"parameter '{name}' needs a label in en and zh", line)
        return Parameter(
            name=name,
            type=ParameterType(given["type"]),
            schemes=_strings(given.get("scheme", [])),
            label={str(key): str(value) for key, value in label.items()},
            default=tuple(each for each in _strings(given["default"]) if each != "UNDEF"),
        )

    def _check_blocks(self, parameters: Sequence[Parameter]) -> None:
        """Head and blocks must name the same parameters with the same defaults."""
        defaults = {each.name: each.default for each in parameters}
        blocks = values_blocks(self._text)
        for block in blocks:
            line = self._text.count("\n", 0, block.start) + 1
            if block.variable not in defaults:
                hint = "name it in the head, or write VALUES (?x) { … } for a fixed table"
                raise self._error(f"VALUES ?{block.variable} is no parameter", line, hint)
            held = tuple(plain(term) for term in block.terms if term != "UNDEF")
            if held != defaults[block.variable]:
                hint = "the head and every block of a parameter hold the same default"
                what = f"VALUES ?{block.variable} does not hold the default of the head"
                raise self._error(what, line, hint)
        for name in sorted(defaults.keys() - {block.variable for block in blocks}):
            hint = f"write VALUES ?{name} {{ … }} inside WHERE"
            raise self._error(f"no VALUES block for '{name}'", self._line("name", name), hint)

    def _string(self, head: Mapping[str, object], key: str) -> str:
        value = head.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"the head has no {key}", self._line(key))
        return value.strip()

    def _list(self, head: Mapping[str, object], key: str) -> list[object]:
        value = head.get(key)
        if not isinstance(value, list):
            raise self._error(f"the head has no list of {key}", self._line(key))
        return value

    def _line(self, key: str, value: str = "") -> int:
        """The line of the head that holds a key, the first where none does."""
        for number, line in enumerate(self._head.splitlines(), start=1):
            found, colon, rest = line.strip(" -").partition(":")
            if colon and found == key and value in ("", rest.strip(" '\"")):
                return number
        return 1

    def _error(self, what: str, line: int, hint: str = "") -> KgError:
        return KgError(what, where=f"{self._path.name}, line {line}", hint=hint)


def _strings(value: object) -> tuple[str, ...]:
    """A YAML value or list of values as strings."""
    return tuple(map(str, value if isinstance(value, list) else [value]))
