"""The pages of docs/ that are made from the code, so that they cannot lie."""

import dataclasses
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

from pydantic import AliasChoices
from pydantic.fields import FieldInfo

import vel_tutor.domain
from vel_tutor.core.events import Event
from vt.agent_docs import agents_page
from vt.checks import ROOT

EVENTS = ROOT / "docs" / "events.md"
PAGES = ROOT / "docs" / "pages.md"
JOBS = ROOT / "docs" / "jobs.md"
AGENTS = ROOT / "docs" / "agents.md"


def write() -> list[Path]:
    """Write every generated page; the paths of those that changed."""
    changed = []
    for path, text in pages().items():
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            changed.append(path)
    return changed


def pages() -> dict[Path, str]:
    """What every generated page should say today."""
    return {
        EVENTS: events_page(),
        PAGES: pages_page(),
        JOBS: jobs_page(),
        AGENTS: agents_page(),
    }


def events_page() -> str:
    """Every domain event: what it means, what it carries, what it sets off."""
    from jobs.reactions import REACTIONS

    lines = [
        "# Events",
        "",
        "What a context tells the others, stored with the deed. Made by `vt docs`; do not edit.",
        "",
    ]
    for kind in sorted(_events(), key=lambda kind: (kind.__module__, kind.__name__)):
        context = kind.__module__.split(".")[2]
        lines += [f"## {kind.__name__}", "", f"*{context}.* {meaning(kind)}", ""]
        lines += [f"- `{name}`: {_hint(hint)}" for name, hint in _fields(kind)]
        sets_off = [reaction.__name__ for reaction in REACTIONS.get(kind, ())]
        lines += ["", f"Sets off: {', '.join(sets_off) or 'nothing yet'}.", ""]
    return "\n".join(lines)


def pages_page() -> str:
    """Every page: its path, its module, what it is for."""
    lines = ["# Pages", "", "Made by `vt docs`; do not edit.", ""]
    lines += ["| path | module | is |", "| --- | --- | --- |"]
    for path, module in sorted(addresses()):
        lines.append(f"| `{path}` | `{module.__name__.split('.')[-1]}` | {first_line(module)} |")
    return "\n".join([*lines, ""])


def addresses() -> list[tuple[str, ModuleType]]:
    """The path of every page of the app, with the module that lays it out."""
    from vel_tutor.vel_tutor import app

    return [
        ("/" + ("" if path == "index" else path), sys.modules[page.component.__module__])
        for path, page in app._unevaluated_pages.items()
        if callable(page.component)
    ]


def jobs_page() -> str:
    """What the clock starts, and when."""
    from jobs.schedule import SCHEDULE

    lines = ["# Jobs", "", "What happens by the clock, in UTC. Made by `vt docs`; do not edit."]
    lines += ["What an event sets off is in events.md.", ""]
    lines += ["| job | when | does |", "| --- | --- | --- |"]
    for entry in SCHEDULE:
        lines.append(f"| `{entry.name}` | `{entry.cron}` | {first_line(entry.job)} |")
    return "\n".join([*lines, ""])


def first_line(thing: object) -> str:
    """The first line of a docstring, or nothing."""
    return (inspect.getdoc(thing) or "").split("\n")[0]


def _events() -> Iterator[type[Event]]:
    """Every event of every context, found by importing each `events` module."""
    for module in pkgutil.walk_packages(vel_tutor.domain.__path__, "vel_tutor.domain."):
        if module.name.endswith(".events"):
            importlib.import_module(module.name)
    return (kind for kind in Event.kinds.values() if kind.__module__.startswith("vel_tutor."))


def _fields(kind: type[Event]) -> Iterator[tuple[str, object]]:
    hints = get_type_hints(kind)
    return ((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _hint(hint: object) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint).replace("typing.", "")


def meaning(kind: type[Event]) -> str:
    """The first paragraph of an event's own docstring, or nothing.

    A dataclass without a docstring is given its signature as one; that does not count.
    """
    said = inspect.cleandoc(kind.__doc__ or "")
    return "" if said.startswith(f"{kind.__name__}(") else said.split("\n\n")[0].replace("\n", " ")


def environment_name(name: str, field: FieldInfo) -> str:
    """The environment variable of a setting."""
    alias = field.validation_alias
    choices = alias.choices if isinstance(alias, AliasChoices) else [alias or name]
    return str(choices[0]).upper()
