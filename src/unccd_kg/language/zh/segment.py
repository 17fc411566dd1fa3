"""Word boundaries by jieba, asked only about labels of a single character (decisions/0007)."""

from __future__ import annotations

import contextlib
import logging
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from jieba import Tokenizer

__all__ = ["Segmenter"]


class Segmenter:
    """Tells whether a stretch of a text is a word of its own.

    >>> segmenter = Segmenter()
    >>> segmenter.is_word("生物多样性、气候、水和湿地战略", 9, 10)
    True
    >>> segmenter.is_word("各国的水平不一", 3, 4)
    False
    """

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        import jieba

        # A cache that cannot be kept is no matter of the user's: jieba reads its dictionary again.
        jieba.setLogLevel(logging.CRITICAL)
        tokenizer = jieba.Tokenizer()
        # jieba keeps its parsed dictionary in a folder that others can write to (/tmp) and
        # unmarshals what it finds there: give it a folder of the user's own.
        cache = user_cache_path("unccd-kg")
        with contextlib.suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(cache)
        return tokenizer

    def is_word(self, text: str, start: int, end: int) -> bool:
        """Whether jieba sees ``text[start:end]`` as one word."""
        return (start, end) in self._words(text)

    @lru_cache(maxsize=64)  # noqa: B019 - a reader lives as long as its process
    def _words(self, text: str) -> frozenset[tuple[int, int]]:
        return frozenset((start, end) for _, start, end in self._tokenizer.tokenize(text))
