"""Handing badges out as signed credentials, and saying which no longer hold."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.content.badges import BADGES
from vel_tutor.core import badge_keys
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import incentives
from vel_tutor.domain.badges import papers
from vel_tutor.models.badges import BadgeCredential
from vel_tutor.vocabulary import STUDENTS


@dataclass(frozen=True)
class Verified:
    """What a credential of ours says, once its signature has been checked."""

    name: str
    valid_from: str
    issuer: str
    subject: str


def credential(actor: Actor, row_id: UUID) -> str:
    """The actor's badge as a signed credential; asked again, the same one.

    Raises:
        NotAllowed: not a student.
        NotFound: no such badge, somebody else holds it, or nothing is signed here.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        earned = incentives.badge_held(tx, row_id)
        if earned is None or earned.user_id != actor.user_id or earned.badge not in BADGES:
            raise NotFound
        if not badge_keys.may_sign():
            raise NotFound
        row = _kept(tx, row_id)
        paper = papers.credential(
            settings().public_url,
            BADGES[earned.badge],
            earned.level,
            credential_id=row.id,
            number=row.number or 0,
            earned_at=earned.at,
        )
        return badge_keys.signed(paper, papers.KIND)


def _kept(tx: Transaction, row_id: UUID) -> BadgeCredential:
    """The row of the credential of a badge, made when it is first asked for."""
    new = BadgeCredential(badge_row_id=row_id, issued_at=tx.now)
    tx.session.exec(
        insert(BadgeCredential)
        .values(id=new.id, badge_row_id=row_id, issued_at=tx.now)
        .on_conflict_do_nothing(index_elements=["badge_row_id"])
    )
    mine = select(BadgeCredential).where(BadgeCredential.badge_row_id == row_id)
    return tx.session.exec(mine).one()


def status_list(number: int) -> str:
    """The signed list of the credentials of one range that no longer hold.

    Raises:
        NotFound: there is no such list, or nothing is signed here.
    """
    first = number * papers.LIST_SIZE
    with reading() as tx:
        last = tx.session.exec(
            select(BadgeCredential.number).order_by(col(BadgeCredential.number).desc()).limit(1)
        ).first()
        if number < 0 or first > (last or 0) or not badge_keys.may_sign():
            raise NotFound
        gone = tx.session.exec(
            select(BadgeCredential.number).where(
                col(BadgeCredential.badge_row_id).is_(None),
                col(BadgeCredential.number) >= first,
                col(BadgeCredential.number) < first + papers.LIST_SIZE,
            )
        )
        places = [place - first for place in gone if place is not None]
        paper = papers.status_list(settings().public_url, number, places, tx.now)
    return badge_keys.signed(paper, papers.KIND)


def issuer() -> dict[str, Any]:
    """Who gives the badges."""
    return papers.issuer(settings().public_url)


def achievement(key: str, level: int) -> dict[str, Any]:
    """What a level of a badge stands for.

    Raises:
        NotFound: there is no such level.
    """
    badge = BADGES.get(key)
    if badge is None or not 1 <= level <= badge.levels:
        raise NotFound
    paper = papers.achievement(settings().public_url, badge, level)
    return {"@context": [papers.CREDENTIALS, papers.OPEN_BADGES], **paper}


def verify(token: str, keys: list[dict[str, str]] | None = None) -> Verified:
    """Check a credential by its signature, with our keys or those given.

    Raises:
        NotOurs: the signature does not hold, or it is no badge.
    """
    said = badge_keys.opened(token, keys)
    if "OpenBadgeCredential" not in said.get("type", ()):
        raise badge_keys.NotOurs("signed by us, but not a badge")
    return Verified(
        name=said["credentialSubject"]["achievement"]["name"],
        valid_from=said["validFrom"],
        issuer=said["iss"],
        subject=said["sub"],
    )
