"""Closed classes of Chinese: the words of the grammar. Everything else is a label in ontology/."""

from __future__ import annotations

import re

__all__ = [
    "ADVERBS",
    "AGAINST",
    "ALSO_DOES",
    "AND_ALSO",
    "ASPECT",
    "CONNECTIVES",
    "COORDINATORS",
    "DOING",
    "GO_ON",
    "NOUN_LIKE",
    "ORDINARY_VERBS",
    "ORIGIN",
    "PHRASE_END",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUALIFIERS",
    "RELATIVE",
    "TOGETHER",
    "VOICE",
    "WHILE",
]


def _any(words: str) -> re.Pattern[str]:
    """One of the words, the longest first."""
    options = sorted(words.split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, options)))


CONNECTIVES = _any(
    "并 并且 同时 而 而且 但 但是 此外 另外 因此 与此同时 不过 然而 以及 为此 在这方面 对此 最后 和"
)
"""Words that open a clause and belong to no statement."""

AGAINST = _any("而 但 但是 然而 则 却")
"""Words that set a speaker against the one before."""

ADVERBS = _any(
    "还 也 又 则 却 都 均 亦 再次 再度 进一步 特别 尤其 一致 强烈 大力 高度 普遍 明确 同样 继续 同时 一再 "
    "多次 深表 深切 诚挚 衷心 热烈 最强烈地 着重 高兴地 谨 共同 首先 随后 最后 此外 因此 已 曾 主要 在这方面 "
    "为此 仍 仍然 始终 非常 十分 坚决 公开 正式 郑重 迫切 紧急"
)
"""Words between speaker and cue; they belong to the quote, not to the cue."""

PRONOUNS = re.compile(
    "他们|它们|她们|他|她|它|前者|后者|(?:该|这些|上述)(?:集团|联盟|代表团|代表|缔约方|国家|组织|机构|发言者|与会者)"
)
"""Words that point back to the speaker before: 他们, 该集团, 这些缔约方."""

PREPOSITIONS = _any("在 就 针对 关于 根据 按照 作为 通过 基于 从 围绕 代表 除")
"""Words that open a phrase between speaker and cue."""

WHILE = "的同时"
"""Closes 在感谢…的同时: one act in passing, before another of the same speaker."""

PHRASE_END = re.compile(
    r"(?:时|中|上|下|方面|后|前|问题|期间|过程|框架|范围内|而言|来说|事宜|议题)$"
)
"""How such a phrase closes."""

ORDINARY_VERBS = frozenset(
    "支持 承诺 同意 通报 汇报 说明 估计 确认 批准 核准 通过 商定 认可 突出 致力于".split()
)
"""Cues that are everyday verbs too: in a chain of wanted actions they open no new statement."""

AND_ALSO = re.compile(r"并且?|同时|而且")
"""What binds one more act to the speaker of the last."""

ALSO_DOES = re.compile(r"还|也|又")
"""Before an everyday verb: the subject of what is said does one more thing (…，还支持…)."""

NOUN_LIKE = frozenset(
    {"建议", "承诺", "希望", "关切", "呼吁", "请求", "要求", "决定", "支持", "期待"}
)
"""Cues that are nouns as well: where they end a clause inside a sentence they report nothing."""

ASPECT = re.compile(r"了")

COORDINATORS = re.compile(r"[、和及]|以及|[，,]? ?(?:特别是|尤其是|包括)")

TOGETHER = re.compile(
    r".{0,12}?(?:合作|协作|协商|磋商|一道|一起|共同|联合|密切|接触|沟通|联络|对话|建立|伙伴关系)"
)
"""After 与 + institution: it is a companion, not one more addressee."""

QUALIFIERS = _any(
    "所有 各 各个 有关 相关 其他 其它 有能力的 感兴趣的 主要 国家 双边 多边 国际 区域 全体"
)
"""Words before an addressee that do not change who it is."""

RELATIVE = re.compile(
    r"(?:尚未|有|没有|具备|处于|参与|来自|受|未|正在|已|能够|愿意|在|从事|面临|遭受|拥有|包括)[^，。；：]{1,40}?的$"
)
"""A relative clause before an addressee: 尚未批准公约的 缔约方."""

ORIGIN = re.compile(r"(?:来自|代表|属于)[^，。；：、]{1,24}?的")
"""Where a speaker comes from: 来自非洲的一些缔约方."""

VOICE = re.compile(r"的?(?:一[名位])?(?:代表|发言人|主席)")
"""Who lends a speaker a voice, and is not the speaker: 非洲集团的代表."""

GO_ON = re.compile(
    r"(?:(?:进一步|继续|扩大|加强|增加|加大|启动|开始|保持|维持|深化|提高)(?:并|和|、)?)+"
)
"""What is asked to start, go on or grow in 鼓励继续并扩大全球环境基金的支持."""

DOING = re.compile(
    r"的(?:[^，。；、的]{0,6}的?)?(?:支持|支助|支援|援助|努力|工作|参与|贡献|投入|协助|帮助|行动|领导)"
)
"""An institution's own doing, after its name."""
