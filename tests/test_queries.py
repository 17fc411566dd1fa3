"""The saved queries: every row they give on the two sample documents, read off the Chinese text.

Rows are compared by place: "L.7 11.4" is the fourth statement of paragraph 11 of
ICCD/CRIC(23)/L.7, "2c 8.3" the third of paragraph 8 of the conclusions on item 2(c).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
import pytest
import rdflib

from unccd_kg import iris
from unccd_kg.extract import Extractor
from unccd_kg.queries import SavedQuery, bind, load_all
from unccd_kg.resources import folder
from unccd_kg.sparql_tokens import tokens, values_blocks
from unccd_kg.store import EmbeddedStore

Row: TypeAlias = dict[str, str]
Ask: TypeAlias = Callable[..., list[Row]]

QUERIES = load_all(folder("queries"))
NAMES = sorted(QUERIES)
SHORT = {"iccd-cric-23-l.7": "L.7", "cric-23-item-2c": "2c"}


@pytest.fixture(scope="module")
def ask(store: EmbeddedStore, extractor: Extractor) -> Ask:
    """Ask a saved query; without labels in the language "und", concepts come as their slugs."""

    def ask(name: str, **values: Sequence[str]) -> list[Row]:
        text = bind(QUERIES[name], {"language": ["und"], **values}, extractor.vocabulary)
        return rows(store, text)

    return ask


def rows(store: EmbeddedStore, text: str) -> list[Row]:
    answer = store.query(text)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    found: list[Row] = []
    for solution in answer:
        values = ((name, solution[name]) for name in names)
        found.append({n: v.value for n, v in values if isinstance(v, ox.NamedNode | ox.Literal)})
    return found


def place(iri: str) -> str:
    match = re.fullmatch(r".*/doc/(.+)/p([^/]+)/zh/s(\d+)", iri)
    assert match is not None
    return f"{SHORT[match[1]]} {match[2]}.{match[3]}"


def table(found: list[Row], *columns: str) -> list[tuple[str, ...]]:
    """Some columns of an answer, statements as places."""
    shown = []
    for row in found:
        cells = {**row, **{k: place(v) for k, v in row.items() if k.lower().endswith("statement")}}
        shown.append(tuple(cells.get(column, "") for column in columns))
    return shown


# What holds of every saved query.


def test_the_ten_questions_are_there() -> None:
    assert NAMES == [
        "asked-of-institution",
        "civil-society-echoes",
        "commitments",
        "contrasting-positions",
        "needs-of-groups",
        "obstacles-by-theme",
        "paragraph",
        "proposed-for-session",
        "said-on-fund",
        "speakers-to-institutions",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_runs_as_it_is_and_every_row_has_its_evidence(name: str, store: EmbeddedStore) -> None:
    query = QUERIES[name]
    found = rows(store, query.path.read_text(encoding="utf-8"))
    assert found
    answer = store.query(query.text)
    assert isinstance(answer, ox.QuerySolutions)
    columns = [variable.value for variable in answer.variables]
    assert "quote" in columns[:5]
    for row in found:
        assert row.keys() >= {"quote", "document", "symbol", "paragraph", "language"}
        assert row["language"] == "zh"
        if name != "paragraph" or row["part"] in ("statement", "citation"):
            evidence = (
                f"SELECT ?q {{ GRAPH ?g {{ <{row['statement']}> <{iris.term('quote')}> ?q }} }}"
            )
            assert rows(store, evidence) == [{"q": row["quote"]}]


@pytest.mark.parametrize("name", NAMES)
def test_says_the_same_where_the_default_graph_is_the_union(
    name: str, store: EmbeddedStore
) -> None:
    union = ox.Store()
    union.extend(store.quads())
    text = QUERIES[name].text
    here, there = store.query(text), union.query(text, use_default_graph_as_union=True)
    assert isinstance(here, ox.QuerySolutions)
    assert isinstance(there, ox.QuerySolutions)
    assert [str(row) for row in here] == [str(row) for row in there]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", [name for name in NAMES if name != "civil-society-echoes"])
def test_says_the_same_in_another_engine(
    name: str, store: EmbeddedStore, dataset: rdflib.Dataset
) -> None:
    # As sets: rdflib does not sort by a group key that is not selected. civil-society-echoes, which
    # pairs statements, takes it minutes.
    found = dataset.query(QUERIES[name].text)
    assert found.vars is not None
    other = [
        {str(v): str(row[v]) for v in found.vars if row[v] is not None}
        for row in found
        if isinstance(row, rdflib.query.ResultRow)
    ]
    ours = rows(store, QUERIES[name].text)
    assert sorted(map(sorted, map(dict.items, other))) == sorted(map(sorted, map(dict.items, ours)))


@pytest.fixture(scope="module")
def dataset(store: EmbeddedStore) -> rdflib.Dataset:
    lines = "".join(f"{quad} .\n" for quad in store.quads())
    made = rdflib.Dataset()
    with warnings.catch_warnings():
        # rdflib warns of its own use of what it deprecates.
        warnings.simplefilter("ignore", DeprecationWarning)
        made.parse(data=lines, format="nquads")
    return made


def test_every_name_in_a_query_is_in_the_ontology(store: EmbeddedStore) -> None:
    known = {
        q.subject.value
        for q in store.quads(iris.VOCAB_GRAPH)
        if isinstance(q.subject, ox.NamedNode)
    }
    for query in QUERIES.values():
        prefixes = dict(re.findall(r"PREFIX (\w+): <(.+)>", query.text))
        names = [token.text.split(":") for token in tokens(query.text) if ":" in token.text[1:]]
        used = [
            prefixes[name[0]] + name[1]
            for name in names
            if len(name) == 2 and name[0] in prefixes and name[1]
        ]
        ours = [
            iri for iri in used if iri.startswith(iris.ROOT) and not iri.startswith(iris.DOCUMENTS)
        ]
        assert ours
        assert set(ours) <= known, query.name


def test_both_queries_on_obstacles_know_the_same_words() -> None:
    found = {
        name: {t.text for t in tokens(QUERIES[name].text) if "阻碍" in t.text} for name in NAMES
    }
    assert found["obstacles-by-theme"] == found["needs-of-groups"]
    assert len(found["needs-of-groups"]) == 1


def test_labels_come_in_the_language_asked_for(ask: Ask) -> None:
    columns = ("addressee", "act", "speaker")
    assert table(ask("asked-of-institution", language=["en"]), *columns)[2] == (
        "GEF secretariat",
        "recommend",
        "Some Parties",
    )
    assert table(ask("asked-of-institution", language=["zh"]), *columns)[2] == (
        "全球环境基金秘书处",
        "建议",
        "一些缔约方",
    )
    assert table(ask("asked-of-institution"), *columns)[2] == (
        "gef-secretariat",
        "recommend",
        "some-parties",
    )


# The rows of each.


def test_what_was_asked_of_the_gef(ask: Ask) -> None:
    found = ask("asked-of-institution")
    assert table(found, "statement", "act", "addressee", "speaker", "strength") == [
        ("L.7 11.4", "encourage", "gef", "some-parties", "2"),
        ("L.7 14.2", "encourage", "gef", "some-parties", "2"),
        ("L.7 14.3", "recommend", "gef-secretariat", "some-parties", "2"),
    ]
    assert found[0] == {
        "addressee": "gef",
        "act": "encourage",
        "quote": "一些缔约方鼓励全球机制和全球环境基金进一步向符合条件的国家通报这些机会",
        "speaker": "some-parties",
        "strength": "2",
        "symbol": "ICCD/CRIC(23)/L.7",
        "paragraph": "11",
        "language": "zh",
        "statement": "https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/p11/zh/s4",
        "document": "https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7",
    }


def test_what_was_asked_of_the_global_mechanism(ask: Ask) -> None:
    found = ask("asked-of-institution", institution=["全球机制"])
    assert table(found, "statement", "act", "strength", "modality") == [
        ("L.7 15.2", "request", "5", ""),  # 他们请秘书处和全球机制完善报告模板
        ("L.7 3.2", "encourage", "2", ""),  # 他们鼓励秘书处、全球机制及其合作伙伴扩大能力建设
        ("L.7 9.2", "encourage", "2", ""),  # 鼓励全球机制继续加强和探索…伙伴关系
        ("L.7 11.4", "encourage", "2", ""),  # 鼓励全球机制和全球环境基金…通报这些机会
        ("L.7 13.1", "encourage", "2", ""),  # 鼓励全球机制为…能力建设提供支助
        ("L.7 4.2", "emphasize", "0", "need"),  # 强调，需要秘书处、全球机制…提供…国家数据
    ]


def test_what_was_asked_of_two_institutions(ask: Ask) -> None:
    found = ask("asked-of-institution", institution=["gef", "agent/secretariat"])
    assert table(found, "statement", "addressee", "speaker") == [
        ("2c 8.3", "secretariat", "other-parties"),  # 另一些缔约方则请秘书处提出…替代方案
        ("2c 14.2", "secretariat", "some-parties"),  # 请秘书处为其他区域执行附件组织此类培训
        ("L.7 15.2", "secretariat", "some-parties"),
        ("2c 15.3", "secretariat", "some-parties"),  # 鼓励秘书处通过联合联络组…扩大合作
        ("L.7 3.2", "secretariat", "some-parties"),
        ("L.7 11.4", "gef", "some-parties"),
        ("L.7 14.2", "gef", "some-parties"),
        ("L.7 14.3", "gef-secretariat", "some-parties"),
        ("L.7 4.2", "secretariat", "parties"),
    ]


def test_what_was_said_on_gef_9(ask: Ask) -> None:
    assert table(ask("said-on-fund"), "about", "stance", "act", "statement") == [
        ("gef-9", "welcomed", "commend", "L.7 11.1"),  # 赞扬为全球环境基金第九次充资提出的改革
        ("gef-9", "observed", "recognize", "L.7 11.5"),  # 承认…新综合方案的附加值
        ("gef-9", "asked", "recommend", "L.7 12.4"),  # 建议…优先考虑设立一个加勒比干旱项目
        ("gef-9", "asked", "recommend", "L.7 14.3"),
        ("star", "supported", "support", "L.7 11.2"),  # 支持在…拨款方面保持充分的灵活性
        ("star", "supported", "support", "L.7 11.3"),  # 支持修订…公式，将干旱脆弱性纳入…
        ("gef-drought-ip", "observed", "recognize", "L.7 11.5"),
        ("gef-enabling-activities", "welcomed", "welcome", "L.7 14.1"),  # 欢迎…扶持活动的贡献
        ("gef-enabling-activities", "asked", "recommend", "L.7 14.3"),
    ]


def test_what_was_said_on_the_gef_as_a_whole(ask: Ask) -> None:
    found = table(ask("said-on-fund", fund=["gef"]), "about", "stance", "statement")
    assert [row for row in found if row[0] in ("gef", "gef-secretariat")] == [
        ("gef", "asked", "2c 16.2"),
        ("gef", "observed", "L.7 10.1"),
        ("gef", "asked", "L.7 11.4"),
        ("gef", "asked", "L.7 14.2"),
        ("gef-secretariat", "asked", "L.7 14.3"),
    ]
    assert len(found) == 5 + 9


def test_where_positions_contrast(ask: Ask) -> None:
    found = ask("contrasting-positions")
    columns = (
        "statement",
        "speaker",
        "act",
        "contrastStatement",
        "contrastSpeaker",
        "contrastAct",
        "on",
    )
    assert table(found, *columns) == [
        ("2c 8.2", "some-parties", "support", "2c 8.3", "other-parties", "request", "capacity-building"),
        (
            "2c 12.2", "some-parties", "call-for", "2c 12.3", "other-parties", "emphasize",
            "artificial-intelligence; cloud-computing; data; digital-divide; digital-literacy; "
            "digital-transformation; early-warning; geospatial-analysis; infrastructure",
        ),
        ("L.7 2.1", "some-parties", "report", "L.7 2.3", "other-parties", "recognize", "finance; ldn"),
    ]  # fmt: skip
    assert found[0]["quote"] == "一些缔约方支持设立一个资源充足的专职能力建设部门"
    assert found[0]["contrast"].startswith("另一些缔约方则请秘书处提出更具资源效益的替代方案")
    only = ask("contrasting-positions", document=["ICCD/CRIC(23)/L.7"])
    assert table(only, "statement") == [("L.7 2.1",)]


def test_needs_barriers_and_proposals_of_sids_and_ldcs(ask: Ask) -> None:
    assert table(ask("needs-of-groups"), "group", "kind", "act", "statement") == [
        ("ldcs", "need", "emphasize", "2c 7.2"),  # 需要量身定制的支持
        ("ldcs", "need", "emphasize", "2c 13.2"),  # 必须加强各国…进行报告的能力
        ("ldcs", "barrier", "emphasize", "L.7 4.1"),  # 与国家数据缺口有关的持续挑战
        ("ldcs", "proposal", "call-for", "L.7 8.4"),  # 呼吁为发展中国家…提供…融资工具
        ("sids", "need", "emphasize", "2c 7.2"),
        ("sids", "need", "emphasize", "2c 13.2"),
        ("sids", "barrier", "emphasize", "L.7 4.1"),
        ("sids", "proposal", "call-for", "L.7 7.3"),  # 呼吁设立…小岛屿发展中国家核心小组
        ("sids", "proposal", "call-for", "L.7 8.4"),
        ("sids", "need", "state", "L.7 12.3"),  # 需要为小岛屿发展中国家量身定制混合融资模式
    ]


def test_needs_of_another_group(ask: Ask) -> None:
    found = ask("needs-of-groups", group=["妇女"])
    assert table(found, "kind", "speaker", "statement") == [
        ("proposal", "civil-society-organizations", "2c 17.1"),
        ("observation", "some-parties", "L.7 16.2"),  # 强调土著人民…妇女、青年…的关键作用
        ("proposal", "civil-society-organizations", "L.7 19.1"),
    ]


def test_what_echoes_civil_society(ask: Ask) -> None:
    found = table(ask("civil-society-echoes"), "statement", "echoStatement", "shared", "themes")
    assert [row for row in found if row[2] != "1"] == [
        ("2c 17.1", "2c 4.1", "3", "capacity-building; institutional-strengthening; training"),
        ("2c 17.1", "L.7 16.3", "3", "community-led; land-restoration; participation"),
        ("2c 17.1", "2c 1.1", "2", "capacity-building; drought-resilience"),
        ("2c 17.1", "2c 16.2", "2", "capacity-building; training"),
        ("2c 17.1", "L.7 3.2", "2", "capacity-building; training"),
        ("L.7 19.1", "L.7 16.1", "2", "ldn; participation"),
        ("L.7 19.1", "L.7 16.3", "2", "ldn; participation"),
    ]
    # All statements by Parties that share one theme or more, in both documents.
    echoes = {
        "2c 17.1": "2c 1.1 2.1 3.1 4.1 5.1 5.2 6.1 7.1 7.2 8.2 9.1 11.1 12.3 13.1 14.1 14.2 15.2 "
        "16.1 16.2 L.7 1.3 3.2 5.2 5.3 7.1 7.2 8.3 10.2 13.1 13.2 13.3 16.1 16.3 17.1 18.2",
        "L.7 19.1": "2c 1.1 L.7 1.1 1.2 1.3 1.4 2.1 2.2 2.4 3.1 4.2 5.1 5.3 7.2 8.1 9.3 13.3 14.1 "
        "14.2 14.3 15.1 15.2 16.1 16.3 17.1 17.2 18.1",
    }
    for statement, expected in echoes.items():
        assert {row[1] for row in found if row[0] == statement} == set(spread(expected))


def spread(places: str) -> list[str]:
    """'2c 1.1 2.1' as ['2c 1.1', '2c 2.1']."""
    found, document = [], ""
    for word in places.split():
        if word in SHORT.values():
            document = word
        else:
            found.append(f"{document} {word}")
    return found


def test_what_echoes_civil_society_on_one_theme(ask: Ask) -> None:
    found = ask("civil-society-echoes", theme=["数字素养"])
    assert table(found, "statement", "echoStatement", "echoSpeaker", "themes") == [
        ("2c 17.1", "2c 12.3", "other-parties", "digital-literacy"),
    ]
    found = ask("civil-society-echoes", theme=["participation"], document=["iccd-cric-23-l.7"])
    assert table(found, "statement", "echoStatement") == [
        ("L.7 19.1", "L.7 16.1"),
        ("L.7 19.1", "L.7 16.3"),
    ]


def test_the_commitments_on_record(ask: Ask) -> None:
    found = ask("commitments")
    assert table(found, "statement", "speaker", "act", "commitment", "quote") == [
        (
            "L.7 1.2", "some-parties", "commit",
            "其对落实土地退化零增长目标的坚定承诺", "重申其对落实土地退化零增长目标的坚定承诺",
        ),
    ]  # fmt: skip
    assert ask("commitments", document=["cric-23-item-2c"]) == []


def test_what_is_proposed_for_cop_17(ask: Ask) -> None:
    found = ask("proposed-for-session")
    assert table(found, "statement", "session", "act", "speaker") == [
        ("L.7 6.1", "cop-17", "call-for", "some-parties"),
    ]
    assert found[0]["quote"].startswith(
        "一些缔约方呼吁在缔约方会议第十七届会议上指定一个国际牧场日"
    )
    assert ask("proposed-for-session", session=["COP 17"]) == found
    assert ask("proposed-for-session", session=["cop-16"]) == []


def test_obstacles_by_theme(ask: Ask) -> None:
    found = table(ask("obstacles-by-theme"), "theme", "statements", "paragraphs", "statement")
    expected = {
        ("finance", "5", "4"): "2c 3.1 16.1 L.7 2.3 8.2 8.3",
        ("capacity-building", "3", "3"): "2c 3.1 4.1 16.1",
        ("drought", "3", "2"): "L.7 4.1 5.1 5.2",
        ("land-restoration", "2", "2"): "L.7 5.2 8.3",
        ("ldn", "2", "2"): "L.7 3.1 5.1",
        ("climate-change", "1", "1"): "L.7 5.2",
        ("data", "1", "1"): "L.7 4.1",
        ("fragmentation", "1", "1"): "2c 3.1",
        ("geospatial-analysis", "1", "1"): "L.7 3.1",
        ("institutional-arrangements", "1", "1"): "2c 3.1",
        ("institutional-strengthening", "1", "1"): "2c 4.1",
        ("land-degradation", "1", "1"): "L.7 5.2",
        ("land-productivity", "1", "1"): "L.7 4.1",
        ("soil-organic-carbon", "1", "1"): "L.7 4.1",
        ("staffing", "1", "1"): "2c 3.1",
        ("training", "1", "1"): "2c 4.1",
    }
    assert found == [(*head, at) for head, places in expected.items() for at in spread(places)]


def test_obstacles_are_counted_within_the_document_asked_for(ask: Ask) -> None:
    found = ask("obstacles-by-theme", document=["cric-23-item-2c"])
    assert table(found, "theme", "statements", "paragraphs")[:5] == [
        ("capacity-building", "3", "3"),
        ("capacity-building", "3", "3"),
        ("capacity-building", "3", "3"),
        ("finance", "2", "2"),
        ("finance", "2", "2"),
    ]


def test_acts_from_speakers_to_institutions(ask: Ask) -> None:
    found = ask("speakers-to-institutions")
    columns = ("count", "speaker", "act", "institution", "stance", "statement")
    expected = {
        ("4", "some-parties", "encourage", "gm", "pressed"): "L.7 3.2 9.2 11.4 13.1",
        ("2", "some-parties", "encourage", "gef", "pressed"): "L.7 11.4 14.2",
        ("2", "some-parties", "encourage", "secretariat", "pressed"): "2c 15.3 L.7 3.2",
        ("2", "some-parties", "request", "secretariat", "pressed"): "2c 14.2 L.7 15.2",
        ("2", "some-parties", "welcome", "gm", "praised"): "L.7 9.3 12.1",
        ("1", "other-parties", "request", "secretariat", "pressed"): "2c 8.3",
        ("1", "parties", "emphasize", "gm", "pressed"): "L.7 4.2",
        ("1", "parties", "emphasize", "secretariat", "pressed"): "L.7 4.2",
        ("1", "some-parties", "acknowledge", "secretariat", "praised"): "2c 14.1",
        ("1", "some-parties", "commend", "gm", "praised"): "2c 2.1",
        ("1", "some-parties", "commend", "secretariat", "praised"): "2c 2.1",
        ("1", "some-parties", "recommend", "gef-secretariat", "pressed"): "L.7 14.3",
        ("1", "some-parties", "request", "gm", "pressed"): "L.7 15.2",
        ("1", "some-parties", "thank", "gm", "praised"): "L.7 1.1",
        ("1", "some-parties", "thank", "secretariat", "praised"): "L.7 1.1",
    }
    assert table(found, *columns) == [
        (*cell, at) for cell, places in expected.items() for at in spread(places)
    ]


def test_a_paragraph_with_what_stands_around_it(ask: Ask) -> None:
    found = ask("paragraph")
    assert [(r["part"], r["paragraph"], r.get("act", ""), r.get("cites", "")) for r in found] == [
        ("before", "1", "", ""),
        ("paragraph", "2", "", ""),
        ("statement", "2", "commend", ""),
        ("statement", "2", "welcome", ""),
        ("citation", "2", "welcome", "ICCD/CRIC(23)/6"),
        ("after", "3", "", ""),
    ]
    assert found[0]["quote"].startswith("一些缔约方认识到，能力建设是实现转型变革的重要推动因素")
    assert found[1]["quote"].endswith("并欢迎重点介绍进展、差距和机遇的 ICCD/CRIC(23)/6 号报告。")


def test_the_last_paragraph_has_none_after_it(ask: Ask) -> None:
    found = ask("paragraph", document=["ICCD/CRIC(23)/L.7"], number=["19"])
    assert [(r["part"], r["paragraph"], r.get("speaker", "")) for r in found] == [
        ("before", "18", ""),
        ("paragraph", "19", ""),
        ("statement", "19", "civil-society-organizations"),
    ]
    assert ask("paragraph", document=["ICCD/CRIC(23)/L.7"], number=["20"]) == []


def test_all_blocks_of_a_parameter_are_filled(extractor: Extractor) -> None:
    query = QUERIES["obstacles-by-theme"]
    text = bind(query, {"document": ["cric-23-item-2c"]}, extractor.vocabulary)
    held = [block.terms for block in values_blocks(text) if block.variable == "document"]
    assert held == [("<https://w3id.org/unccd-kg/doc/cric-23-item-2c>",)] * 2


def test_a_saved_query_knows_where_it_came_from() -> None:
    query: SavedQuery = QUERIES["commitments"]
    assert query.path == Path(folder("queries") / "commitments.rq")
    assert query.summary["zh"] == "记录在案的承诺：谁在哪一段承诺了什么"
    assert [parameter.name for parameter in query.parameters] == ["document", "language"]
    assert query.parameter("document").default == ()
