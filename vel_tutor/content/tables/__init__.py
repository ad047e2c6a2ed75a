"""Authored tables (TOML): the words that worlds and families draw from."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@lru_cache(maxsize=256)
def table(name: str) -> dict[str, Any]:
    """The table `name`, such as `concepts` or `skills/reading`, as written in that file."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def names(folder: str) -> tuple[str, ...]:
    """The names of all tables in a folder, in order."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((_HERE / folder).glob("*.toml")))
