"""The tokens of a SPARQL query, and its one-variable ``VALUES`` blocks: the parameters.

A query is never searched as text: a brace in a comment, a string or an IRI is no brace. Blocks of
several variables, ``VALUES (?class ?name) { … }``, are fixed tables of a query, not parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Token", "ValuesBlock", "fill", "tokens", "values_blocks"]

# As in the grammar of SPARQL 1.1, the first alternative that fits wins; what no alternative
# names is one character of punctuation. A `#` inside an IRI is met there before it opens a comment.
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<comment>\#[^\r\n]*)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<word>(?:[\w:]|-(?=\w)|\.(?=[\w:])|%[0-9A-Fa-f]{2}|\\[^\w\s])+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind, its text and where it starts.

    Kinds are ``iri``, ``string``, ``variable``, ``word`` (keywords, prefixed names, numbers) and
    ``mark`` (punctuation).
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class ValuesBlock:
    """A block ``VALUES ?variable { terms }``; ``start`` to ``end`` is what the braces hold."""

    variable: str
    terms: tuple[str, ...]
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, without space and comments.

    >>> [token.text for token in tokens('VALUES ?a { "}" } # }')]
    ['VALUES', '?a', '{', '"}"', '}']
    """
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind not in ("space", "comment"):
            yield Token(kind, match[0], match.start())


def values_blocks(text: str) -> list[ValuesBlock]:
    """The one-variable ``VALUES`` blocks of a query, in order.

    >>> values_blocks("SELECT * { VALUES ?institution { agent:gm agent:gef } }")
    [ValuesBlock(variable='institution', terms=('agent:gm', 'agent:gef'), start=32, end=52)]
    """
    found = []
    stream = list(tokens(text))
    for at, token in enumerate(stream):
        opening = stream[at + 1 : at + 3]
        if token.kind != "word" or token.text.upper() != "VALUES":
            continue
        if [each.kind for each in opening] != ["variable", "mark"] or opening[1].text != "{":
            continue
        inside: list[str] = []
        for term in stream[at + 3 :]:
            if term.kind == "mark" and term.text == "}":
                block = ValuesBlock(opening[0].text[1:], tuple(inside), opening[1].end, term.start)
                found.append(block)
                break
            inside.append(term.text)
    return found


def fill(text: str, terms: Mapping[str, str]) -> str:
    """The query with the content of all blocks of the variables named replaced.

    >>> fill("SELECT * { VALUES ?n { 1 } }", {"n": "2 3"})
    'SELECT * { VALUES ?n { 2 3 } }'
    """
    for block in reversed(values_blocks(text)):
        if block.variable in terms:
            text = f"{text[: block.start]} {terms[block.variable]} {text[block.end :]}"
    return text


def plain(term: str) -> str:
    """A term of a block as a person writes it: a string without its quotes.

    >>> plain('"zh"'), plain("agent:gm")
    ('zh', 'agent:gm')
    """
    if term[0] in "\"'":
        return re.sub(r"\\(.)", r"\1", term[1:-1])
    return term
