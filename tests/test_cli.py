"""The command line as a user meets it: in a process of its own, with its exit codes."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from unccd_kg import __version__
from unccd_kg.cli import cli
from unccd_kg.export import FORMATS
from unccd_kg.resources import folder

DOCUMENTS = folder("documents")
L7 = DOCUMENTS / "002_84a1268ae149132a.txt"
GOLD = Path(__file__).parent / "gold" / "iccd-cric-23-l.7.zh.jsonl"
COMMAND = [sys.executable, "-m", "unccd_kg"]


def run(*args: object, store: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COLUMNS": "120", "PYTHONUTF8": "1"}
    env.pop("UNCCD_KG_STORE", None)
    if store is not None:
        env["UNCCD_KG_STORE"] = str(store)
    return subprocess.run(
        [*COMMAND, *map(str, args)], capture_output=True, text=True, env=env, check=False
    )


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with both documents, made by the command."""
    store = tmp_path_factory.mktemp("cli") / "kg"
    done = run("ingest", DOCUMENTS, store=store)
    assert done.returncode == 0, done.stderr
    return store


def dump(store: Path) -> str:
    return run("export", "--format", "nq", store=store).stdout


def test_the_main_job(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = run("ingest", DOCUMENTS, "--store", tmp_path / "kg", "--report", report)
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(report.read_text(encoding="utf-8"))
    assert [row["document"] for row in rows] == ["cric-23-item-2c", "iccd-cric-23-l.7"]
    assert sum(row["paragraphs"] for row in rows) == 36
    assert sum(row["statements"] for row in rows) == 86
    assert [row["findings"] + row["unclassified"] + row["warnings"] for row in rows] == [[], []]
    for row, path in zip(rows, sorted(DOCUMENTS.glob("*.txt")), strict=True):
        assert sum(row["characters"].values()) == len(path.read_text(encoding="utf-8"))


def test_ingesting_twice_changes_nothing(kg: Path) -> None:
    before = dump(kg)
    again = run("ingest", DOCUMENTS, "--json", store=kg)
    assert [row["status"] for row in json.loads(again.stdout)] == ["unchanged", "unchanged"]
    assert dump(kg) == before


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    done = run("ingest", L7, "--dry-run", "--store", tmp_path / "kg", "--json")
    assert json.loads(done.stdout)[0]["status"] == "checked"
    assert not (tmp_path / "kg").exists()


def test_a_symbol_can_be_given(tmp_path: Path) -> None:
    text = tmp_path / "conclusions.txt"
    text.write_text("1. 一些缔约方强调干旱。\n", encoding="utf-8")
    done = run("ingest", text, "--symbol", "ICCD/CRIC(24)/L.1", "--dry-run", "--json")
    (row,) = json.loads(done.stdout)
    assert (row["document"], row["symbol"]) == ("iccd-cric-24-l.1", "ICCD/CRIC(24)/L.1")


def test_a_document_that_fails_validation_is_not_stored(kg: Path, tmp_path: Path) -> None:
    """A symbol that is none passes the reader; the shapes object."""
    before = dump(kg)
    text = tmp_path / "conclusions.txt"
    text.write_text(
        "1. 一些缔约方强调干旱。\n2. 他们呼吁合作。\n3. 他们欢迎进展。\n", encoding="utf-8"
    )
    done = run("ingest", text, "--symbol", "no symbol", store=kg)
    assert done.returncode == 1
    assert "not stored" in done.stderr
    assert "symbol" in done.stderr
    assert "Traceback" not in done.stderr
    assert dump(kg) == before


def test_an_answer_quotes_the_paragraph(kg: Path) -> None:
    done = run("query", "asked-of-institution", "--param", "institution=gm", store=kg)
    assert done.returncode == 0, done.stderr
    assert "ICCD/CRIC(23)/L.7, paragraph 11" in done.stdout
    assert "通报这些机会" in done.stdout.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("format_", ["csv", "tsv", "json"])
def test_machines_get_the_iris(kg: Path, format_: str) -> None:
    done = run("query", "commitments", "--format", format_, store=kg)
    assert "https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/p1/zh/s2" in done.stdout


def test_a_query_from_a_file(kg: Path, tmp_path: Path) -> None:
    query = tmp_path / "ask.rq"
    query.write_text("ASK { GRAPH ?g { ?s ?p ?o } }", encoding="utf-8")
    assert run("query", query, store=kg).stdout == "yes\n"
    query.write_text(
        "PREFIX t: <http://purl.org/dc/terms/> CONSTRUCT { ?s t:issued ?o } WHERE { GRAPH ?g { ?s t:issued ?o } }",
        encoding="utf-8",
    )
    done = run("query", query, "--format", "ttl", store=kg)
    assert "2025-12-05" in done.stdout


def test_show_marks_the_statements(kg: Path) -> None:
    done = run("show", "ICCD/CRIC(23)/L.7", "2", "--labels", "zh", store=kg)
    assert "[1:一些缔约方报告称" in done.stdout
    assert "set against: statement 1" in done.stdout
    value = json.loads(run("show", "iccd-cric-23-l.7", "2", "--json", store=kg).stdout)
    assert [s["order"] for s in value["statements"]] == [1, 2, 3, 4]
    speakers = [s["speaker"].rsplit("/", 1)[1] for s in value["statements"]]
    assert speakers == ["some-parties", "some-parties", "other-parties", "other-parties"]


def test_validate_finds_nothing(kg: Path) -> None:
    done = run("validate", store=kg)
    assert (done.returncode, done.stdout) == (
        0, "2 documents and the vocabularies checked: 0 findings\n",
    )  # fmt: skip


def test_evaluate_prints_figures_beside_the_baseline(kg: Path) -> None:
    scores = json.loads(run("evaluate", GOLD, "--json", store=kg).stdout)["scores"]
    assert scores["statements"]["f1"] >= 0.98
    assert scores["speaker+act"]["baseline_f1"] < scores["speaker+act"]["f1"]


def test_export_offers_every_format() -> None:
    (option,) = (o for o in cli.commands["export"].params if o.name == "format_")
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == set(FORMATS)


def test_info_counts(kg: Path) -> None:
    value = json.loads(run("info", "--json", store=kg).stdout)
    assert [row["statements"] for row in value["documents"]] == [30, 56]
    assert "pyoxigraph" in value["engines"]


def test_queries_are_listed_in_both_languages() -> None:
    rows = json.loads(run("queries", "--json").stdout)
    assert all(row["summary"]["en"] and row["summary"]["zh"] for row in rows)


def test_version() -> None:
    assert __version__ in run("--version").stdout


def test_nothing_is_imported_that_help_does_not_need() -> None:
    """Every command starts with the same import; rdflib alone would double it."""
    code = (
        "import sys, unccd_kg.cli; print(sorted({'rdflib', 'pyshacl', 'jieba'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


BAD_TEXTS = {
    "empty": (b"", 3, "the file is empty"),
    "binary": (b"1. \x00\x01\x02", 3, "binary file"),
    "gb18030": ("1. 一些缔约方强调干旱。".encode("gb18030"), 3, "not UTF-8"),
    "unnumbered": ("一些缔约方强调干旱。".encode(), 3, "no numbered paragraph"),
    "repeats": ("1. 一些缔约方强调干旱。\n1. 一些缔约方强调。\n".encode(), 3, "line 2: the paragraph number repeats"),
    "jumps": ("1. 一些缔约方强调干旱。\n4. 一些缔约方强调。\n".encode(), 3, "line 2: the paragraph number jumps"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_bad_input_leaves_the_store_untouched(name: str, kg: Path, tmp_path: Path) -> None:
    data, code, words = BAD_TEXTS[name]
    before = dump(kg)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    done = run("ingest", bad, store=kg)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr
    assert "bad.txt" in done.stderr
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr
    assert dump(kg) == before
    assert run("ingest", bad, "--store", tmp_path / "new").returncode == code
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["ingest", "missing.txt"], 2, "missing.txt: no such file"),
        (["ingest", str(L7), "--recipe", "poems"], 2, "no recipe 'poems'"),
        (["ingest", str(L7), "--language", "tlh"], 2, "no rules for the language 'tlh'"),
        (["ingest"], 2, "Missing argument"),
        (["query", "no-such-question"], 2, "no saved query"),
        (["query", "commitments", "--param", "nonsense"], 2, "is not NAME=VALUE"),
        (["show", "no-such-document", "1"], 2, "no document"),
        (["show", "", "1"], 2, "no document ''"),
        (["show", "iccd-cric-23-l.7", "99"], 2, "no paragraph '99'"),
        (["evaluate", "missing.jsonl"], 2, "no such gold file"),
        (["export", "--format", "xls"], 2, "Invalid value"),
    ],
)
def test_wrong_calls(kg: Path, args: list[str], code: int, words: str) -> None:
    done = run(*args, store=kg)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["query", "evaluate"])
