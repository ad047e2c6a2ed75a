"""Children that run together: up together, down together, back after a crash."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from vt import processes
from vt.problems import Problem
from vt.processes import Child

SLEEP = "import time; time.sleep(60)"
PARENT = f"""
import os, sys
from vt import processes
child = processes.Child("sleeper", [sys.executable, "-c", {SLEEP!r}], os.environ)
child.start()
print(child.process.pid, flush=True)
{SLEEP}
"""


def python(code: str, name: str = "child") -> Child:
    return Child(name, [sys.executable, "-c", code], os.environ)


def stop_when(true: Callable[[], object], within_s: float = 60.0) -> Callable[[], None]:
    """What to do meanwhile: ask this process to stop as soon as `true()`."""
    deadline = time.monotonic() + within_s

    def look() -> None:
        assert time.monotonic() < deadline
        if true():
            os.kill(os.getpid(), signal.SIGTERM)

    return look


def gone(pid: int, within_s: float = 30.0) -> bool:
    deadline = time.monotonic() + within_s
    while psutil.pid_exists(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not psutil.pid_exists(pid)


def test_one_signal_stops_every_child():
    children = [python(SLEEP) for _ in range(2)]

    processes.run(children, meanwhile=stop_when(lambda: True))

    assert [child.process and child.process.returncode for child in children] == [
        -signal.SIGTERM
    ] * 2


def test_a_child_that_will_not_stop_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "STOP_S", 0.5)
    deaf = tmp_path / "deaf"
    child = python(
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        f"open({str(deaf)!r}, 'w').close(); {SLEEP}"
    )

    processes.run([child], meanwhile=stop_when(deaf.exists))

    assert child.process
    assert child.process.returncode == -signal.SIGKILL


def test_a_crashed_child_comes_back(tmp_path, capsys):
    lives = tmp_path / "lives"
    code = (
        f"open({str(lives)!r}, 'a').write('x'); import time; time.sleep(0.1); raise SystemExit(3)"
    )

    processes.run(
        [python(code, "worker")],
        meanwhile=stop_when(lambda: lives.exists() and len(lives.read_text()) >= 2),
    )

    assert len(lives.read_text()) >= 2
    assert "worker ended with exit code 3; again in 0.5 s" in capsys.readouterr().err


def test_a_child_that_keeps_crashing_is_a_problem_and_takes_the_others_along(monkeypatch):
    monkeypatch.setattr(processes, "BACKOFF_S", (0.01,))
    sound = python(SLEEP)

    with pytest.raises(Problem, match=r"web crashed 2 times in a row \(exit code 7\)"):
        processes.run([sound, python("raise SystemExit(7)", "web")], meanwhile=lambda: None)

    assert sound.process
    assert sound.process.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_killing_the_parent_ends_the_child():
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, cwd=root
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()

    assert gone(child)
