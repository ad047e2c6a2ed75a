"""Real servers on free ports of this machine, for the length of one measurement."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
STOCK = ROOT / "bench" / "stock"
START_WITHIN_S = 30


@dataclass(frozen=True)
class Server:
    """One running server."""

    address: str
    process: psutil.Process

    def cpu_s(self) -> float:
        """CPU seconds used by it and its workers so far."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(sum(one.cpu_times()[:2]) for one in family)

    def memory_mib(self) -> float:
        """Memory that belongs to it and its workers alone, in MiB."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(one.memory_full_info().uss for one in family) / 2**20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def granian(
    application: str, folder: Path, workers: int = 1, **environment: str
) -> Iterator[Server]:
    """Serve `application` ("module:name") from `folder` the way production does."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(
        [*command, "--log-level", "warning", application],
        cwd=folder,
        env={
            **os.environ,
            "REFLEX_ENV_MODE": "prod",
            "__REFLEX_SKIP_COMPILE": "true",
            "PYTHONPATH": str(folder),
            "PUBLIC_URL": address,
            **environment,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield Server(address, psutil.Process(process.pid))
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        process.kill()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_WITHIN_S
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            time.sleep(1.0)
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")
