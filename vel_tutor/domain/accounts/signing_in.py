"""Sign-ins: opening, ending, and the limits on guessing."""

import secrets
from uuid import UUID

from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.signing import Purpose, sign, verify
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import emails, links, passwords, rules
from vel_tutor.domain.accounts.events import SignedIn as SignedInEvent
from vel_tutor.domain.accounts.events import SignedOut
from vel_tutor.domain.accounts.queries import sign_ins, token_hash
from vel_tutor.domain.accounts.refusals import SignInWrong
from vel_tutor.domain.accounts.scopes import standing_of
from vel_tutor.domain.accounts.views import Browser, SignedIn, SignInView
from vel_tutor.models.accounts import SignIn, User
from vel_tutor.vocabulary import MEMBERS, AuditAction

_STRANGER = "stranger"
LONGEST_DEVICE = 60


def sign_in(name: str, password: str, browser: Browser) -> SignedIn:
    """Open a sign-in for whoever `name` (an e-mail address or a sign-in name) and `password` fit.

    A wrong name and a wrong password have the same answer after the same work. Guesses are counted
    per account: once for all strangers together, and apart for each browser that has been in
    before, so that nobody is locked out of their own browser by somebody else's guessing.

    Raises:
        SignInWrong: they do not fit together.
        TooMany: too many tries for this account or from this address.
    """
    name = canonical_name(name)
    with reading() as tx:
        user = tx.session.exec(_named(name)).one_or_none()
    known = _device_of(browser, user)
    safety.spend(safety.SIGN_IN_ADDRESS, browser.address)
    safety.spend(safety.SIGN_IN_ACCOUNT, name, known)
    if not passwords.fits(user.password_hash if user else "", password) or user is None:
        _refuse(user)
    with transaction() as tx:
        user = tx.session.exec(_named(name).with_for_update()).one_or_none()
        if user is None:
            raise SignInWrong
        if passwords.is_outdated(user.password_hash):
            user.password_hash = passwords.hash_of(password)
        opened = open_sign_in(tx, user, browser)
    safety.forgive(safety.SIGN_IN_ACCOUNT, name, known)
    return opened


def open_sign_in(tx: Transaction, user: User, browser: Browser) -> SignedIn:
    """Sign `user` in on `browser` with a new secret; the sign-in it held before is over."""
    _end(tx, _by_token(tx, browser.session_token))
    token = links.new_token()
    row = SignIn(
        user_id=user.id,
        token_hash=token_hash(token),
        device=browser.device[:LONGEST_DEVICE],
        created_at=tx.now,
        last_seen_at=tx.now,
    )
    tx.session.add(row)
    tx.publish(SignedInEvent(user_id=user.id, session_id=row.id))
    safety.remember(
        tx, AuditAction.SIGNED_IN, actor_id=user.id, subject_id=user.id, object_id=row.id
    )
    _, absolute = rules.lifetimes(user.role)
    return SignedIn(
        user_id=user.id,
        session_id=row.id,
        standing=standing_of(user),
        token=token,
        device_token=sign(Purpose.DEVICE, f"{user.id.hex}.{secrets.token_hex(8)}"),
        max_age_s=int(absolute.total_seconds()),
    )


def sign_out(token: str) -> None:
    """End the sign-in that the cookie `token` holds; nothing happens when there is none."""
    with transaction() as tx:
        _end(tx, _by_token(tx, token))


def sign_out_everywhere(actor: Actor) -> None:
    """End every sign-in of the actor, this one too."""
    actor.must_be(*MEMBERS)
    with transaction() as tx:
        end_sign_ins(tx, actor.user_id)


def end_sign_in(actor: Actor, sign_in_id: UUID) -> tuple[SignInView, ...]:
    """Sign the actor out on one of their browsers.

    Returns:
        The browsers that are still signed in.

    Raises:
        NotFound: no such sign-in, it is over, or it is somebody else's.
    """
    actor.must_be(*MEMBERS)
    with transaction() as tx:
        mine = select(SignIn).where(
            SignIn.id == sign_in_id,
            SignIn.user_id == actor.user_id,
            SignIn.ended_at == None,  # noqa: E711
        )
        row = tx.session.exec(mine.with_for_update()).one_or_none()
        if row is None:
            raise NotFound
        _end(tx, row)
        user = tx.session.exec(select(User).where(User.id == actor.user_id)).one()
        return sign_ins(tx, user, actor)


def end_sign_ins(tx: Transaction, user_id: UUID, keep: UUID | None = None) -> None:
    """End every sign-in of `user_id` but `keep`."""
    live = select(SignIn).where(
        SignIn.user_id == user_id,
        SignIn.ended_at == None,  # noqa: E711
        SignIn.id != keep if keep else SignIn.user_id == user_id,
    )
    for row in tx.session.exec(live.order_by(SignIn.id).with_for_update()):  # pyright: ignore[reportArgumentType]
        _end(tx, row)


def forgive_strangers(name: str) -> None:
    """Let unknown browsers try again: the owner has just shown who they are by mail."""
    safety.forgive(safety.SIGN_IN_ACCOUNT, name, _STRANGER)


def canonical_name(typed: str) -> str:
    """An e-mail address or a sign-in name in the one spelling that is stored and counted."""
    return emails.canonical(typed) or typed.strip().lower()[: rules.LONGEST_EMAIL]


def _named(name: str):  # noqa: ANN202
    """The open account that `name` opens."""
    column = User.email if "@" in name else User.sign_in_name
    return select(User).where(
        column == name,
        column != "",
        User.closed_at == None,  # noqa: E711
    )


def device_owner(device_token: str) -> UUID | None:
    """Whose account signed in last on the browser that carries `device_token`, if we know."""
    owner, _, mark = (verify(Purpose.DEVICE, device_token) or "").partition(".")
    if not mark:
        return None
    with reading() as tx:
        user = tx.session.get(User, UUID(hex=owner))
        return user.id if user else None


def _device_of(browser: Browser, user: User | None) -> str:
    """This browser's own mark if `user` has been in here before, else every stranger's."""
    owner, _, mark = (verify(Purpose.DEVICE, browser.device_token) or "").partition(".")
    return mark if user and mark and owner == user.id.hex else _STRANGER


def _refuse(user: User | None) -> None:
    with transaction() as tx:
        safety.remember(tx, AuditAction.SIGN_IN_REFUSED, subject_id=user.id if user else None)
    raise SignInWrong


def _by_token(tx: Transaction, token: str) -> SignIn | None:
    if not token:
        return None
    held = select(SignIn).where(
        SignIn.token_hash == token_hash(token),
        SignIn.ended_at == None,  # noqa: E711
    )
    return tx.session.exec(held.with_for_update()).one_or_none()


def _end(tx: Transaction, row: SignIn | None) -> None:
    if row is None:
        return
    row.ended_at = tx.now
    tx.publish(SignedOut(user_id=row.user_id, session_id=row.id))
    safety.remember(tx, AuditAction.SIGNED_OUT, subject_id=row.user_id, object_id=row.id)
