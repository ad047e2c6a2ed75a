"""What every command stands on: the root folder, the settings, and servers that answer."""

import contextlib
import os
from collections.abc import Generator
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vel_tutor.core.settings import Settings, settings
from vt import checks
from vt.problems import Problem
from vt.services import Services

ROOT = Path(__file__).resolve().parents[1]


def read_settings() -> Settings:
    """The settings.

    Raises:
        Problem: one of them is missing or unsafe; the message names it, never its value.
    """
    try:
        return settings()
    except ValidationError as failure:
        said = "; ".join(_words(error) for error in failure.errors(include_input=False))
        raise Problem(f"Settings refused: {said}") from None


def _words(error: ErrorDetails) -> str:
    where = f"{str(error['loc'][0]).upper()}: " if error["loc"] else ""
    return where + error["msg"].removeprefix("Value error, ")


@contextlib.contextmanager
def opened(*, migrated: bool = False) -> Generator[Services | None]:
    """The settings checked and both servers up; embedded ones where no address is set.

    Yields:
        The embedded servers, or None when both addresses came from the environment.

    Raises:
        Problem: a check failed; with `migrated`, a schema that is behind counts too.
    """
    os.chdir(ROOT)
    config = read_settings()
    checks.insist(checks.python_is_new_enough(), checks.disk_has_room(config.data_dir))
    with contextlib.ExitStack() as stack:
        services = None
        if not (config.database_url and config.redis_url):
            services = stack.enter_context(Services.at(config.data_dir))
            _announce(config, services)
        checks.insist(checks.database_answers(), checks.redis_answers())
        if migrated:
            checks.insist(checks.schema_is_current())
        yield services


def _announce(config: Settings, services: Services) -> None:
    """Tell this process and its children where the embedded servers are."""
    os.environ["DATABASE_URL"] = config.database_url or services.database_url
    os.environ["REDIS_URL"] = config.redis_url or services.redis_url
    settings.cache_clear()
