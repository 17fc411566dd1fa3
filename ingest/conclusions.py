"""Conclusions: "Some Parties stressed …", the reported speech of party groups.

A pronoun or a cue without a subject carries on the speaker before it. 另一些缔约方 (other Parties)
is set against the last statement whose words name their speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from unccd_kg import iris
from unccd_kg.language import Analysis
from unccd_kg.marks import Marks
from unccd_kg.model import Concept, Statement

UNSPECIFIED = Concept(iris.concept("agent", "unspecified"))


def statements(analysis: Analysis, marks: Marks) -> Iterator[Statement]:
    """The statements of one paragraph, in order."""
    speaker = UNSPECIFIED
    last_named: int | None = None
    for order, said in enumerate(analysis.utterances, start=1):
        speaker = said.speaker or speaker
        yield Statement(
            order=order,
            speaker=speaker,
            act=said.act,
            cue=said.cue,
            quote=said.quote,
            content=said.content,
            addressed_to=said.addressees,
            mentions=marks.mentions_in(said.said),
            groups=marks.groups_in(said.content),
            themes=marks.themes_in(said.quote, without=said.cue),
            modality=said.modality,
            contrasts_with=last_named if said.set_against else None,
            condition=marks.condition_in(said.quote),
        )
        if said.named:
            last_named = order
