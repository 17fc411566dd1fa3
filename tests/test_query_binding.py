"""Heads of saved queries and the values that go into them: what is refused, and with which words."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from unccd_kg import query_terms
from unccd_kg.errors import KgError, UsageError
from unccd_kg.queries import SavedQuery, bind, load, load_all
from unccd_kg.resources import folder
from unccd_kg.sparql_tokens import fill, tokens, values_blocks
from unccd_kg.store import EmbeddedStore, Store
from unccd_kg.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load(folder("ontology"))
PARAGRAPH = load(folder("queries") / "paragraph.rq")
ASKED = load(folder("queries") / "asked-of-institution.rq")
ECHO = "SELECT ?value WHERE { VALUES ?value { %s } }"
HOSTILE = [
    '" } UNION { "',
    "\\",
    '\\"',
    "\\u0022 }",
    "\\\\U0000007D",
    "a\r\n#}",
    "'''",
    "\x00",
    "?x",
]
TEXTS = (
    st.text(st.characters(codec="utf-8"))
    | st.text('"\\{}<>#?\n\ru0022U')
    | st.sampled_from(HOSTILE)
)

HEAD = """\
#+ summary: One
#+ summary-zh: 一
#+ description: One.
#+ description-zh: 一。
#+ tags: [test]
#+ parameters:
#+   - name: thing
#+     type: concept
#+     scheme: agent
#+     label: {en: Thing, zh: 事物}
#+     default: agent:gm
PREFIX agent: <https://w3id.org/unccd-kg/vocab/agent/>
SELECT * WHERE { VALUES ?thing { agent:gm } }
"""


# Strings go in as strings.


@settings(deadline=None)  # the first query of a process is slow
@given(TEXTS)
@example('"@en } } #')
def test_any_string_comes_back_as_it_went_in(value: str) -> None:
    answer = ox.Store().query(ECHO % query_terms.string(value))
    assert isinstance(answer, ox.QuerySolutions)
    found = [row["value"] for row in answer]
    assert found == [ox.Literal(value)]


# rdflib reads \\uXXXX before it parses; it also drops a NUL, which no other engine does.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@settings(deadline=None)  # the first query of a process is slow
@given(TEXTS.filter(lambda text: "\x00" not in text))
@example("\\u0022 } UNION {")
@example("\\\\u0022")
def test_any_string_comes_back_from_an_engine_that_unescapes_first(value: str) -> None:
    answer = rdflib.Graph().query(ECHO % query_terms.string(value))
    found = [str(row[0]) for row in answer if isinstance(row, rdflib.query.ResultRow)]
    assert found == [value]


@settings(deadline=None)  # the first query of a process is slow
@given(TEXTS)
def test_a_string_never_changes_the_structure_of_a_query(value: str) -> None:
    text = bind(PARAGRAPH, {"number": [value]}, VOCABULARY)
    before = [(token.kind, token.text) for token in tokens(PARAGRAPH.text)]
    after = [(token.kind, token.text) for token in tokens(text)]
    at = before.index(("string", '"2"'))
    assert after[:at] + after[at + 1 :] == before[:at] + before[at + 1 :]
    assert after[at] == ("string", query_terms.string(value))
    ox.Store().query(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { VALUES ?a { "}" } }',
        "SELECT * { VALUES ?a { '}' } }",
        'SELECT * { VALUES ?a { """}"" \\""" } }',
        "SELECT * { values $a { <http://example.org/#a> } } # VALUES ?a { 1 }",
        "# VALUES ?a { 1 }\nSELECT * { VALUES\n?a # }\n{ 1 # }\n } }",
        'SELECT * { ?s ?p "VALUES ?a { 1 }" VALUES ?a { 1 } }',
        "PREFIX p: <http://p/> SELECT * { VALUES ?a { p:b.c p:d\\#e } FILTER(?a<?b&&?b>?a) }",
    ],
)
def test_only_the_block_is_filled(text: str) -> None:
    (block,) = values_blocks(text)
    assert block.variable == "a"
    assert fill(text, {"a": "7"}) == f"{text[: block.start]} 7 {text[block.end :]}"
    assert fill(text, {"b": "7"}) == text


def test_a_table_is_no_parameter() -> None:
    assert values_blocks("SELECT * { VALUES (?a) { (1) } VALUES (?a ?b) { (1 2) } }") == []


# What a person types.


@pytest.mark.parametrize(
    "value",
    [
        "gef",
        "agent/gef",
        "agent:gef",
        "https://w3id.org/unccd-kg/vocab/agent/gef",
        "GEF",
        "global environment facility",
        "全球环境基金",
        "Fonds pour l’environnement mondial",
    ],
)
def test_many_names_of_one_institution(value: str) -> None:
    text = bind(ASKED, {"institution": [value]}, VOCABULARY)
    assert "VALUES ?institution { <https://w3id.org/unccd-kg/vocab/agent/gef> }" in text


@pytest.mark.parametrize("value", ["ICCD/CRIC(23)/L.7", "iccd-cric-23-l.7", "doc:iccd-cric-23-l.7"])
def test_a_document_by_symbol_or_slug(value: str) -> None:
    text = bind(PARAGRAPH, {"document": [value]}, VOCABULARY, base="https://kg.example/")
    assert "VALUES ?document { <https://kg.example/iccd-cric-23-l.7> }" in text


def rows(store: Store, text: str) -> list[str]:
    answer = store.query(text)
    assert isinstance(answer, ox.QuerySolutions)
    return [str(row) for row in answer]


def test_every_default_can_be_typed(store: EmbeddedStore) -> None:
    for query in load_all(folder("queries")).values():
        given = {each.name: each.default for each in query.parameters if each.default}
        typed, as_it_is = bind(query, given, VOCABULARY), query.text
        assert rows(store, typed) == rows(store, as_it_is)


def test_an_integer() -> None:
    assert query_terms.integer("-3") == "-3"
    with pytest.raises(UsageError, match="'3 }' is not a whole number"):
        query_terms.integer("3 }")


@pytest.mark.parametrize(
    ("query", "values", "what", "hint"),
    [
        (ASKED, {"institution": ["gfe"]}, "nothing is called 'gfe'", "did you mean gef"),
        (ASKED, {"institution": ["全球环境基"]}, "nothing is called", "did you mean gef"),
        (ASKED, {"institution": ["finance/gfe"]}, "nothing is called 'finance/gfe'", ""),
        (ASKED, {"institution": ["cop-17"]}, "nothing is called 'cop-17'", ""),
        (ASKED, {"institution": ["qqqqqqqq"]}, "nothing is called", "concepts of: agent"),
        (ASKED, {"institution": ["http://a b"]}, "is not an IRI", ""),
        (ASKED, {"institution": ["http://a> } #"]}, "is not an IRI", ""),
        (ASKED, {"institution": []}, "needs a list of values", "leave the parameter out"),
        (ASKED, {"institution": "gef"}, "needs a list of values", ""),
        (ASKED, {"institutions": ["gef"]}, "has no parameter 'institutions'", "mean institution?"),
        (ASKED, {"x": ["gef"]}, "has no parameter 'x'", "it has: institution, language"),
        (ASKED, {"language": ['en" }']}, "is not a language tag", "such as en"),
        (PARAGRAPH, {"document": ["???"]}, "names no document", "symbol"),
        (PARAGRAPH, {"number": ["\ud800"]}, "is not valid text", "UTF-8"),
    ],
)
def test_what_cannot_be_bound(
    query: SavedQuery, values: dict[str, list[str]], what: str, hint: str
) -> None:
    with pytest.raises(UsageError) as raised:
        bind(query, values, VOCABULARY)
    assert what in raised.value.what
    assert hint in raised.value.hint
    assert raised.value.exit_code == 2


def test_a_name_that_means_two_things() -> None:
    with pytest.raises(UsageError) as raised:
        query_terms.concept("civil-society-organizations", [], VOCABULARY)
    assert raised.value.hint == (
        "say which: agent/civil-society-organizations, group/civil-society-organizations"
    )


# Heads.


def written(text: str, tmp_path: Path) -> Path:
    path = tmp_path / "bad.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_head_that_is_right(tmp_path: Path) -> None:
    query = load(written(HEAD, tmp_path))
    assert query.name == "bad"
    assert query.description == {"en": "One.", "zh": "一。"}
    assert query.parameter("thing").schemes == ("agent",)


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("#+ ", "# ", "line 1", "no head of lines with '#+ key: value'"),
        ("summary-zh: 一", "summary-zh: 一: 二", "line 2", "the head is not YAML"),
        ("#+ summary: One\n", "", "line 1", "the head has no summary"),
        ("description: One.", "description: ''", "line 3", "the head has no description"),
        ("tags: [test]", "tags: test", "line 5", "the head has no list of tags"),
        ("tags: [test]", "tag: [test]", "line 5", "unknown key 'tag'"),
        ("  - name: thing", "  - nam: thing", "line 6", "a parameter without a name"),
        ("type: concept", "type: thing", "line 7", "parameter 'thing' of unknown type 'thing'"),
        ("type: concept", "typ: concept", "line 7", "parameter 'thing' without type"),
        ("scheme: agent", "schema: agent", "line 7", "with an unknown key 'schema'"),
        ("{en: Thing, zh: 事物}", "{en: Thing}", "line 7", "needs a label in en and zh"),
        ("VALUES ?thing {", "VALUES ?other {", "line 13", "VALUES ?other is no parameter"),
        ("VALUES ?thing { agent:gm }", "?thing ?p ?o", "line 7", "no VALUES block for 'thing'"),
        ("{ agent:gm }", "{ agent:gef }", "line 13", "does not hold the default of the head"),
        ("{ agent:gm }", "{ UNDEF }", "line 13", "does not hold the default of the head"),
    ],
)
def test_a_head_that_is_wrong(old: str, new: str, where: str, what: str, tmp_path: Path) -> None:
    assert old in HEAD
    with pytest.raises(KgError) as raised:
        load(written(HEAD.replace(old, new), tmp_path))
    assert raised.value.where == f"bad.rq, {where}"
    assert what in raised.value.what


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "bad.rq"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(KgError, match="cannot be read") as raised:
        load(path)
    assert raised.value.where == "bad.rq"
