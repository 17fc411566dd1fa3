"""The embedded store: whole graphs, one transaction, clear messages."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unccd_kg.errors import StoreError, UsageError
from unccd_kg.store import EmbeddedStore

GRAPH = "https://example.org/graph"
OTHER = "https://example.org/other"


def quad(value: str, graph: str = GRAPH) -> ox.Quad:
    name = ox.NamedNode("https://example.org/name")
    return ox.Quad(name, name, ox.Literal(value, language="zh"), ox.NamedNode(graph))


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=5))
def test_any_text_comes_back_as_it_went_in(texts: list[str]) -> None:
    store = EmbeddedStore.in_memory()
    store.replace(GRAPH, [quad(text) for text in texts])
    kept = {q.object.value for q in store.quads(GRAPH) if isinstance(q.object, ox.Literal)}
    assert kept == set(texts)


def test_a_graph_is_replaced_whole_and_others_stay() -> None:
    store = EmbeddedStore.in_memory()
    store.replace(OTHER, [quad("别的", OTHER)])
    assert store.replace(GRAPH, [quad("甲"), quad("乙")])
    assert store.replace(GRAPH, [quad("丙")])
    assert set(store.quads()) == {quad("丙"), quad("别的", OTHER)}


def test_the_same_content_changes_nothing() -> None:
    store = EmbeddedStore.in_memory()
    assert store.replace(GRAPH, [quad("甲"), quad("乙")])
    assert not store.replace(GRAPH, [quad("乙"), quad("甲")])


def test_what_is_stored_is_there_after_reopening(tmp_path: Path) -> None:
    store = EmbeddedStore.writable(tmp_path / "kg")
    store.replace(GRAPH, [quad("甲")])
    del store
    assert EmbeddedStore.readable(tmp_path / "kg").graphs() == [GRAPH]


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        EmbeddedStore.readable(tmp_path / "kg")
    assert not (tmp_path / "kg").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="holds other files"):
        EmbeddedStore.writable(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_in_use_says_so(tmp_path: Path) -> None:
    held = EmbeddedStore.writable(tmp_path / "kg")
    code = f"""
        from pathlib import Path
        from unccd_kg.store import EmbeddedStore
        try:
            EmbeddedStore.writable(Path({str(tmp_path / "kg")!r}))
        except Exception as error:
            print(error)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert "in use by another process" in run.stdout
    assert held.graphs() == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the file size are a Unix matter")
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """The limit on file sizes makes every write fail that the disk has no room for."""
    store = EmbeddedStore.writable(tmp_path / "kg")
    store.replace(GRAPH, [quad("甲")])
    del store
    code = f"""
        import resource, signal
        from pathlib import Path
        import pyoxigraph as ox
        from unccd_kg.store import EmbeddedStore
        store = EmbeddedStore.writable(Path({str(tmp_path / "kg")!r}))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        name = ox.NamedNode("https://example.org/name")
        graph = ox.NamedNode({GRAPH!r})
        quads = [ox.Quad(name, name, ox.Literal(str(n) * 50), graph) for n in range(5000)]
        try:
            store.replace({GRAPH!r}, quads)
        except Exception as error:
            print(error)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert "the disk is full" in run.stdout
    assert set(EmbeddedStore.writable(tmp_path / "kg").quads()) == {quad("甲")}


def test_a_query_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="not a SPARQL query"):
        EmbeddedStore.in_memory().query("SELECT nothing")
