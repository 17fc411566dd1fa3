"""What the command line prints: tables and JSON on stdout, messages on stderr."""

from unccd_kg.render.answers import answer, saved_queries
from unccd_kg.render.console import json_text, progress
from unccd_kg.render.documents import findings, outcomes, paragraph, problems, summary
from unccd_kg.render.figures import scores

__all__ = [
    "answer",
    "findings",
    "json_text",
    "outcomes",
    "paragraph",
    "problems",
    "progress",
    "saved_queries",
    "scores",
    "summary",
]
