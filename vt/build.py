"""The browser's half of the app, built when what it is made from has changed."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vel_tutor.core.settings import settings
from vt import checks
from vt.problems import Problem

ROOT = checks.ROOT
MARK = ROOT / ".web" / "build" / "made-from"
"""Inside the output, so that it goes when the output goes."""
SOURCES = ("vel_tutor", "assets", "rxconfig.py")
NPM_LOCK = ROOT / "reflex.lock" / "package-lock.json"
BUILD_S = 600
LOG = ROOT / ".web.log"
EXPORT = (sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip")
TOO_SLOW = b"Prerender: Request"
"""What the bundler writes when drawing the first page took longer than the 10 s it allows."""


def ensure_built() -> bool:
    """Build the frontend unless it is there and made from today's sources.

    Returns:
        Whether it had to be built.

    Raises:
        Problem: the build failed; its output is in `.web.log`.
    """
    sources = _sources()
    if not is_stale():
        return False
    checks.insist(checks.node_is_here())
    MARK.unlink(missing_ok=True)
    run(EXPORT, LOG)
    MARK.write_text(f"{sources} {_npm_lock()}")  # npm may have written its lock anew meanwhile
    return True


def run(command: Sequence[str], log: Path) -> None:
    """Run the build; once more if the machine was too busy to draw a page in the bundler's time.

    Raises:
        Problem: it failed, or took longer than `BUILD_S`.
    """
    if _succeeds(command, log) or (TOO_SLOW in log.read_bytes() and _succeeds(command, log)):
        return
    raise Problem(f"The frontend cannot be built; see {log}.")


def _succeeds(command: Sequence[str], log: Path) -> bool:
    with log.open("wb") as output:
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=BUILD_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Problem(f"The frontend was not built within {BUILD_S} s; see {log}.") from None
    return done.returncode == 0


def is_stale() -> bool:
    """Whether the frontend is missing or made from other sources than today's."""
    return not MARK.exists() or MARK.read_text() != f"{_sources()} {_npm_lock()}"


def environment() -> dict[str, str]:
    """What Reflex needs to be told: our Node, npm, no telemetry, where the servers are."""
    return os.environ | {
        "PATH": checks.path_with_node(),
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_ENV_MODE": "prod",
        "npm_config_omit_lockfile_registry_resolved": "true",
    }


def _sources() -> str:
    """A hash of our own files the frontend is made from, and of the public address."""
    digest = hashlib.sha256(settings().public_url.encode())
    for path in _source_files():
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _npm_lock() -> str:
    return hashlib.sha256(NPM_LOCK.read_bytes()).hexdigest() if NPM_LOCK.exists() else "-"


def newest_change() -> float:
    """When a source file was last written, as the file system counts; jobs count too."""
    files = [*_source_files(), *(ROOT / "jobs").rglob("*.py")]
    return max(file.stat().st_mtime for file in files)


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        source = ROOT / name
        files = source.rglob("*") if source.is_dir() else [source]
        yield from sorted(
            file for file in files if file.is_file() and "__pycache__" not in file.parts
        )
