"""Audits of a page by Lighthouse, in a browser that may be signed in."""

import contextlib
import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from vt import browser, checks
from vt.problems import Problem

TOOL = checks.ROOT / "tools" / "lighthouse"
PROGRAM = TOOL / "node_modules" / "lighthouse" / "cli" / "index.js"
AUDIT_S = 300
OPENNESS = ("accessibility", "best-practices")
"""What a page scores on any machine, however busy."""
CATEGORIES = ("performance", *OPENNESS)


@dataclass(frozen=True)
class Audit:
    """What Lighthouse found on one page, as on a mid-range phone."""

    scores: dict[str, int]
    """0..100 by category."""
    script_kb: float
    """Scripts as transferred, compressed, in units of 1000 bytes."""
    style_kb: float
    failed: tuple[str, ...]
    """Audits that did not pass, by id."""


@contextlib.contextmanager
def auditor(chromium: Browser, cookies: Sequence[Any] = ()) -> Generator["Auditor"]:
    """One more browser like `chromium` that Lighthouse can drive, carrying `cookies`."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as profile:
        context = chromium.browser_type.launch_persistent_context(
            profile,
            executable_path=browser.path(),
            args=[*browser.QUIET, f"--remote-debugging-port={port}"],
        )
        try:
            context.add_cookies(list(cookies))
            yield Auditor(context, port)
        finally:
            context.close()


class Auditor:
    def __init__(self, context: BrowserContext, port: int) -> None:
        self.context, self.port = context, port

    def audit(self, address: str, categories: Sequence[str] = CATEGORIES) -> Audit:
        """Load `address` as a phone would and look at its weight and `categories`.

        Raises:
            Problem: Lighthouse is not installed, or could not load the page.
        """
        if not PROGRAM.exists():
            raise Problem("Lighthouse is not installed: bin/browser does it.")
        try:
            return self._audit(address, categories)
        except Problem:  # a trace that went wrong on a busy machine; it asks to be run again
            return self._audit(address, categories)

    def _audit(self, address: str, categories: Sequence[str]) -> Audit:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            command = ["node", str(PROGRAM), address, f"--port={self.port}", "--output=json"]
            command += [f"--output-path={report}", "--quiet", "--disable-storage-reset"]
            command += [f"--only-categories={','.join(categories)}"]
            command += ["--only-audits=network-requests"]
            done = subprocess.run(
                command,
                env={**os.environ, "PATH": checks.path_with_node()},
                capture_output=True,
                timeout=AUDIT_S,
                check=False,
            )
            if done.returncode != 0 or not report.exists():
                raise Problem(f"Lighthouse gave up: {done.stderr.decode()[-300:]}")
            return _read(json.loads(report.read_text()))


def _read(report: dict[str, Any]) -> Audit:
    if "runtimeError" in report:
        raise Problem(f"Lighthouse could not load the page: {report['runtimeError']['code']}")
    audits = report["audits"]
    items = audits["network-requests"]["details"]["items"]
    return Audit(
        scores={name: _score(part["score"]) for name, part in report["categories"].items()},
        script_kb=_weight(items, "Script"),
        style_kb=_weight(items, "Stylesheet"),
        failed=tuple(
            name
            for name, audit in audits.items()
            if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0
        ),
    )


def _score(share: float | None) -> int:
    if share is None:
        raise Problem("Lighthouse could not score the page: one of its audits broke off.")
    return round(100 * share)


def _weight(items: list[dict[str, Any]], kind: str) -> float:
    sizes = [item.get("transferSize", 0) for item in items if item.get("resourceType") == kind]
    return round(sum(sizes) / 1000, 1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
