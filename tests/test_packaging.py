"""The wheel, built through the source distribution, in a clean environment."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from unccd_kg.resources import home


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_answers_a_question(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path / "dist", cwd=home())
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "clean", with_pip=True)
    python = tmp_path / "clean" / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    locks = home() / "requirements"
    run(*pip, "--require-hashes", "-r", locks / "build.lock", cwd=tmp_path)
    run(
        *pip, "--no-build-isolation", "--require-hashes", "-r", locks / "run.lock", cwd=tmp_path
    )  # fmt: skip
    run(*pip, "--no-deps", wheel, cwd=tmp_path)
    command = tmp_path / "clean" / "bin" / "unccd-kg"
    data = run(
        python,
        "-c",
        "from unccd_kg.resources import folder; print(folder('documents'))",
        cwd=tmp_path,
    ).strip()
    assert data.startswith(str(tmp_path))
    run(command, "ingest", data, "--store", "kg", cwd=tmp_path)
    answer = run(command, "query", "commitments", "--store", "kg", cwd=tmp_path)
    assert "重申其对落实土地退化零增长目标的坚定承诺" in answer
