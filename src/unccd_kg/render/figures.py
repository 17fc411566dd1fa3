"""Figures of accuracy."""

from __future__ import annotations

import click
from rich.markup import escape

from unccd_kg.evaluate import Comparison
from unccd_kg.render.console import json_text, stdout, table

__all__ = ["scores"]


def scores(ours: Comparison, trivial: Comparison, *, as_json: bool) -> None:
    """Figures by field beside the baseline's, then every disagreement."""
    if as_json:
        rows = {
            name: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "baseline_f1": trivial.scores[name].f1,
            }
            for name, score in ours.scores.items()
        }
        errors = [
            dict(zip(("paragraph", "field", "gold", "found"), e, strict=True)) for e in ours.errors
        ]
        click.echo(json_text({"scores": rows, "errors": errors}), nl=False)
        return
    console = stdout()
    listed = table("field", "precision", "recall", "F1", "baseline F1", "right/found/gold")
    for name, score in ours.scores.items():
        figures = (score.precision, score.recall, score.f1, trivial.scores[name].f1)
        counts = f"{score.right}/{score.found}/{score.wanted}"
        listed.add_row(name, *(f"{figure:.3f}" for figure in figures), counts)
    for column in listed.columns[1:]:
        column.justify = "right"
    console.print(listed)
    wrong = table("paragraph", "field", "gold", "found")
    for error in ours.errors:
        wrong.add_row(*map(escape, error))
    console.print(wrong if ours.errors else "no disagreement")
