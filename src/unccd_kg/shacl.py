"""Runs pyshacl: triples in, plain results out.

Importing this brings in rdflib and pyshacl, so it is imported only where something is validated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox
import pyshacl
from pyshacl.errors import ReportableRuntimeError, ValidationFailure
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as Answer
from rdflib.term import Node

from unccd_kg.errors import KgError

__all__ = ["Engine", "Result"]


@dataclass(frozen=True, slots=True)
class Result:
    """A ``sh:ValidationResult``; ``rule`` is the shape or SPARQL constraint that it comes from."""

    focus: str
    rule: str
    severity: str
    path: str
    value: str


class Engine:
    """One set of shapes, and the triples that every validated graph is put together with."""

    def __init__(self, shapes: Iterable[ox.Triple], background: Iterable[ox.Triple]) -> None:
        self._shapes = _parsed(shapes)
        self._data = _parsed(background)

    def results(self, triples: Iterable[ox.Triple] = ()) -> list[Result]:
        """What the shapes object to, in no order.

        Raises :class:`KgError` where the shapes themselves are at fault.
        """
        # Adding and taking away is 20 times faster than a copy of the vocabularies each time.
        added = [triple for triple in _parsed(triples) if triple not in self._data]
        for triple in added:
            self._data.add(triple)
        try:
            _, report, text = pyshacl.validate(self._data, shacl_graph=self._shapes, inplace=True)
        except (ReportableRuntimeError, re.error) as error:
            raise _unusable(str(error)) from error
        finally:
            for triple in added:
                self._data.remove(triple)
        if isinstance(report, ValidationFailure) or not isinstance(report, Graph):
            raise _unusable(str(text))
        return [_result(report, node) for node in report.objects(None, SH.result)]


class _Graph(Graph):
    """Parses a SPARQL constraint once. pyshacl does for each statement, four fifths of its time."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Answer:
        if isinstance(query_object, str):
            query_object = _prepared(query_object)
        return super().query(query_object, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    try:
        return prepareQuery(text)
    except Exception as error:
        raise _unusable(f"{error} in the query {text}") from error


def _parsed(triples: Iterable[ox.Triple]) -> Graph:
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return _Graph().parse(data=text, format="nt")


def _result(report: Graph, node: Node) -> Result:
    def one(predicate: URIRef) -> str:
        """An IRI or a literal; empty for a blank node, which stands for a path of several steps."""
        value = report.value(node, predicate)
        return "" if value is None or isinstance(value, BNode) else str(value)

    return Result(
        focus=one(SH.focusNode),
        rule=one(SH.sourceConstraint) or one(SH.sourceShape),
        severity=one(SH.resultSeverity),
        path=one(SH.resultPath),
        value=one(SH.value),
    )


def _unusable(text: str) -> KgError:
    return KgError(
        f"the shapes cannot be used: {text}", where="shapes/", hint="mend the shape named there"
    )
