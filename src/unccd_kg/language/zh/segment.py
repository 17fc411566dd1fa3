"""Word boundaries by jieba, asked only about labels of a single character (decisions/0007)."""

from __future__ import annotations

import contextlib
import logging
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from jieba import Tokenizer

__all__ = ["is_word"]


def is_word(text: str, start: int, end: int) -> bool:
    """Whether jieba sees ``text[start:end]`` as one word.

    >>> is_word("生物多样性、气候、水和湿地战略", 9, 10), is_word("各国的水平不一", 3, 4)
    (True, False)
    """
    return (start, end) in _words(text)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[tuple[int, int]]:
    return frozenset((start, end) for _, start, end in _tokenizer().tokenize(text))


@cache
def _tokenizer() -> Tokenizer:
    """Jieba with its own dictionary, read at the first question: it takes about a second."""
    import jieba

    # A cache that cannot be kept is no matter of the user's: jieba reads its dictionary again.
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    # jieba keeps its parsed dictionary in a folder that others can write to (/tmp) and
    # unmarshals what it finds there: give it a folder of the user's own.
    folder = user_cache_path("unccd-kg")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(folder)
    return tokenizer
