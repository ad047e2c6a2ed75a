"""What is written about the house is true of the house."""

import re
from pathlib import Path

import pytest
from click import Group

from vel_tutor.core.events import Event
from vel_tutor.core.settings import Settings
from vt import docs

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(path.parent.name for path in (ROOT / "vel_tutor").glob("*/__init__.py"))
CONTEXTS = sorted(path.parent.name for path in (ROOT / "vel_tutor/domain").glob("*/__init__.py"))


@pytest.mark.parametrize("name", [*ROOMS, *CONTEXTS])
def test_every_room_and_context_is_on_the_map(name):
    assert f"`{name}/`" in (ROOT / "docs/rooms.md").read_text()


@pytest.mark.parametrize("name", [*ROOMS, *CONTEXTS])
def test_every_room_says_what_it_is_for(name):
    folder = next(path.parent for path in ROOT.glob(f"vel_tutor/**/{name}/__init__.py"))
    assert (folder / "__init__.py").read_text().startswith('"""')


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: path.name)
def test_a_page_made_from_the_code_is_up_to_date(path):
    assert path.read_text() == docs.pages()[path], "run `vt docs`"


def test_every_event_says_what_it_means():
    docs.pages()
    silent = [
        name
        for name, kind in Event.kinds.items()
        if kind.__module__.startswith("vel_tutor.") and docs.meaning(kind) == ""
    ]

    assert silent == []


def test_every_page_says_what_it_is_for():
    assert [path for path, module in docs.addresses() if not docs.first_line(module)] == []


def test_every_job_says_what_it_does():
    from jobs.schedule import SCHEDULE

    assert [entry.name for entry in SCHEDULE if not docs.first_line(entry.job)] == []


def test_every_setting_has_its_line_in_the_example():
    described = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert described == {docs.environment_name(*field) for field in Settings.model_fields.items()}


def test_every_script_is_short_and_described():
    readme = (ROOT / "README.md").read_text()
    for script in (ROOT / "bin").iterdir():
        lines = script.read_text().splitlines()

        assert len(lines) < 30, script.name
        assert lines[1].startswith("# "), script.name
        assert f"`bin/{script.name}`" in readme


def test_every_command_is_described():
    from vt.cli import main

    readme = (ROOT / "README.md").read_text()
    names = [
        name if not isinstance(command, Group) else f"{name} {inner}"
        for name, command in main.commands.items()
        for inner in (command.commands if isinstance(command, Group) else [""])
    ]
    assert [name for name in names if f"`vt {name}`" not in readme] == []


def test_every_decision_says_context_choice_and_cost_on_one_screen():
    for record in (ROOT / "docs/decisions").glob("*.md"):
        text = record.read_text()

        assert re.match(r"\d{4}-[a-z-]+\.md", record.name)
        assert all(f"**{part}.**" in text for part in ("Context", "Choice", "Cost")), record.name
        assert len(text.splitlines()) <= 20, record.name


def test_the_locks_name_no_place_on_any_machine_or_network():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text()

        assert not re.search(r"://|^-|^\s*/|file:/", text, re.M), lock
        assert text.count("--hash=sha256:") > 100
