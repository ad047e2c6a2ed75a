"""With which settings the house refuses to open to real people."""

from typing import Any

import pytest
from pydantic import ValidationError

from vel_tutor.core.settings import Settings

read: Any = Settings
"""Pyright does not know the argument `_env_file`, which keeps a developer's own file out."""
SAFE = {
    "app_env": "production",
    "public_url": "https://vel.example",
    "smtp_host": "mail.example",
    "secret_keys": "Zk3vQ8wL1nR7tY5uP0aS9dF2gH4jK6xC",
    "redis_url": "redis://:a-password@redis.example:6379/0",
}


def complaint(**changed: object) -> str:
    """What the settings say against `SAFE` with something `changed`."""
    with pytest.raises(ValidationError) as refused:
        read(**{**SAFE, **changed}, _env_file=None)
    return str(refused.value)


def test_safe_settings_are_taken():
    assert read(**SAFE, _env_file=None).https


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"debug": True}, "DEBUG must be off"),
        ({"public_url": "http://vel.example"}, "PUBLIC_URL must be https"),
        ({"smtp_host": ""}, "SMTP_HOST is needed"),
        ({"secret_keys": "short"}, "SECRET_KEYS needs"),
        ({"secret_keys": "a" * 40}, "SECRET_KEYS needs"),
        ({"redis_url": "redis://redis.example:6379/0"}, "REDIS_URL needs a password"),
    ],
)
def test_production_says_what_is_unsafe(changed, says):
    assert says in complaint(**changed)


@pytest.mark.parametrize("redis_url", ["", "unix:///run/redis.sock", "rediss://:pw@redis:6379"])
def test_a_guarded_redis_is_taken(redis_url):
    assert read(**{**SAFE, "redis_url": redis_url}, _env_file=None)


def test_in_production_only_the_public_address_opens_sockets():
    assert read(**SAFE, _env_file=None).origins == ("https://vel.example",)


def test_in_development_this_machine_has_two_names():
    origins = read(public_url="http://127.0.0.1:8000", _env_file=None).origins

    assert set(origins) == {"http://127.0.0.1:8000", "http://localhost:8000"}
