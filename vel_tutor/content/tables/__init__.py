"""Authored tables (TOML): the words that worlds and families draw from."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=64)
def table(name: str) -> dict[str, Any]:
    """The table `name`, as written in the file of this name."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