def test_a_file_that_is_no_text(kg: Path, tmp_path: Path, command: str) -> None:
    binary = tmp_path / "iccd-cric-23-l.7.zh.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    done = run(command, binary, store=kg)
    assert (done.returncode, "not UTF-8 text" in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


def test_gold_of_another_document_is_refused(kg: Path) -> None:
    done = run("evaluate", GOLD, "--document", "cric-23-item-2c", store=kg)
    assert done.returncode == 3
    assert "line 1: the quote is not in paragraph 1" in done.stderr


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    done = run("ingest", bad, L7, "--store", tmp_path / "kg", "--json")
    assert done.returncode == 3
    assert [row["status"] for row in json.loads(done.stdout)] == ["refused", "stored"]


def test_the_same_document_twice_in_one_run_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(L7.read_bytes())
    done = run("ingest", L7, copy, "--store", tmp_path / "kg")
    assert done.returncode == 3
    assert "once more" in done.stderr


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    done = run("info", "--store", tmp_path / "nothing")
    assert done.returncode == 3
    assert "unccd-kg ingest" in done.stderr
    assert not (tmp_path / "nothing").exists()


def test_a_store_held_by_another_process(kg: Path) -> None:
    before = dump(kg)
    code = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(kg)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = run("ingest", L7, store=kg)
        holder.communicate("\n")
    assert done.returncode == 3
    assert "in use by another process" in done.stderr
    assert dump(kg) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the file size are a Unix matter")
def test_a_disk_that_fills_up_under_the_store(tmp_path: Path) -> None:
    """No file may grow beyond 100 kB: what a full disk does to the store, without a full disk."""
    store = tmp_path / "kg"
    ready = run("ingest", DOCUMENTS / "000_24fb246337320d3c.txt", store=store)
    assert ready.returncode == 0
    before = dump(store)
    command = shlex.join([*COMMAND, "ingest", str(L7), "--store", str(store)])
    done = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; ulimit -f 100; {command}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert dump(store) == before
    assert run("ingest", L7, store=store).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "args",
    [["export", "--format", "nq", "-o", "/dev/full"], ["ingest", str(L7), "--report", "/dev/full"]],
)
def test_a_full_disk_under_the_output(kg: Path, args: list[str]) -> None:
    done = run(*args, store=kg)
    assert done.returncode == 3
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_export_is_whole_or_not_there(kg: Path, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "out.nq"
    assert run("export", "--format", "nq", "-o", target, store=kg).returncode == 3
    target = tmp_path / "out.nq"
    assert run("export", "--format", "nq", "-o", target, store=kg).returncode == 0
    assert target.read_text(encoding="utf-8") == dump(kg)
    assert [path.name for path in tmp_path.iterdir()] == ["out.nq"]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are a Unix matter")
def test_ctrl_c_in_the_middle(kg: Path, tmp_path: Path) -> None:
    """The run waits for the second file, a pipe that nobody fills, when Ctrl-C comes."""
    before = dump(kg)
    changed = tmp_path / "changed.txt"
    changed.write_text(
        L7.read_text(encoding="utf-8").replace("一些缔约方呼吁在", "另一些缔约方呼吁在"),
        encoding="utf-8",
    )
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    env = {**os.environ, "UNCCD_KG_STORE": str(kg)}
    with subprocess.Popen(
        [*COMMAND, "ingest", str(pipe), str(changed)], env=env, stderr=subprocess.PIPE, text=True
    ) as process:
        # Opening the other end succeeds once the reader is waiting in the middle of its run.
        writer = os.open(pipe, os.O_WRONLY)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        os.close(writer)
    assert process.returncode == 130
    assert "interrupted" in err
    assert "Traceback" not in err
    assert dump(kg) == before


@pytest.mark.skipif(sys.platform == "win32", reason="SIGPIPE is a Unix matter")
def test_a_reader_that_goes_away_is_no_error(kg: Path) -> None:
    command = f"{sys.executable} -m unccd_kg export --format nq --store {kg} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
