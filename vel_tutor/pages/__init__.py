"""One module per URL: layout and wiring, no logic. Each says in its `PAGES` what it draws."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vel_tutor.pages.frame import Page


def every() -> Iterator["Page"]:
    """All pages of the app: what the modules beside this one hold in their `PAGES`."""
    for found in iter_modules(__path__):
        yield from getattr(import_module(f"{__name__}.{found.name}"), "PAGES", ())
