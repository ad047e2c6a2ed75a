"""The embedded servers keep what they are given, share, recover and leave nothing behind."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import cast

import psutil
import psycopg
import pytest
import redis

from vt.problems import Problem
from vt.services import TEMPORARY, Services


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory(prefix="vt-test-") as name:
        yield Path(name) / "data"


def remember(services: Services, word: str) -> None:
    with services.postgres.connect("vel_tutor") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS memory (word text)")
        connection.execute("INSERT INTO memory VALUES (%s)", (word,))
    with redis.Redis.from_url(services.redis_url) as client:
        client.rpush("memory", word)
        client.execute_command("WAITAOF", 1, 0, 5000)


def remembered(services: Services) -> tuple[list[str], list[str]]:
    with services.postgres.connect("vel_tutor") as connection:
        rows = connection.execute("SELECT word FROM memory").fetchall()
    with redis.Redis.from_url(services.redis_url) as client:
        words = cast("list[bytes]", client.lrange("memory", 0, -1))
    return [row[0] for row in rows], [word.decode() for word in words]


def test_a_second_start_finds_what_the_first_one_wrote(folder):
    with Services.at(folder) as services:
        remember(services, "hello")

    with Services.at(folder) as services:
        assert remembered(services) == (["hello"], ["hello"])


def test_a_power_cut_loses_nothing_that_was_promised(folder):
    services = Services.at(folder)
    services.start()
    remember(services, "before")
    ports = services.postgres.port, services.valkey.port

    services.postgres.kill()
    services.valkey.kill()

    assert services.revive() == ["PostgreSQL", "Valkey"]
    assert remembered(services) == (["before"], ["before"])
    assert (services.postgres.port, services.valkey.port) == ports
    services.stop()


def test_a_stale_pid_file_naming_a_stranger_is_ignored(folder):
    with Services.at(folder) as services:
        pass
    for name, text in {
        "postgres/postmaster.pid": f"{os.getppid()}\n{services.postgres.folder}\n1\n5432\n",
        "valkey/valkey.pid": f"{os.getppid()}\n",
    }.items():
        (services.folder / name).write_text(text)

    with Services.at(folder) as again:
        assert again.postgres.alive()
        assert again.valkey.alive()


def test_servers_run_until_their_last_user_leaves(folder):
    first, second = Services.at(folder), Services.at(folder)
    first.start()
    second.start()
    assert second.database_url == first.database_url

    first.stop()
    remember(second, "still here")
    postgres, valkey = second.postgres.process, second.valkey.process
    second.stop()

    assert [process and process.is_running() for process in (postgres, valkey)] == [False, False]


def test_temporary_servers_leave_no_process_and_no_folder():
    with Services.temporary() as services:
        remember(services, "soon gone")

    assert not services.folder.exists()
    assert not list(working_below(services.folder))


def test_the_next_temporary_servers_sweep_up_after_a_killed_run():
    script = (
        "import time; from vt.services import Services\n"
        "with Services.temporary() as s: print(s.folder, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as run:
        assert run.stdout
        folder = Path(run.stdout.readline().decode().strip())
        run.kill()
    assert folder.name.startswith(TEMPORARY)
    os.utime(folder, (0, 0))
    assert list(working_below(folder))

    with Services.temporary():
        assert not folder.exists()
        assert not list(working_below(folder))


def test_a_folder_that_takes_too_long_to_make_leaves_no_process(folder, monkeypatch):
    monkeypatch.setattr("vt.postgres.START_S", 0.0)

    with pytest.raises(Problem, match="too long"):
        Services.at(folder).start()

    assert not list(working_below(folder))


def test_a_folder_that_was_never_finished_is_swept_up(folder):
    services = Services(folder, durable=False)
    half_made = services.postgres.folder
    half_made.mkdir()
    (half_made / "postmaster.pid").write_text(f"-{os.getppid()}\n{half_made}\n")

    services.sweep()

    assert not folder.exists()


def test_a_wrong_password_opens_nothing(folder):
    with Services.at(folder) as services:
        address = services.database_url.replace("+psycopg", "")
        wrong = address.replace(services.postgres.password, "guess")

        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(f"redis://127.0.0.1:{services.valkey.port}").ping()


def working_below(folder: Path) -> Generator[psutil.Process]:
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.cwd().startswith(str(folder)):
                yield process
