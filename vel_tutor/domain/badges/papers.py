"""Badges as Open Badges 3.0 credentials: what each document says. Pure.

A credential names nobody: its subject is a number made for it alone, so that two of them, even of
one person, cannot be told to belong together. That holds for everybody, grown up or not.
"""

import base64
import gzip
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from vel_tutor import routes
from vel_tutor.content.badges import Badge

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
KIND = "vc+jwt"
ISSUER_NAME = "vel_tutor"
LIST_SIZE = 131_072
"""Entries of one status list: the least there may be, so that a place in it tells nothing."""

Paper = dict[str, Any]


def issuer(home: str) -> Paper:
    """Who gives the badges; `home` is our address without a path."""
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": f"{home}{routes.ISSUER}",
        "type": ["Profile"],
        "name": ISSUER_NAME,
        "url": home,
        "description": "A learning app: practise, prove progress, learn with friends.",
    }


def achievement(home: str, badge: Badge, level: int) -> Paper:
    """What a level of a badge stands for."""
    return {
        "id": f"{home}{routes.achievement(badge.key, level)}",
        "type": ["Achievement"],
        "achievementType": "Badge",
        "name": badge.titled(level),
        "description": badge.task(level),
        "criteria": {"narrative": badge.task(level)},
        "creator": _issuer_in_short(home),
    }


def credential(
    home: str, badge: Badge, level: int, *, credential_id: UUID, number: int, earned_at: datetime
) -> Paper:
    """A level somebody earned, ready to be signed; `number` is its place among all status bits."""
    name = f"urn:uuid:{credential_id}"
    subject = f"urn:uuid:{uuid5(credential_id, 'subject')}"
    status = f"{home}{routes.badge_status(number // LIST_SIZE)}"
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": name,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.titled(level),
        "issuer": _issuer_in_short(home),
        "validFrom": _moment(earned_at),
        "credentialSubject": {
            "id": subject,
            "type": ["AchievementSubject"],
            "achievement": achievement(home, badge, level),
        },
        "credentialStatus": {
            "id": f"{status}#{number % LIST_SIZE}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(number % LIST_SIZE),
            "statusListCredential": status,
        },
        "iss": f"{home}{routes.ISSUER}",
        "jti": name,
        "sub": subject,
        "nbf": int(earned_at.timestamp()),
    }


def status_list(home: str, number: int, revoked: Iterable[int], now: datetime) -> Paper:
    """Which of the credentials of one list no longer hold, ready to be signed."""
    name = f"{home}{routes.badge_status(number)}"
    return {
        "@context": [CREDENTIALS],
        "id": name,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": f"{home}{routes.ISSUER}",
        "validFrom": _moment(now),
        "credentialSubject": {
            "id": f"{name}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": _encoded(revoked),
        },
        "iss": f"{home}{routes.ISSUER}",
        "jti": name,
        "sub": f"{name}#list",
        "nbf": int(now.timestamp()),
    }


def _issuer_in_short(home: str) -> Paper:
    return {
        "id": f"{home}{routes.ISSUER}",
        "type": ["Profile"],
        "name": ISSUER_NAME,
        "url": home,
    }


def _encoded(revoked: Iterable[int]) -> str:
    """One bit for each credential, the first on the left, packed as the standard has it."""
    bits = bytearray(LIST_SIZE // 8)
    for place in revoked:
        bits[place // 8] |= 0x80 >> place % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
