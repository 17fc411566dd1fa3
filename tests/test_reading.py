"""Reading plain text as it really comes."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unccd_kg.errors import DocumentError
from unccd_kg.model import Document, RegionKind
from unccd_kg.reading import read_bytes, read_file
from unccd_kg.reading.lines import join
from unccd_kg.resources import folder

L7 = folder("documents") / "002_84a1268ae149132a.txt"
ITEM_2C = folder("documents") / "000_24fb246337320d3c.txt"


def covered(document: Document, text: str) -> bool:
    """Whether the regions follow on one another from the first character to the last."""
    ends = [0, *(region.end for region in document.regions)]
    starts = [*(region.start for region in document.regions), len(text)]
    return ends == starts


@pytest.mark.parametrize("path", [L7, ITEM_2C], ids=["L.7", "item 2(c)"])
def test_every_character_is_accounted_for(path: Path) -> None:
    document = read_file(path)
    text = path.read_text(encoding="utf-8")
    assert covered(document, text)
    assert sum(document.characters().values()) == len(text)
    assert document.characters()[RegionKind.UNREAD] == 0


def test_header_of_l7() -> None:
    header = read_file(L7).header
    assert header.symbol == "ICCD/CRIC(23)/L.7"
    assert header.body == "《公约》执行情况审评委员会"
    assert header.session == 23
    assert (header.start_date, header.end_date) == (date(2025, 12, 1), date(2025, 12, 5))
    assert header.venue == "巴拿马，巴拿马城"
    assert header.agenda_item == "2(a)"
    assert header.item_titles == (
        "在国家、次区域和区域各级有效执行《公约》",
        "通报落实土地退化零增长自愿目标和相关执行工作的最新情况",
    )
    assert header.title == header.item_titles[-1]
    assert (header.language, header.original_language) == ("zh", "en")
    assert header.distribution == "Limited"
    assert header.issued == date(2025, 12, 5)
    assert header.job_number == "GE.25-19938"


def test_header_without_symbol() -> None:
    header = read_file(ITEM_2C).header
    assert header.symbol == ""
    assert header.agenda_item == "2(c)"
    assert header.title == "为推动《公约》的执行制定和促进有针对性的能力建设活动"
    assert header.venue == "巴拿马巴拿马城"


def test_page_header_in_the_middle_of_a_paragraph() -> None:
    paragraph = read_file(L7).paragraphs[4]
    assert paragraph.number == "5"
    assert "他们呼吁进一步将减少旱灾风险、早期预警系统" in paragraph.text
    assert "GE.25" not in paragraph.text


def test_lost_line_break_before_a_number() -> None:
    document = read_bytes("1. 一些缔约方强调干旱。 2. 他们呼吁\n合作。\n".encode(), source="x")
    assert [p.text for p in document.paragraphs] == ["一些缔约方强调干旱。", "他们呼吁合作。"]


def test_a_number_inside_a_sentence_opens_no_paragraph() -> None:
    text = "1. 一些缔约方欢迎“目标设定方案\n2.0”的活动。\n2. 他们请秘书处继续。\n"
    assert [p.number for p in read_bytes(text.encode(), source="x").paragraphs] == ["1", "2"]


def test_what_follows_a_closed_paragraph_is_left_unread() -> None:
    text = "1. 一些缔约方强调干旱日益阻碍落实工作的进展。\n二、结论\n2. 他们呼吁合作。\n"
    document = read_bytes(text.encode(), source="x")
    assert document.characters()[RegionKind.UNREAD] == len("二、结论\n")
    assert document.paragraphs[0].text == "一些缔约方强调干旱日益阻碍落实工作的进展。"


def test_lettered_items_belong_to_their_paragraph() -> None:
    text = "1. 一些缔约方呼吁：\n(a) 加强合作；\n(b) 提供资金。\n2. 他们欢迎进展。\n"
    document = read_bytes(text.encode(), source="x")
    assert document.paragraphs[0].text == "一些缔约方呼吁：(a) 加强合作；(b) 提供资金。"
    assert document.characters()[RegionKind.UNREAD] == 0


def test_two_acronyms_are_no_symbol() -> None:
    text = "1. 一些缔约方欢迎\nGEF/GCF\n的合作。\n"
    document = read_bytes(text.encode(), source="x")
    assert document.header.symbol == ""
    assert document.paragraphs[0].text == "一些缔约方欢迎GEF/GCF的合作。"


def test_a_first_page_as_it_is_printed() -> None:
    text = """联合国 ICCD/CRIC(23)/L.5
