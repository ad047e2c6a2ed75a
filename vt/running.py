"""`vt up` and `vt serve`: which processes the app consists of, and when it is open."""

import http.client
import os
import sys
from collections.abc import Callable

import click

from vel_tutor.core.settings import settings
from vt import build, processes
from vt.problems import Problem
from vt.processes import Child
from vt.services import Services

QUEUES = ("reactions", "clockwork")
"""One worker each: RQ can lose a job of a worker that listens to several queues."""


def web(workers: int) -> Child:
    """The web server: granian with Reflex's ASGI app and the built frontend on one port."""
    granian = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory"]
    where = ["--host", "127.0.0.1", "--port", str(settings().port)]
    how = ["--workers", str(workers), "--respawn-failed-workers", "--log-level", "warning"]
    environment = build.environment() | {
        "__REFLEX_SKIP_COMPILE": "true",
        "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        "TZ": "UTC",
    }
    return Child("web", [*granian, *where, *how, "vel_tutor.vel_tutor:app"], environment)


def background() -> list[Child]:
    """The workers and the scheduler."""
    vt = [sys.executable, "-m", "vt"]
    environment = os.environ | {"TZ": "UTC"}
    workers = [
        Child(f"worker {name}", [*vt, "worker", "--queue", name], environment) for name in QUEUES
    ]
    return [*workers, Child("scheduler", [*vt, "scheduler"], environment)]


def keep_running(
    children: list[Child],
    services: Services | None,
    greeting: str,
    tend: Callable[[], None] | None = None,
) -> None:
    """Run `children` until asked to stop; revive embedded servers; greet once the web answers.

    Args:
        tend: called several times a second as well, if given.
    """
    greet = _once_open(greeting)

    def meanwhile() -> None:
        greet()
        if tend:
            tend()
        for name in services.revive() if services else ():
            click.echo(f"{name} had ended; it runs again", err=True)

    processes.run(children, meanwhile=meanwhile)


def rebuilding(children: list[Child]) -> Callable[[], None]:
    """What rebuilds the pages and restarts `children` when a source file has changed."""
    seen = [build.newest_change()]

    def look() -> None:
        newest = build.newest_change()
        if newest == seen[0]:
            return
        seen[0] = newest
        click.echo("Something changed; building ...")
        try:
            build.ensure_built()
        except Problem as problem:
            click.echo(problem.message, err=True)
            return
        for child in children:
            child.restart()
        click.echo("Restarted.")

    return look


def _once_open(greeting: str) -> Callable[[], None]:
    waiting = [greeting]

    def greet() -> None:
        if waiting and answers(settings().port):
            click.echo(waiting.pop())

    return greet


def answers(port: int) -> bool:
    """Whether a web server on 127.0.0.1:`port` answers at all."""
    caller = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        caller.request("GET", "/healthz")
        return caller.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        caller.close()
