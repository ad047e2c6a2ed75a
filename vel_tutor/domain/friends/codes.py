"""The code somebody hands out to be asked by."""

from base64 import b64encode
from urllib.parse import quote, urlencode
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.friends import pairs, rules
from vel_tutor.domain.friends.views import CodeView
from vel_tutor.media import qr
from vel_tutor.models.accounts import User
from vel_tutor.models.friends import FriendCode
from vel_tutor.vocabulary import ConsentScope, Role

_TEXT = "Let's be friends on vel_tutor and practise together."


def renew(actor: Actor) -> None:
    """Give the actor another code; the old one leads to nobody from now on.

    Raises:
        NotAllowed: not a student, or friends are switched off.
    """
    pairs.must_have_friends(actor)
    with transaction() as tx:
        pairs.one_at_a_time(tx, actor.user_id)
        row = _row(tx, actor.user_id)
        if row is not None:
            row.ended_at = tx.now
            tx.session.add(row)
            tx.session.flush()
        _new(tx, actor.user_id)


def own(tx: Transaction, user_id: UUID) -> CodeView:
    """The code of `user_id`, made when they first look."""
    row = _row(tx, user_id)
    if row is None:
        _new(tx, user_id)
        row = _row(tx, user_id)
    return _ways(row.code) if row else CodeView()


def owner(tx: Transaction, code: str) -> UUID | None:
    """Whose code this is at the moment."""
    return tx.session.exec(
        select(FriendCode.user_id).where(
            FriendCode.code == code, col(FriendCode.ended_at).is_(None)
        )
    ).one_or_none()


def may_have_friends(tx: Transaction, user_id: UUID) -> bool:
    """Whether somebody is a student with friends switched on."""
    found = select(accounts.is_on(ConsentScope.FRIENDS)).where(
        User.id == user_id, User.role == Role.STUDENT
    )
    return bool(tx.session.exec(found).one_or_none())


def _row(tx: Transaction, user_id: UUID) -> FriendCode | None:
    return tx.session.exec(
        select(FriendCode).where(FriendCode.user_id == user_id, col(FriendCode.ended_at).is_(None))
    ).one_or_none()


def _new(tx: Transaction, user_id: UUID) -> None:
    row = FriendCode(user_id=user_id, code=rules.new_code(), created_at=tx.now)
    tx.session.exec(insert(FriendCode).values(**row.model_dump()).on_conflict_do_nothing())


def _ways(code: str) -> CodeView:
    address = f"{settings().public_url}{routes.friend_invited(code)}"
    words = f"{_TEXT} {address}"
    mail = urlencode({"subject": "Be my friend on vel_tutor", "body": words}, quote_via=quote)
    picture = b64encode(qr.svg(address)).decode()
    return CodeView(
        link_id=code,
        code=rules.code_shown(code),
        address=address,
        text=_TEXT,
        subject="Be my friend on vel_tutor",
        native_url=address,
        copy_text=words,
        whatsapp=f"https://wa.me/?text={quote(words)}",
        sms=f"sms:?&body={quote(words)}",
        email=f"mailto:?{mail}",
        qr=f"data:image/svg+xml;base64,{picture}",
    )
