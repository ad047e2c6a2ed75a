"""The pair of keys by which push services know us (VAPID, RFC 8292)."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from email.utils import parseaddr

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import AppEnv

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points the curve P-256 has."""
_BYTES = 32


@dataclass(frozen=True)
class PushKeys:
    """Both keys as base64url without padding: the point, and the number behind it."""

    public: str
    private: str
    subject: str


def push_keys() -> PushKeys | None:
    """Our pair; None where there is no push.

    In development it follows from the secret key, so that nothing has to be set and a browser stays
    subscribed after a restart.
    """
    config = settings()
    subject = config.vapid_subject or f"mailto:{parseaddr(config.mail_from)[1]}"
    private = config.vapid_private_key.get_secret_value()
    if private:
        return PushKeys(config.vapid_public_key, private, subject)
    if config.app_env is AppEnv.PRODUCTION:
        return None
    made = hmac.new(config.signing_keys[-1].encode(), b"vel_tutor.vapid", hashlib.sha256).digest()
    number = int.from_bytes(made) % (_ORDER - 1) + 1
    return pair(ec.derive_private_key(number, ec.SECP256R1()), subject)


def new_pair() -> PushKeys:
    """A pair nobody has had before."""
    return pair(ec.generate_private_key(ec.SECP256R1()), "")


def pair(key: ec.EllipticCurvePrivateKey, subject: str) -> PushKeys:
    """`key` and its public half in words."""
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    number = key.private_numbers().private_value.to_bytes(_BYTES)
    return PushKeys(_words(point), _words(number), subject)


def _words(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
