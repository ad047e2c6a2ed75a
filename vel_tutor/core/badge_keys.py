"""The keys that sign credentials of badges (Ed25519), and signing with them."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.types import Options

from vel_tutor.core import clock
from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import AppEnv

ALGORITHM = "EdDSA"
_BY_OUR_CLOCK: Options = {"verify_nbf": False}
"""The library would ask the machine when a token begins; `opened` asks our clock."""


class NotOurs(ValueError):
    """Somebody else signed it, or it was changed afterwards."""


def may_sign() -> bool:
    """Whether there is a key to sign with."""
    return bool(_keys())


def new_seed() -> str:
    """A key nobody has had before, for the environment."""
    return _words(Ed25519PrivateKey.generate().private_bytes_raw())


def public_keys() -> list[dict[str, str]]:
    """The public halves of all our keys, the oldest first, as JSON Web Keys."""
    return [_public(key) for key in _keys()]


def signed(claims: Mapping[str, Any], kind: str) -> str:
    """`claims` as a compact JWT that says which of our keys signed it.

    Args:
        kind: the media type of what is inside, for the header.

    Raises:
        LookupError: there is no key.
    """
    keys = _keys()
    if not keys:
        raise LookupError("no key signs badges here")
    newest = keys[-1]
    public = _public(newest)
    headers = {"typ": kind, "kid": public["kid"], "jwk": public}
    return jwt.encode(dict(claims), newest, algorithm=ALGORITHM, headers=headers)


def opened(token: str, keys: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """What a token says that one of `keys` (ours, if left out) has signed.

    Raises:
        NotOurs: none of them did, or its time has not come.
    """
    try:
        wanted = jwt.get_unverified_header(token).get("kid")
        known = {key.get("kid"): key for key in (public_keys() if keys is None else keys)}
        if wanted not in known:
            raise NotOurs("signed with a key that is not among these")
        key = jwt.PyJWK(known[wanted], ALGORITHM).key
        said = jwt.decode(token, key, algorithms=[ALGORITHM], options=_BY_OUR_CLOCK)
    except jwt.PyJWTError as failure:
        raise NotOurs(str(failure)) from failure
    begins = said.get("nbf", 0)
    if not isinstance(begins, int) or begins > clock.now().timestamp():
        raise NotOurs("its time has not come")
    return said


def _keys() -> list[Ed25519PrivateKey]:
    """All our keys, the oldest first; in development one that follows from the secret key."""
    config = settings()
    seeds = [key.get_secret_value() for key in config.badge_keys]
    if seeds:
        return [Ed25519PrivateKey.from_private_bytes(_raw(seed)) for seed in seeds]
    if config.app_env is AppEnv.PRODUCTION:
        return []
    made = hmac.new(config.signing_keys[-1].encode(), b"vel_tutor.badges", hashlib.sha256).digest()
    return [Ed25519PrivateKey.from_private_bytes(made)]


def _public(key: Ed25519PrivateKey) -> dict[str, str]:
    point = _words(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
    named = {"crv": "Ed25519", "kty": "OKP", "x": point}
    said = json.dumps(named, separators=(",", ":"), sort_keys=True).encode()
    thumbprint = _words(hashlib.sha256(said).digest())  # RFC 7638
    return {**named, "kid": thumbprint, "alg": ALGORITHM, "use": "sig"}


def _words(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _raw(words: str) -> bytes:
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))
