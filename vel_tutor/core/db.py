"""The unit of work. The only `commit` of the program is in `transaction`."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from functools import cache

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session, create_engine

from vel_tutor.core import clock
from vel_tutor.core.errors import Unavailable
from vel_tutor.core.events import Event, announce
from vel_tutor.core.outbox import Happening
from vel_tutor.core.settings import settings

_sessions: sessionmaker[Session] = sessionmaker(class_=Session, expire_on_commit=False)


class Transaction:
    """What an action may hold: rows, the time, and a way to tell others."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.now: datetime = clock.now()
        self.events: list[Event] = []

    def publish(self, event: Event) -> None:
        """Store `event` with this transaction and announce it after the commit."""
        self.events.append(event)


def database_address(url: str) -> str:
    """`url` for the driver we use, however its scheme was written."""
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else url


@cache
def engine() -> Engine:
    """This process's connections; opened at first use, so after any fork."""
    config = settings()
    return create_engine(
        database_address(config.database_url),
        pool_size=config.database_pool_size,
        max_overflow=10,
        pool_pre_ping=True,
        pool_timeout=config.database_wait_s,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c statement_timeout={config.statement_timeout_ms} -c timezone=UTC",
        },
    )


def _open() -> Session:
    if "bind" not in _sessions.kw or _sessions.kw["bind"] is None:
        _sessions.configure(bind=engine())
    return _sessions()


@contextmanager
def transaction() -> Generator[Transaction]:
    """The unit of work of one context function: commit at the end, or nothing at all.

    Raises:
        Unavailable: the database did not answer; nothing was written.
    """
    with _open() as session:
        tx = Transaction(session)
        try:
            yield tx
            session.add_all(Happening.of(event, tx.now) for event in tx.events)
            session.commit()
        except OperationalError as failure:
            raise Unavailable from failure
    if tx.events:
        announce(tx.events)


@contextmanager
def reading() -> Generator[Transaction]:
    """Rows for a query; whatever it might change is forgotten."""
    with _open() as session:
        try:
            yield Transaction(session)
        except OperationalError as failure:
            raise Unavailable from failure


def ping() -> None:
    """Ask the database for a sign of life.

    Raises:
        Unavailable: there is none.
    """
    with reading() as tx:
        tx.session.connection().execute(text("SELECT 1"))
