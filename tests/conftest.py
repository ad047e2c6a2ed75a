"""The house the tests live in: their own servers, one database, nothing from outside.

Tests in tests/unit, tests/architecture and tests/vt use none of it. For all others each test sees
an empty, migrated database: its writes happen inside one connection whose outer transaction is
rolled back. A test that needs real commits (threads, processes, several connections) carries
`@pytest.mark.commits`; every table is emptied after it. Tests in tests/e2e and tests marked
`faults` also commit for real. At which moment each test begins stands in tests/moment.py.
"""

import contextlib
import os
import re
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from vt.services import Services

pytest_plugins = ("tests.moment",)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ROOT = Path(__file__).resolve().parents[1]
WITHOUT_SERVERS = ("unit", "architecture", "vt")
TRIES = 6
"""To empty tables at which workers of a running house are busy too."""
SERVICES = pytest.StashKey[Services]()
OPEN = pytest.StashKey[contextlib.ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the servers before any module of the app is imported, and tell the app of them."""
    config.addinivalue_line("markers", "commits: writes for real; every table is emptied after it")
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        return  # the controller of `-n` runs no test itself
    stack = config.stash[OPEN] = contextlib.ExitStack()
    services = config.stash[SERVICES] = stack.enter_context(Services.temporary())
    os.environ |= {
        "APP_ENV": "development",
        "DATABASE_URL": services.database_url,
        "REDIS_URL": services.redis_url,
        "DATA_DIR": str(services.folder),
        # A machine that is busy with something else must not change what comes out.
        "ADVICE_PATIENCE": "100",
        "DATABASE_WAIT_S": "60",
        "STATEMENT_TIMEOUT_MS": "60000",
    }
    for leaking in ("SMTP_HOST", "SECRET_KEYS", "DEBUG", "PUBLIC_URL"):
        os.environ.pop(leaking, None)
    for fixtures in ("tests.people", "tests.postman", "tests.oracle"):
        config.pluginmanager.import_plugin(fixtures)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A random id must not be part of a test's name: every worker would know another test."""
    return argname if _UUID.fullmatch(str(val)) else None


def pytest_unconfigure(config: pytest.Config) -> None:
    if OPEN in config.stash:
        config.stash[OPEN].close()


@pytest.fixture(scope="session")
def services(request: pytest.FixtureRequest) -> Services:
    """The servers of this run. Whoever stops one starts it again."""
    return request.config.stash[SERVICES]


@pytest.fixture(scope="session")
def database(services: Services) -> str:
    """The address of a database with the schema of today."""
    from alembic import command
    from alembic.config import Config

    command.upgrade(Config(ROOT / "alembic.ini"), "head")
    return services.database_url


@pytest.fixture(autouse=True)
def clean_world(request: pytest.FixtureRequest, moment: None) -> Iterator[None]:
    """An empty database and an empty Redis for each test that may touch them."""
    room = Path(request.path).relative_to(ROOT / "tests").parts[0]
    if room in WITHOUT_SERVERS:
        yield
        return
    request.getfixturevalue("database")
    for_real = room == "e2e" or any(map(request.node.get_closest_marker, ("commits", "faults")))
    with _committing() if for_real else _rolled_back():
        yield
    if room == "e2e":
        _forget_tries()
    else:
        _forget_redis()


@contextlib.contextmanager
def _rolled_back() -> Generator[None]:
    """The app's commits are real to the app; the outer transaction forgets them."""
    from vel_tutor.core import db

    with db.engine().connect() as connection:
        outer = connection.begin()
        db._sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
        try:
            yield
        finally:
            db._sessions.configure(bind=None)
            outer.rollback()


@contextlib.contextmanager
def _committing() -> Generator[None]:
    """Empty tables before and after: whoever opened the house may have put people into it."""
    _empty_tables()
    yield
    _empty_tables()


def _empty_tables() -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError
    from sqlmodel import SQLModel

    from vel_tutor.core import db

    names = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
    for tries_left in reversed(range(TRIES)):
        try:
            with db.engine().begin() as connection:
                connection.execute(text("SET LOCAL session_replication_role = replica"))
                connection.execute(text("SET LOCAL statement_timeout = '30s'"))
                connection.execute(text(f"TRUNCATE {names} CASCADE"))
            return
        except OperationalError:  # a worker of the running house was at these tables too
            if not tries_left:
                raise


def _forget_redis() -> None:
    import redis

    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        client.flushall()


def _forget_tries() -> None:
    """Only what was counted against limits: the house that runs keeps everything else there."""
    import redis

    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        for key in client.scan_iter("limits:*"):
            client.delete(key)


@pytest.fixture
def published() -> Iterator[list[Any]]:
    """Every event announced during the test, in order."""
    from vel_tutor.core import events

    heard: list[Any] = []
    listener = heard.extend
    events._listeners.append(listener)
    yield heard
    events._listeners.remove(listener)


@pytest.fixture
def queries():
    """`with queries(at_most=3): ...` fails when more statements than that reach the database."""
    from sqlalchemy import event

    from vel_tutor.core import db

    @contextlib.contextmanager
    def counting(at_most: int) -> Generator[list[str]]:
        seen: list[str] = []

        def note(*execution: Any) -> None:
            seen.append(execution[2])

        event.listen(db.engine(), "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(db.engine(), "before_cursor_execute", note)
        assert len(seen) <= at_most, "\n".join(seen)

    return counting


class OutsideWorld(AssertionError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True, scope="session")
def nobody_leaves_the_machine() -> Iterator[None]:
    """Refuse every connection, and every name lookup, that is not for this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        lookup = socket.getaddrinfo

        def local_lookup(host: Any, *args: Any, **options: Any) -> Any:
            _refuse_foreign(host)
            return lookup(host, *args, **options)

        patch.setattr(socket, "getaddrinfo", local_lookup)
        yield


def _guarded(connect: Any) -> Any:
    def connect_here(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_foreign(address[0])
        return connect(self, address)

    return connect_here


def _refuse_foreign(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    local = name in (None, "", "localhost", "::1") or name.startswith("127.")
    if not local:
        raise OutsideWorld(f"a test tried to reach {name}")
