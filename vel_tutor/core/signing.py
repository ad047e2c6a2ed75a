"""Signed tokens, one salt per purpose, so that a token for one thing opens nothing else."""

import hashlib
import hmac
from datetime import timedelta
from enum import StrEnum
from typing import Any

from itsdangerous import BadData, Signer, TimestampSigner, URLSafeTimedSerializer
from itsdangerous.signer import SigningAlgorithm

from vel_tutor.core import clock
from vel_tutor.core.settings import settings

SHORT_TAG_BYTES = 12
"""96 bits of HMAC-SHA256: short enough for a text message, far too long to guess."""


class Purpose(StrEnum):
    """What a token is for; used as its salt."""

    LINK = "link"
    VISITOR = "visitor"
    ATTRIBUTION = "attribution"
    AGE_GATE = "age_gate"
    FORM_ECHO = "form_echo"
    DEVICE = "device"
    CARD = "card"
    UNSUBSCRIBE = "unsubscribe"


class _ShortHmac(SigningAlgorithm):
    """HMAC-SHA256 cut to `SHORT_TAG_BYTES`, as RFC 2104 section 5 allows."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return hmac.new(key, value, hashlib.sha256).digest()[:SHORT_TAG_BYTES]


class _DatedSigner(TimestampSigner):
    """Dates what it signs by our own clock."""

    def get_timestamp(self) -> int:
        return int(clock.now().timestamp())


def _signer(purpose: Purpose) -> Signer:
    return Signer(
        settings().signing_keys,
        salt=f"vel_tutor.{purpose}",
        algorithm=_ShortHmac(),
        digest_method=hashlib.sha256,
    )


def sign(purpose: Purpose, value: str) -> str:
    """`value` with a short signature behind a dot."""
    return _signer(purpose).sign(value).decode()


def verify(purpose: Purpose, signed: str) -> str | None:
    """The value that `sign` was given, or None for anything else whatever."""
    try:
        return _signer(purpose).unsign(signed).decode()
    except (BadData, UnicodeError):
        return None


def seal(purpose: Purpose, value: Any) -> str:
    """A small JSON value as a signed, dated token."""
    return str(_serializer(purpose).dumps(value))


def unseal(purpose: Purpose, token: str, max_age: timedelta) -> Any | None:
    """What `seal` was given, or None when it is forged or older than `max_age`."""
    try:
        return _serializer(purpose).loads(token, max_age=int(max_age.total_seconds()))
    except (BadData, UnicodeError):
        return None


def _serializer(purpose: Purpose) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        settings().signing_keys,
        salt=f"vel_tutor.{purpose}",
        signer=_DatedSigner,
        signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
    )