防治荒漠化公约 Distr.: Limited
4 December 2025
Chinese
Original: English

《公约》执行情况审评委员会
第二十三届会议
2025年12月1日至5日，巴拿马巴拿马城
议程项目3(a)
推动执行《公约》的政策框架和专题问题：
性别平等

性别平等

审评委主席提交的结论草案

1. 一些缔约方强调性别平等。

GE.25-19876 (C) 051225 081225
*2519876*
请回收
"""
    document = read_bytes(text.encode(), source="x")
    header = document.header
    assert header.item_titles == ("推动执行《公约》的政策框架和专题问题", "性别平等")
    assert header.title == "性别平等"
    assert header.job_number == "GE.25-19876"
    assert document.characters()[RegionKind.UNREAD] == 0
    assert document.characters()[RegionKind.FURNITURE] > 30


def test_a_heading_is_no_title() -> None:
    text = "第二十三届会议\n议程项目 2(b)\n干旱\nA. 概述\n1. 一些缔约方强调干旱。\n"
    document = read_bytes(text.encode(), source="x")
    assert document.header.title == "干旱"
    assert document.characters()[RegionKind.UNREAD] == len("A. 概述\n")


def test_a_chinese_masthead() -> None:
    text = "联 合 国 ICCD/CRIC(23)/L.8\nDistr.: Limited\n2025 年 12 月 4 日\n原文：英文\n1. 一些缔约方强调。\n"
    header = read_bytes(text.encode(), source="x").header
    assert (header.symbol, header.issued) == ("ICCD/CRIC(23)/L.8", date(2025, 12, 4))
    assert header.original_language == "en"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"%PDF-1.7 \xe2", "this is a PDF file"),
        (b"PK\x03\x04rest", "Word or ZIP"),
        (b"1. \x00\x01", "binary file"),
        ("1. 一些缔约方强调。".encode("gb18030"), "not UTF-8"),
        ("一些缔约方强调干旱。".encode(), "no numbered paragraph"),
        (b"1. Some Parties stressed drought.", "not Chinese"),
        ("1. 一些。\n2. 二。\n2. 三。\n".encode(), "repeats or goes back: 2 follows 2"),
        ("1. 一些。\n3. 三。\n".encode(), "jumps: 3 follows 1"),
    ],
)
def test_bad_input_says_what_and_where(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, source="bad.txt")
    assert words in str(caught.value)
    assert str(caught.value).startswith("bad.txt")
    assert caught.value.exit_code == 3


def test_the_line_of_a_bad_number_is_named() -> None:
    with pytest.raises(DocumentError, match=r"bad\.txt, line 3"):
        read_bytes("1. 一。\n\n3. 三。\n".encode(), source="bad.txt")


SENTENCE = st.text("一些缔约方强调干旱土地公约秘书处", min_size=3, max_size=60).map(
    lambda s: s + "。"
)


@given(st.lists(SENTENCE, min_size=1, max_size=6), st.integers(8, 40), st.booleans())
def test_paragraphs_survive_hard_wraps(sentences: list[str], width: int, spaced: bool) -> None:
    lines = []
    for number, sentence in enumerate(sentences, start=1):
        whole = f"{number}. {sentence}"
        lines += [whole[i : i + width] for i in range(0, len(whole), width)]
    text = ("\n\n" if spaced else "\n").join(lines) + "\n"
    document = read_bytes(text.encode(), source="x")
    assert [p.text for p in document.paragraphs] == sentences
    assert covered(document, text)


@given(st.lists(st.text("公约L. a", min_size=1, max_size=5).map(str.strip), max_size=6))
def test_joining_adds_nothing_but_single_spaces(pieces: list[str]) -> None:
    kept = [piece for piece in pieces if piece]
    assert join(pieces).replace(" ", "") == "".join(kept).replace(" ", "")


@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert read_bytes(data, source="x").paragraphs
