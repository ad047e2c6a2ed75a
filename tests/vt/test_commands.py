"""What the commands say when something is wrong: one line, exit code 1."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from vt import checks
from vt.server import free_port
from vt.services import Services

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def empty_house():
    """Servers nobody has migrated yet."""
    with Services.temporary() as services:
        yield {"DATABASE_URL": services.database_url, "REDIS_URL": services.redis_url}


def vt(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vt", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def complaint(*arguments: str, **environment: str) -> str:
    """The one line a failing command says."""
    done = vt(*arguments, **environment)
    assert done.returncode == 1, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_taken_port_is_named_with_a_way_out(empty_house):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        said = complaint("up", PUBLIC_URL=f"http://127.0.0.1:{port}", **empty_house)

    assert said.startswith(f"Error: Port {port} is taken")
    assert f"PUBLIC_URL=http://127.0.0.1:{port + 1}" in said


def test_an_unreachable_database_is_named_without_its_password(empty_house):
    port = free_port()
    address = f"postgresql://me:hush@127.0.0.1:{port}/app"

    said = complaint("migrate", **(empty_house | {"DATABASE_URL": address}))

    assert said.startswith(f"Error: The database at 127.0.0.1:{port} is unreachable")
    assert "hush" not in said


def test_an_unreachable_redis_is_named_without_its_password(empty_house):
    port = free_port()
    address = f"redis://:hush@127.0.0.1:{port}/0"

    said = complaint("migrate", **(empty_house | {"REDIS_URL": address}))

    assert said.startswith(f"Error: Redis at 127.0.0.1:{port} is unreachable")
    assert "hush" not in said


def test_a_schema_that_is_behind_stops_every_process(empty_house):
    for command in ("worker", "scheduler", "serve", "outbox"):
        said = complaint(command, **empty_house)

        assert said.startswith("Error: The database is at migration 0")
        assert said.endswith("run vt migrate.")


def test_production_refuses_to_open_with_development_secrets(empty_house):
    said = complaint("migrate", APP_ENV="production", **empty_house)

    assert said.startswith("Error: Settings refused")
    assert "SECRET_KEYS" in said


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "PUBLIC_URL"])
def test_an_address_that_is_none_is_refused_by_name(name):
    said = complaint("migrate", **{name: "hush"})

    assert said.startswith(f"Error: Settings refused: {name}: ")
    assert "hush" not in said


def test_a_full_disk_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "LEAST_FREE_MB", 10**9)

    found = checks.disk_has_room(tmp_path / "not" / "yet" / "there")

    assert not found.ok
    assert found.says.startswith("The disk is full")


def test_an_old_python_is_a_problem(monkeypatch):
    monkeypatch.setattr(checks, "OLDEST_PYTHON", (9, 9))

    assert checks.python_is_new_enough().says.startswith("Python 9.9 or newer is needed")


def test_the_doctor_names_what_is_missing_and_what_is_well(empty_house):
    done = vt("doctor", "--json", PUBLIC_URL=f"http://127.0.0.1:{free_port()}", **empty_house)

    found = json.loads(done.stdout)
    ill = [check["name"] for check in found["checks"] if not check["ok"]]
    assert (done.returncode, found["ok"], ill) == (1, False, ["migrations"])


def test_seeding_twice_makes_nobody_and_nothing_twice():
    with Services.temporary() as services:
        house = {"DATABASE_URL": services.database_url, "REDIS_URL": services.redis_url}
        assert vt("migrate", **house).returncode == 0

        first, second = vt("seed", "--json", **house), vt("seed", "--json", **house)
        tests = _rows(services, "SELECT completed_at IS NOT NULL FROM diagnostic")
        decks = _rows(services, "SELECT terms FROM card_deck")
        due = _rows(services, "SELECT id FROM flashcard WHERE due_at < now()")
        level = _rows(services, "SELECT level FROM skill_mastery WHERE skill = 'math.one_step'")
        friends = _rows(services, "SELECT accepted_at IS NOT NULL FROM friendship")

    people = json.loads(first.stdout)
    assert [each["first_name"] for each in people] == [
        "Ada",
        "Bob",
        "Min",
        "Pat",
        "Tess",
        "Sam",
        "Pia",
    ]
    assert second.stdout == first.stdout
    assert (tests, decks) == ([(True,)], [("math_linear_functions",)])
    assert friends == [(True,)]
    assert due
    assert level in ([("familiar",)], [("proficient",)], [("mastered",)])


def _rows(services: Services, query: str) -> list[tuple[object, ...]]:
    engine = create_engine(services.database_url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]
    finally:
        engine.dispose()


def test_the_policy_has_no_gap():
    done = vt("policy", "--json")

    report = json.loads(done.stdout)
    assert (report["unlisted"], report["unguarded"], done.returncode) == ([], [], 0)
    assert min(report["handlers"], report["routes"]) > 0
