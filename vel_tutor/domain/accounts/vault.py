"""Personal facts that are kept but seldom read: encrypted, and bound to whom they are about."""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vel_tutor.core.settings import settings

_NONCE_BYTES = 12


def close(fact: str, about: str) -> str:
    """`fact` under the newest key, readable only together with the same `about`."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_key(settings().signing_keys[-1])).encrypt(nonce, fact.encode(), about.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def open_(sealed: str, about: str) -> str:
    """What `close` was given, or nothing when no key of ours opens it."""
    try:
        raw = base64.urlsafe_b64decode(sealed)
    except ValueError:
        return ""
    for secret in reversed(settings().signing_keys):
        try:
            opened = AESGCM(_key(secret)).decrypt(
                raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], about.encode()
            )
            return opened.decode()
        except (InvalidTag, ValueError):
            continue
    return ""


def index(fact: str) -> str:
    """A word to find equal facts by, from which the fact cannot be had; under the oldest key."""
    return _hmac("index", fact)


def address_hash(address: str) -> str:
    """A network address as evidence: equal for equal addresses, unreadable."""
    return _hmac("address", address) if address else ""


def origin_hash(address: str, device: str) -> str:
    """Network address and kind of device together: equal for equal ones, unreadable."""
    return _hmac("origin", f"{address}|{device}") if address else ""


def _hmac(kind: str, fact: str) -> str:
    key = _key(settings().signing_keys[0])
    return hmac.new(key, f"{kind}:{fact}".encode(), hashlib.sha256).hexdigest()


def _key(secret: str) -> bytes:
    """A 256-bit key of our own from a signing secret."""
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"vel_tutor.vault")
    return kdf.derive(secret.encode())
