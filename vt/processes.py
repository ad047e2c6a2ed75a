"""Children that run together: all up, or none; one that crashes comes back.

Each child is the head of its own process group and dies with us (Linux), so neither Ctrl-C nor
`kill -9` leaves one behind.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

import click

from vt.problems import Problem

STOP_S = 10.0
"""How long a child may take to finish what it is doing."""
BACKOFF_S = (0.5, 1.0, 2.0, 4.0, 8.0)
"""The pause after the first, second ... crash in a row; one more crash and we give up."""
STEADY_S = 30.0
"""Having lived this long, a child starts counting its crashes anew."""
LOOK_EVERY_S = 0.3
PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


@dataclass
class Child:
    """One long-running command."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    crashes: int = 0
    started_at: float = 0.0
    start_at: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )

    def look(self, now: float) -> None:
        """Start the child when its time has come; note when it has crashed.

        Raises:
            Problem: it crashes again and again.
        """
        if self.process is None:
            if now >= self.start_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.crashes = 1 if now - self.started_at > STEADY_S else self.crashes + 1
        if self.crashes > len(BACKOFF_S):
            raise Problem(f"{self.name} crashed {self.crashes} times in a row (exit code {code}).")
        pause_s = BACKOFF_S[self.crashes - 1]
        click.echo(f"{self.name} ended with exit code {code}; again in {pause_s} s", err=True)
        self._end_group()
        self.process, self.start_at = None, now + pause_s

    def restart(self) -> None:
        """End the child and start it anew, as if it had never crashed."""
        self.ask_to_stop()
        self.insist(time.monotonic() + STOP_S)
        self.crashes = 0
        self.start()

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def insist(self, deadline: float) -> None:
        """Wait until `deadline`, then end the child and all it has started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        self._end_group()
        self.process.wait()

    def _end_group(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def run(children: Sequence[Child], *, meanwhile: Callable[[], None]) -> None:
    """Keep `children` running until SIGINT, SIGTERM or SIGHUP; then stop them all.

    Args:
        children: what to run, stopped in the reverse order.
        meanwhile: called several times a second, on this thread.

    Raises:
        Problem: a child keeps crashing; the others are stopped first.
    """
    with _stop_asked() as asked:
        try:
            for child in children:
                child.start()
            while not asked.wait(LOOK_EVERY_S):
                meanwhile()
                for child in children:
                    child.look(time.monotonic())
        finally:
            deadline = time.monotonic() + STOP_S
            for child in reversed(children):
                child.ask_to_stop()
            for child in reversed(children):
                child.insist(deadline)


@contextlib.contextmanager
def _stop_asked() -> Generator[threading.Event]:
    """An event that is set by the first signal to stop; further ones change nothing."""
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, ask) for number in wanted}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _die_with_parent() -> None:
    """Ask Linux to end this child when its parent ends, however that happens."""
    if sys.platform == "linux":
        _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
