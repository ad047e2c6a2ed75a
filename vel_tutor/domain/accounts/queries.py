"""Reads about people."""

import hashlib

from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain.accounts import rules
from vel_tutor.models.accounts import SignIn, User


def token_hash(token: str) -> str:
    """What is stored of a sign-in cookie: SHA-256 is enough, the token has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def actor_for(token: str) -> Actor | None:
    """Whoever the sign-in cookie `token` belongs to right now, or None."""
    if not token:
        return None
    with reading() as tx:
        found = tx.session.exec(
            select(SignIn, User)
            .where(SignIn.token_hash == token_hash(token), SignIn.user_id == User.id)
            .where(SignIn.ended_at == None, User.closed_at == None)  # noqa: E711
        ).one_or_none()
        if found is None:
            return None
        sign_in, user = found
        if rules.sign_in_is_over(user.role, sign_in.created_at, sign_in.last_seen_at, tx.now):
            return None
        return actor(user, sign_in)


def actor(user: User, sign_in: SignIn | None = None) -> Actor:
    """`user` as somebody who acts."""
    return Actor(
        user_id=user.id,
        standing=rules.standing(
            user.role,
            user.age_band,
            waits_for_consent=user.consent_needed and user.consented_at is None,
        ),
        first_name=user.first_name,
        time_zone=user.time_zone,
        session_id=sign_in.id if sign_in else None,
        grade=user.grade,
    )
