"""What the environment says, checked once at the start.

In production the house refuses to open with a weak secret, an open origin or debug switched on.
"""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from vel_tutor.vocabulary import AppEnv

ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT_SECRET = "development-only-secret-never-use-this-in-production"  # noqa: S105
VISITOR_COOKIE = "vt_visitor"
ATTRIBUTION_COOKIE = "vt_attribution"
GATE_COOKIE = "vt_gate"
FORM_COOKIE = "vt_form"
DEVICE_COOKIE = "vt_device"
"""All signed by us and HttpOnly; the sign-in itself is `Settings.session_cookie`."""
FORM_KEPT = timedelta(minutes=5)
"""How long what was typed waits to be shown again."""
SHORTEST_SECRET = 32
"""Characters; 32 of them from a good source carry over 128 bits."""


class Settings(BaseSettings):
    """Every setting, with its default for development. `.env.example` lists them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    app_env: AppEnv = AppEnv.DEVELOPMENT
    debug: bool = False
    public_url: str = Field(default="http://127.0.0.1:8000", pattern=r"^https?://[^/\s]+$")
    """Where people reach the app: scheme, host and port, without a path."""
    database_url: str = Field(default="", pattern=r"^$|^postgres(ql)?(\+psycopg)?://.")
    """Empty: the embedded server, which `vt` starts and announces here."""
    redis_url: str = Field(default="", pattern=r"^$|^(rediss?|unix)://.")
    secret_keys: Annotated[tuple[SecretStr, ...], NoDecode] = (SecretStr(DEVELOPMENT_SECRET),)
    """Oldest first, separated by commas; the last one signs, all of them verify."""
    web_port: int = Field(default=0, ge=0, le=65535)
    """0: the port of `public_url`, or 8000 when a proxy ends https in front of it."""
    trusted_proxy_hops: int = Field(default=0, ge=0)
    socket_events_per_minute: int = Field(default=100, ge=1)
    socket_burst: int = Field(default=40, ge=1)
    """What one open page may send; answering and typing stay far below."""
    data_dir: Path = ROOT / ".data"

    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_starttls: bool = True
    mail_from: str = "vel_tutor <hello@vel-tutor.invalid>"
    postal_address: str = "vel_tutor, 1 Example Street"

    vapid_public_key: str = ""
    vapid_private_key: SecretStr = SecretStr("")
    """A pair for Web Push, base64url, made by `vt vapid`. Empty: no push in production; elsewhere a
    pair that follows from the secret key."""
    vapid_subject: str = Field(default="", pattern=r"^$|^(mailto:|https://).")
    """How a push service reaches us; empty: the address mail comes from."""

    badge_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Ed25519 seeds, base64url, made by `vt badge-key`; oldest first, separated by commas: the last
    one signs credentials of badges, all of them stand in the list for verifiers. Empty: none are
    signed in production; elsewhere by one that follows from the secret key."""

    openai_api_key: SecretStr = SecretStr("")
    """Of an OpenAI-compatible server; empty: our own rules advise, and say so."""
    openai_base_url: str = Field(default="", pattern=r"^$|^https?://.")
    openai_model: str = "gpt-4o-mini"
    ai_zdr_confirmed: bool = False
    """Whether the provider keeps nothing; without it nothing about a child goes there."""
    advice_patience: float = Field(default=1.0, ge=1)
    """How many times longer than they promise our own rules may take before what they advise is
    too late; more than 1 only on a machine whose processors many share."""

    log_level: str = Field(default="INFO", validation_alias=AliasChoices("VT_LOG_LEVEL"))
    database_pool_size: int = Field(default=10, ge=1, le=100)
    database_wait_s: float = Field(default=5.0, gt=0)
    """How long to wait for one of the connections when all are taken."""
    statement_timeout_ms: int = Field(default=2000, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _split_keys(cls, values: dict[str, object]) -> dict[str, object]:
        for name in ("secret_keys", "badge_keys"):
            keys = values.get(name)
            if isinstance(keys, str):
                values[name] = tuple(key.strip() for key in keys.split(",") if key.strip())
        return values

    @model_validator(mode="after")
    def _strict_in_production(self) -> Self:
        if self.app_env is AppEnv.PRODUCTION:
            problems = list(_production_problems(self))
            if problems:
                raise ValueError("; ".join(problems))
        return self

    @property
    def https(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"

    @property
    def port(self) -> int:
        """Where the web server listens on 127.0.0.1."""
        beside_proxy = 8000
        public = beside_proxy if self.https else urlsplit(self.public_url).port or 80
        return self.web_port or public

    @property
    def origins(self) -> tuple[str, ...]:
        """Whose pages may open a socket: our own. In development both names of this machine."""
        if self.app_env is AppEnv.PRODUCTION or self.https:
            return (self.public_url,)
        return tuple(
            {
                self.public_url: None,
                f"http://localhost:{self.port}": None,
                f"http://127.0.0.1:{self.port}": None,
            }
        )

    @property
    def session_cookie(self) -> str:
        return "__Host-vt_session" if self.https else "vt_session"

    @property
    def signing_keys(self) -> list[str]:
        """All keys, oldest first, the way itsdangerous wants them."""
        return [key.get_secret_value() for key in self.secret_keys]


def _production_problems(settings: Settings) -> list[str]:
    """What keeps `settings` from being safe for real people."""
    problems: list[str] = []
    for key in settings.signing_keys or [""]:
        if key == DEVELOPMENT_SECRET or len(key) < SHORTEST_SECRET or len(set(key)) < 10:
            problems.append(
                f"SECRET_KEYS needs random keys of at least {SHORTEST_SECRET} characters"
            )
            break
    unmet = {
        "DEBUG must be off": settings.debug,
        "PUBLIC_URL must be https": not settings.https,
        "PUBLIC_URL must name one origin": "*" in settings.public_url,
        "SMTP_HOST is needed: parents must be reachable": not settings.smtp_host,
        "VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together": (
            bool(settings.vapid_public_key) is not bool(settings.vapid_private_key)
        ),
        "REDIS_URL needs a password or a unix socket: whoever can write there can run code here": (
            not _redis_is_private(settings.redis_url)
        ),
    }
    return problems + [problem for problem, holds in unmet.items() if holds]


def _redis_is_private(url: str) -> bool:
    """Whether `url` is guarded; none at all means our own server, which has a password."""
    parts = urlsplit(url)
    return not url or parts.scheme == "unix" or bool(parts.password)


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
