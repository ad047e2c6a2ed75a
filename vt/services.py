"""Both embedded servers of one folder, shared by every command that uses it.

`Services.at(folder)` keeps its data between runs: the first command to come starts the servers,
the last one to leave stops them. `Services.temporary()` is for tests: a folder of its own,
nothing synced to disk, gone afterwards. Who is using a folder is a kernel lock (`flock`), so a
command that was killed counts as gone.
"""

import contextlib
import fcntl
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Self

from vt.postgres import ROLE, Postgres
from vt.problems import Problem
from vt.valkey import Valkey

LOCK_WAIT_S = 400.0
"""Whoever holds the door may be starting both servers on a busy machine."""
TEMPORARY = "vel_tutor-services-"
ABANDONED_S = 120.0
"""A younger temporary folder may still be on its way to its first start."""


class Services:
    """PostgreSQL and Valkey of one folder; a context manager."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder.resolve()
        password = self._password()
        self.postgres = Postgres(self.folder / "postgres", password, durable)
        self.valkey = Valkey(self.folder / "valkey", password, durable)
        self._users = self.folder / "users.lock"
        self._presence = contextlib.ExitStack()

    @classmethod
    def at(cls, folder: Path) -> Self:
        return cls(folder)

    @classmethod
    @contextlib.contextmanager
    def temporary(cls) -> Generator[Self]:
        """Fresh servers in a folder that is removed afterwards. Sweeps up after killed runs."""
        for other in Path(tempfile.gettempdir()).glob(f"{TEMPORARY}*"):
            with contextlib.suppress(OSError, Problem):
                if time.time() - other.stat().st_mtime > ABANDONED_S:
                    cls(other, durable=False).sweep()
        services = cls(Path(tempfile.mkdtemp(prefix=TEMPORARY)), durable=False)
        try:
            with services:
                yield services
        finally:
            shutil.rmtree(services.folder, ignore_errors=True)

    @property
    def database_url(self) -> str:
        return self.postgres.url()

    @property
    def redis_url(self) -> str:
        return self.valkey.url

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Have both servers running and the database there; say that we use them."""
        try:
            with self._door():
                self._presence.enter_context(_locked(self._users, fcntl.LOCK_SH))
                self.postgres.start()
                self.postgres.ensure_database(ROLE)
                self.valkey.start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Leave; the last one to leave stops the servers."""
        with self._door():
            self._presence.close()
            try:
                with _locked(self._users, fcntl.LOCK_EX, wait_s=0):
                    self.valkey.stop()
                    self.postgres.stop()
            except TimeoutError:
                return

    def revive(self) -> list[str]:
        """Start again whichever server has died, on its old port; the names of those."""
        dead = [server for server in (self.postgres, self.valkey) if not server.alive()]
        for server in dead:
            server.start()
        return [server.name for server in dead]

    @contextlib.contextmanager
    def _door(self, wait_s: float = LOCK_WAIT_S) -> Generator[None]:
        """One command at a time may start or stop servers here."""
        try:
            with _locked(self.folder / "door.lock", fcntl.LOCK_EX, wait_s=wait_s):
                yield
        except TimeoutError:
            raise Problem(f"Another command holds {self.folder}/door.lock; is it stuck?") from None

    def _password(self) -> str:
        """The folder's own password, made on first need; whoever is first wins."""
        file = self.folder / "password"
        if not file.exists():
            draft = self.folder / f"password.{os.getpid()}"
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(24))
            with contextlib.suppress(FileExistsError):
                os.link(draft, file)
            draft.unlink()
        return file.read_text()

    def sweep(self) -> None:
        """Stop and remove temporary servers whose owner is gone.

        Raises:
            Problem, TimeoutError: somebody is using them, or is about to.
        """
        with self._door(wait_s=0), _locked(self._users, fcntl.LOCK_EX, wait_s=0):
            for server in (self.postgres, self.valkey):
                server.adopt()
                server.kill()
            shutil.rmtree(self.folder)


@contextlib.contextmanager
def _locked(path: Path, kind: int, *, wait_s: float = LOCK_WAIT_S) -> Generator[None]:
    """Hold a kernel lock on `path`.

    Raises:
        TimeoutError: somebody else kept it for `wait_s` seconds.
    """
    deadline = time.monotonic() + wait_s
    with path.open("a") as file:
        while True:
            try:
                fcntl.flock(file, kind | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise TimeoutError from None
                time.sleep(0.05)
        yield
