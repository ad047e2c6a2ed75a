"""What people want to be told, and by which way; one press in a mail ends its kind."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from vel_tutor import routes
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import settings
from vel_tutor.core.signing import Purpose, sign, verify
from vel_tutor.domain import accounts
from vel_tutor.models.notifications import NoticeChoice
from vel_tutor.vocabulary import NoticeWay, NotificationKind


def choose(
    tx: Transaction, user_id: UUID, kind: NotificationKind, way: NoticeWay, *, is_on: bool
) -> None:
    """Remember what `user_id` wants; it holds at once, for letters already waiting too."""
    tx.session.exec(
        insert(NoticeChoice)
        .values(
            **NoticeChoice(user_id=user_id, kind=kind, way=way, is_on=is_on, at=tx.now).model_dump()
        )
        .on_conflict_do_update(constraint="notice_choice_once", set_={"is_on": is_on, "at": tx.now})
    )
    if way is NoticeWay.MAIL and not is_on:
        accounts.withdraw_ended(tx, unsubscribe_address(user_id, kind))


def wants(
    tx: Transaction, user_id: UUID, kind: NotificationKind, way: NoticeWay, *, usually: bool = True
) -> bool:
    """Whether `user_id` wants to hear of `kind` by `way`; `usually` unless they have chosen."""
    chosen = select(NoticeChoice.is_on).where(
        NoticeChoice.user_id == user_id, NoticeChoice.kind == kind, NoticeChoice.way == way
    )
    found = tx.session.exec(chosen).one_or_none()
    return usually if found is None else found


def unsubscribe_address(user_id: UUID, kind: NotificationKind) -> str:
    """The address at which one press ends mails of `kind` (RFC 8058); good for ever."""
    token = sign(Purpose.UNSUBSCRIBE, f"{user_id.hex}.{kind.value}")
    return settings().public_url + routes.unsubscribe(token)


def kind_behind(token: str) -> NotificationKind:
    """Which letters the token ends. Looking changes nothing.

    Raises:
        NotFound: it is not one of ours.
    """
    return _behind(token)[1]


def set_mail(token: str, *, is_on: bool) -> NotificationKind:
    """End the mails the token is about, or let them come again.

    Raises:
        NotFound: it is not one of ours.
    """
    user_id, kind = _behind(token)
    with transaction() as tx:
        choose(tx, user_id, kind, NoticeWay.MAIL, is_on=is_on)
    return kind


def _behind(token: str) -> tuple[UUID, NotificationKind]:
    user, _, kind = (verify(Purpose.UNSUBSCRIBE, token) or "").partition(".")
    try:
        return UUID(hex=user), NotificationKind(kind)
    except ValueError:
        raise NotFound from None
