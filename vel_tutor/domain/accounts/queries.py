"""Reads about people."""

import hashlib
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.accounts import names, rules, scopes
from vel_tutor.domain.accounts.scopes import standing_of
from vel_tutor.domain.accounts.views import PersonView, ProfileView, SettingsView, SignInView
from vel_tutor.models.accounts import SignIn, User
from vel_tutor.vocabulary import MEMBERS, STUDENTS, ConsentScope, Role, Standing


def token_hash(token: str) -> str:
    """What is stored of a secret in a cookie or a link: the token has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def actor_for(token: str) -> Actor | None:
    """Whoever the sign-in cookie `token` belongs to right now, or None."""
    if not token:
        return None
    with reading() as tx:
        found = tx.session.exec(
            select(SignIn, User, scopes.deeds())
            .where(SignIn.token_hash == token_hash(token), SignIn.user_id == User.id)
            .where(SignIn.ended_at == None, User.closed_at == None)  # noqa: E711
        ).one_or_none()
        if found is None:
            return None
        sign_in, user, done = found
        if rules.sign_in_is_over(user.role, sign_in.created_at, sign_in.last_seen_at, tx.now):
            return None
        now = tx.now
    if now - sign_in.last_seen_at > rules.SEEN_EVERY:
        _touch(sign_in.id)
    return _actor(user, done, sign_in)


def _touch(sign_in_id: UUID) -> None:
    with transaction() as tx:
        tx.session.exec(
            update(SignIn)
            .where(col(SignIn.id) == sign_in_id, col(SignIn.last_seen_at) < tx.now)
            .values(last_seen_at=tx.now)
        )


def with_role(tx: Transaction, role: Role) -> tuple[UUID, ...]:
    """Everybody whose open account was made for `role`; nobody simulated."""
    theirs = select(User.id).where(
        User.role == role, col(User.closed_at).is_(None), User.simulation == ""
    )
    return tuple(tx.session.exec(theirs).all())


def actor_of(user_id: UUID) -> Actor:
    """`user_id` as somebody who acts without a browser: for seeds and simulations.

    Raises:
        NotFound: nobody has that id, or the account is closed.
    """
    with reading() as tx:
        return _actor(*_open_account(tx, user_id))


def _actor(user: User, done: dict[str, str] | None, sign_in: SignIn | None = None) -> Actor:
    return Actor(
        user_id=user.id,
        standing=standing_of(user),
        first_name=user.first_name,
        time_zone=user.time_zone,
        session_id=sign_in.id if sign_in else None,
        grade=user.grade,
        theme=user.theme,
        scopes=scopes.scopes_in(user, done),
        is_made_up=user.simulation != "",
    )


def home_of(standing: Standing) -> str:
    """Where somebody begins: the path of their own first page."""
    if standing is Standing.LOCKED_CHILD:
        return routes.WAITING
    if standing is Standing.PARENT:
        return routes.FAMILY
    return routes.TODAY if standing in STUDENTS else routes.SETTINGS


def person(tx: Transaction, user_id: UUID) -> PersonView:
    """What other contexts may know of `user_id`.

    Raises:
        NotFound: nobody has that id, or the account is closed.
    """
    user, done = _open_account(tx, user_id)
    return PersonView(
        user_id=user.id,
        standing=standing_of(user),
        first_name=user.first_name,
        pseudonym=names.pseudonym(user.id),
        time_zone=user.time_zone,
        grade=user.grade,
        joined_at=user.created_at,
        may_invite=ConsentScope.INVITING in scopes.scopes_in(user, done),
    )


def lock(tx: Transaction, user_id: UUID) -> User | None:
    """The row of somebody, so that what is done about them comes one after the other."""
    return tx.session.exec(
        select(User).where(User.id == user_id).with_for_update(key_share=True)
    ).one_or_none()


def _open_account(tx: Transaction, user_id: UUID) -> tuple[User, dict[str, str] | None]:
    found = tx.session.exec(
        select(User, scopes.deeds()).where(User.id == user_id, User.closed_at == None)  # noqa: E711
    ).one_or_none()
    if found is None:
        raise NotFound
    return found


def settings_of(actor: Actor) -> SettingsView:
    """What the settings page shows of the actor."""
    actor.must_be(*MEMBERS)
    with reading() as tx:
        user = tx.session.exec(select(User).where(User.id == actor.user_id)).one()
        return SettingsView(profile=profile(user), sign_ins=sign_ins(tx, user, actor))


def profile(user: User) -> ProfileView:
    """What somebody sees of themselves."""
    return ProfileView(
        first_name=user.first_name,
        email=user.email,
        sign_in_name=user.sign_in_name,
        time_zone=user.time_zone,
        grade="" if user.grade is None else str(user.grade),
        is_student=user.role is Role.STUDENT,
        is_parent=user.role is Role.PARENT,
    )


def sign_ins(tx: Transaction, user: User, actor: Actor) -> tuple[SignInView, ...]:
    """The browsers in which `user` is signed in, the one seen last first."""
    rows = tx.session.exec(
        select(SignIn)
        .where(SignIn.user_id == user.id, SignIn.ended_at == None)  # noqa: E711
        .order_by(col(SignIn.last_seen_at).desc())
    ).all()
    return tuple(
        SignInView(
            id=str(row.id),
            device=row.device,
            since=_moment(row.created_at, user.time_zone),
            last_seen=_moment(row.last_seen_at, user.time_zone),
            is_this_one=row.id == actor.session_id,
        )
        for row in rows
        if not rules.sign_in_is_over(user.role, row.created_at, row.last_seen_at, tx.now)
    )


def _moment(at: datetime, time_zone: str) -> str:
    """A point in time as words, in the reader's zone."""
    return at.astimezone(ZoneInfo(time_zone)).strftime("%-d %B %Y, %H:%M")
