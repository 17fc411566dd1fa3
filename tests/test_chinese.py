"""The Chinese grammar on sentences and on the two documents, beside what people read in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unccd_kg import recipes
from unccd_kg.evaluate import FIELDS, compare
from unccd_kg.extract import Extractor
from unccd_kg.gold import flatten, read_gold
from unccd_kg.language import language_for
from unccd_kg.marks import Marker
from unccd_kg.model import Statement
from unccd_kg.reading import read_file
from unccd_kg.resources import folder

HERE = Path(__file__).parent
GOLDEN = [
    json.loads(line)
    for line in (HERE / "golden" / "conclusions.zh.jsonl").read_text(encoding="utf-8").splitlines()
]
# The bars of the project; two people who annotated L.7 apart agree at 0.98 on speaker, act and
# addressees and at 0.95 on the full proposition.
BARS = {
    "statements": 0.98,
    "speaker+act+addressees": 0.96,
    "full proposition": 0.93,
    "addressees": 0.95,
    "mentions": 0.95,
    "groups": 0.98,
    "themes": 0.90,
    "contrast": 1.0,
    "offsets": 1.0,
}
# What was reached on the made-up documents: any fall is to be seen.
CARRIED = {
    "statements": 0.99,
    "speaker+act+addressees": 0.98,
    "full proposition": 0.92,
    "addressees": 0.98,
    "mentions": 0.95,
    "groups": 0.90,
    "themes": 0.95,
    "offsets": 1.0,
}
DOCUMENTS = folder("documents")

EXTRACTOR = Extractor.default()
CHINESE = language_for("zh", EXTRACTOR.vocabulary)
MARKER = Marker(EXTRACTOR.vocabulary, CHINESE)
CONCLUSIONS = recipes.load("conclusions", folder("ingest"))


def read(text: str) -> list[Statement]:
    return list(CONCLUSIONS.mapping.statements(CHINESE.analyse(text), MARKER.mark(text)))


def plain(statement: Statement) -> dict[str, Any]:
    """A statement as the golden file has it: empty fields left out."""
    row = {
        "speaker": statement.speaker.slug,
        "act": statement.act.slug,
        "cue": statement.cue.text,
        "quote": statement.quote.text,
        "content": statement.content.text,
        "addressedTo": [concept.slug for concept in statement.addressed_to],
        "modality": statement.modality.slug if statement.modality else "",
        "condition": statement.condition.text if statement.condition else "",
        "contrastsWith": statement.contrasts_with,
    }
    return {key: value for key, value in row.items() if value not in ("", [], None)}


@pytest.mark.parametrize("row", GOLDEN, ids=[row["text"][:12] for row in GOLDEN])
def test_golden_sentences(row: dict[str, Any]) -> None:
    assert [plain(statement) for statement in read(row["text"])] == row["statements"]
    assert [span.text for span in CHINESE.analyse(row["text"]).unclassified] == row["unclassified"]


@pytest.mark.parametrize(
    ("gold", "source", "bars"),
    [
        ("gold/iccd-cric-23-l.7.zh.jsonl", DOCUMENTS / "002_84a1268ae149132a.txt", BARS),
        # No second pair of eyes annotated item 2(c): this file is our own reading, kept so that
        # a change of any statement is seen.
        (
            "golden/cric-23-item-2c.zh.jsonl",
            DOCUMENTS / "000_24fb246337320d3c.txt",
            dict.fromkeys(FIELDS, 1.0),
        ),
        # Made up in the register of conclusions and annotated without sight of the grammar.
        ("golden/cric-99-item-2b.zh.jsonl", HERE / "golden" / "cric-99-item-2b.zh.txt", CARRIED),
        ("golden/cric-99-item-3.zh.jsonl", HERE / "golden" / "cric-99-item-3.zh.txt", CARRIED),
        ("golden/cric-99-item-4a.zh.jsonl", HERE / "golden" / "cric-99-item-4a.zh.txt", CARRIED),
    ],
)
def test_documents_against_gold(gold: str, source: Path, bars: dict[str, float]) -> None:
    extraction = EXTRACTOR.extract(read_file(source))
    texts = {each.paragraph.number: each.paragraph.text for each in extraction.paragraphs}
    found = [flatten(e.paragraph.number, s) for e in extraction.paragraphs for s in e.statements]
    comparison = compare(found, read_gold(HERE / gold, texts), texts)
    short = {
        name: comparison.scores[name].f1 for name in bars if comparison.scores[name].f1 < bars[name]
    }
    assert not short, comparison.errors


def test_nothing_of_the_two_documents_is_left_unclassified() -> None:
    for path in sorted(folder("documents").glob("*.txt")):
        extraction = EXTRACTOR.extract(read_file(path))
        assert not [span for each in extraction.paragraphs for span in each.unclassified]
        assert extraction.warnings == ()


def test_a_sentence_without_a_cue_is_kept_as_unclassified() -> None:
    analysis = CHINESE.analyse("一些缔约方强调干旱。这一情况十分严重。")
    assert [span.text for span in analysis.unclassified] == ["这一情况十分严重"]


def test_the_longest_name_wins_and_hides_the_subject_words_inside_it() -> None:
    (statement,) = read("一些缔约方强调，《联合国气候变化框架公约》和全球环境基金秘书处应合作。")
    assert [concept.slug for concept in statement.mentions] == ["unfccc", "gef-secretariat"]
    assert "climate-change" not in [concept.slug for concept in statement.themes]


def test_a_body_has_a_short_name_in_its_own_documents() -> None:
    body = EXTRACTOR.vocabulary.concept("agent", "cric")
    text = "委员会请秘书处编写报告。一些缔约方请委员会审议这一问题。"
    own = language_for("zh", EXTRACTOR.vocabulary, body).analyse(text).utterances
    assert [said.speaker.slug for said in own if said.speaker] == ["cric", "some-parties"]
    assert own[1].addressees == (body,)
    assert own[1].content.text == "审议这一问题"
    assert len(CHINESE.analyse(text).unclassified) == 1


def test_a_short_name_means_the_body_named_last() -> None:
    body = EXTRACTOR.vocabulary.concept("agent", "cric")
    chinese = language_for("zh", EXTRACTOR.vocabulary, body)
    said = chinese.analyse("科学和技术委员会欢迎该报告。委员会还注意到进展。").utterances
    assert [each.speaker.slug for each in said if each.speaker] == ["cst", "cst"]


WORDS = [
    "一些缔约方", "另一些缔约方", "他们", "民间社会组织", "秘书处", "全球机制", "强调", "，", "。", "并",
    "鼓励", "欢迎", "呼吁", "对", "表示关切", "支持", "需要", "的", "干旱", "资金", "“", "”", "《", "》",
    "(", ")", "而", "则", "请", "最不发达国家", "、", "和", " ", "其", "对于", "而言", "；",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_any_text_gives_statements_that_fit_it(text: str) -> None:
    analysis = CHINESE.analyse(text)
    for statement in read(text):
        for span in (statement.quote, statement.content, statement.cue):
            assert text[span.start : span.end] == span.text
        assert statement.content.text
        assert statement.quote.contains(statement.cue)
        assert statement.quote.contains(statement.content)
        assert statement.contrasts_with is None or statement.contrasts_with < statement.order
    for span in analysis.unclassified:
        assert text[span.start : span.end] == span.text
