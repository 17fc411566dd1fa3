"""The command line: a command each, which parses, calls and prints.

Results go to stdout, progress and messages to stderr. Exit codes: 0 ok, 1 findings, 2 usage,
3 data or store, 130 interrupted.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from unccd_kg import __version__
from unccd_kg.errors import KgError

__all__ = ["cli", "main"]

_STORE = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="UNCCD_KG_STORE",
    default=Path("kg"),
    show_default="$UNCCD_KG_STORE, else ./kg",
    help="The folder of the store.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
_LABELS = click.option(
    "--labels", type=click.Choice(["en", "zh"]), default="en", show_default=True,
    help="The language of labels.",
)  # fmt: skip


def main() -> None:
    """Run the command line; every expected error becomes one message and an exit code."""
    # A reader that goes away (unccd-kg query … | head) ends the program without a traceback.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        code = cli(standalone_mode=False)
    except KgError as error:
        click.echo(f"unccd-kg: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("unccd-kg: interrupted; what was reported as stored is stored", err=True)
        code = 130
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"unccd-kg: {place}{error.strerror or error}", err=True)
        code = 3
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="unccd-kg")
def cli() -> None:
    """Ask the documents of the UN Convention to Combat Desertification.

    Reads documents, keeps what is said in them as a graph, and answers with the quoted paragraph.
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_STORE
@click.option("--recipe", default="conclusions", show_default=True, help="The kind of document.")
@click.option("--language", help="The language of the text, where it cannot be told.")
@click.option("--symbol", default="", help="The symbol of a document that prints none.")
@click.option("--base", envvar="UNCCD_KG_BASE", help="The base IRI of documents.")
@click.option(
    "--report", "report_file", type=click.Path(path_type=Path), help="Write a JSON report."
)
@click.option("--dry-run", is_flag=True, help="Read and validate, store nothing.")
@_JSON
def ingest(
    paths: tuple[Path, ...],
    store: Path,
    recipe: str,
    language: str | None,
    symbol: str,
    base: str | None,
    report_file: Path | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Read files or folders of texts into the store."""
    from unccd_kg import iris, render
    from unccd_kg.extract import Extractor
    from unccd_kg.files import write_whole
    from unccd_kg.ingesting import Options, files, report
    from unccd_kg.ingesting import ingest as run
    from unccd_kg.resources import folder
    from unccd_kg.store import EmbeddedStore
    from unccd_kg.validate import Validator

    names = files(paths)
    if symbol and len(names) > 1:
        raise click.UsageError("--symbol names one document; give one file")
    extractor = Extractor.default(base=base or iris.DOCUMENTS)
    outcomes = []
    for outcome in render.progress(
        run(
            names,
            extractor=extractor,
            validator=Validator(folder("shapes"), extractor.vocabulary),
            open_store=None if dry_run else lambda: EmbeddedStore.writable(store),
            options=Options(recipe, language, symbol),
        ),
        total=len(names),
    ):
        outcomes.append(outcome)
        render.problems(outcome)
    text = render.json_text(report(outcomes))
    if report_file is not None:
        write_whole(report_file, text.encode())
    if as_json:
        click.echo(text, nl=False)
    else:
        render.outcomes(outcomes)
    return max(outcome.exit_code for outcome in outcomes)


@cli.command()
@_STORE
@_JSON
def validate(store: Path, as_json: bool) -> int:
    """Check everything in the store, vocabularies too, against the shapes."""
    from unccd_kg import render
    from unccd_kg.extract import Extractor
    from unccd_kg.load import documents
    from unccd_kg.resources import folder
    from unccd_kg.store import EmbeddedStore
    from unccd_kg.validate import Validator

    opened = EmbeddedStore.readable(store)
    validator = Validator(folder("shapes"), Extractor.default().vocabulary)
    findings = validator.validate_vocabulary()
    known = documents(opened)
    for document in known:
        findings.extend(validator.validate(list(opened.quads(document.graph))))
    render.findings(findings, checked=len(known), as_json=as_json)
    return 1 if findings else 0


@cli.command()
@click.argument("name")
@_STORE
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Fill a parameter.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "tsv", "json", "ttl"]),
    default="table", show_default=True, help="ttl for queries that CONSTRUCT.",
)  # fmt: skip
def query(name: str, store: Path, params: tuple[str, ...], format_: str) -> int:
    """Answer a saved question by NAME, or the SPARQL query in a FILE."""
    from unccd_kg import render
    from unccd_kg.asking import ask
    from unccd_kg.store import EmbeddedStore

    render.answer(ask(EmbeddedStore.readable(store), name, params), format_)
    return 0


@cli.command()
@_JSON
def queries(as_json: bool) -> int:
    """List the saved questions and their parameters."""
    from unccd_kg import render
    from unccd_kg.queries import load_all
    from unccd_kg.resources import folder

    render.saved_queries(load_all(folder("queries")), as_json=as_json)
    return 0


@cli.command()
@click.argument("document")
@click.argument("paragraph")
@_STORE
@_LABELS
@_JSON
def show(document: str, paragraph: str, store: Path, labels: str, as_json: bool) -> int:
    """Show a PARAGRAPH of a DOCUMENT with its statements marked in the text."""
    from unccd_kg import render
    from unccd_kg.extract import Extractor
    from unccd_kg.load import find_document, find_paragraph
    from unccd_kg.store import EmbeddedStore

    opened = EmbeddedStore.readable(store)
    found = find_document(opened, document)
    read = find_paragraph(opened, found, paragraph)
    render.paragraph(found, read, Extractor.default().vocabulary, labels, as_json=as_json)
    return 0


@cli.command()
@_STORE
@click.option(
    "--format", "format_", required=True,
    type=click.Choice(["ttl", "trig", "nq", "nt", "jsonld", "rdfxml"]),
    help="trig and nq keep the named graphs.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"),
    show_default="stdout", help="The file to write.",
)  # fmt: skip
def export(store: Path, format_: str, output: Path) -> int:
    """Write everything in the store as linked data, sorted: same store, same bytes."""
    from unccd_kg.export import export as run
    from unccd_kg.files import write_whole
    from unccd_kg.store import EmbeddedStore

    data = run(EmbeddedStore.readable(store), format_)
    if output == Path("-"):
        click.echo(data, nl=False)
    else:
        write_whole(output, data)
    return 0


@cli.command()
@click.argument("gold", type=click.Path(path_type=Path))
@_STORE
@click.option("--document", help="The document of the gold; else the name of the gold file.")
@_JSON
def evaluate(gold: Path, store: Path, document: str | None, as_json: bool) -> int:
    """Compare the statements of a document in the store with GOLD (JSON lines)."""
    from unccd_kg import render
    from unccd_kg.evaluate import evaluate_document
    from unccd_kg.extract import Extractor
    from unccd_kg.store import EmbeddedStore

    opened = EmbeddedStore.readable(store)
    ours, trivial = evaluate_document(opened, Extractor.default().vocabulary, gold, document)
    render.scores(ours, trivial, as_json=as_json)
    return 0


@cli.command()
@_STORE
@_JSON
def info(store: Path, as_json: bool) -> int:
    """Say what is in the store and which engines are at work."""
    from unccd_kg import render
    from unccd_kg.asking import summary
    from unccd_kg.store import EmbeddedStore

    render.summary(summary(EmbeddedStore.readable(store), store), as_json=as_json)
    return 0
