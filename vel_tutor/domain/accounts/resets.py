"""Passwords that were forgotten or changed."""

from uuid import UUID

from sqlmodel import col, or_, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import asking, letters, links, passwords, post, rules, vault
from vel_tutor.domain.accounts.refusals import LinkOver, OldPasswordWrong
from vel_tutor.domain.accounts.signing_in import (
    canonical_name,
    end_sign_ins,
    forgive_strangers,
    open_sign_in,
)
from vel_tutor.domain.accounts.views import Browser, SignedIn
from vel_tutor.models.accounts import Guardianship, User
from vel_tutor.vocabulary import MEMBERS, AuditAction, LinkPurpose


def ask_reset(name: str, browser: Browser) -> None:
    """Mail the way to a new password to whoever `name` belongs to.

    The answer is the same whether or not there is such an account. A child's mail goes to the
    parent; a parent's address brings one for each of their children too.

    Raises:
        TooMany: asked too often for this name or from this address.
    """
    name = canonical_name(name)
    safety.spend(safety.RESET_ADDRESS, browser.address)
    safety.spend(safety.RESET_ACCOUNT, name)
    with transaction() as tx:
        for user in _reached_by(tx, name):
            _post_link(tx, user)


def reset_is_open(token: str) -> bool:
    """Whether a mailed link can still set a password."""
    with reading() as tx:
        try:
            links.look(tx, LinkPurpose.RESET, token)
        except LinkOver:
            return False
        return True


def reset_password(token: str, password: str) -> None:
    """Set a new password by a mailed link, and sign the account out on every device.

    Raises:
        LinkOver: the link was used, is too old, or was never ours.
        PasswordShort, PasswordLong, PasswordCommon: that one will not do; the link stays good.
    """
    with transaction() as tx:
        user = _open_account(tx, links.use(tx, LinkPurpose.RESET, token))
        _set_password(tx, user, password)
        if user.email:
            user.email_confirmed_at = user.email_confirmed_at or tx.now
        end_sign_ins(tx, user.id)
        safety.remember(tx, AuditAction.PASSWORD_CHANGED, subject_id=user.id, reason="link")
    forgive_strangers(user.email or user.sign_in_name)


def change_password(actor: Actor, old: str, new: str, browser: Browser) -> SignedIn:
    """Change the actor's password, sign every other device out, and renew this sign-in.

    Raises:
        OldPasswordWrong: `old` is not the present one.
        PasswordShort, PasswordLong, PasswordCommon: the new one will not do.
        TooMany: too many guesses.
    """
    actor.must_be(*MEMBERS)
    safety.spend(safety.SIGN_IN_ACCOUNT, "change", str(actor.user_id))
    with transaction() as tx:
        user = _open_account(tx, actor.user_id)
        if not passwords.fits(user.password_hash, old):
            raise OldPasswordWrong
        _set_password(tx, user, new)
        end_sign_ins(tx, user.id, keep=actor.session_id)
        safety.remember(
            tx, AuditAction.PASSWORD_CHANGED, actor_id=user.id, subject_id=user.id, reason="own"
        )
        return open_sign_in(tx, user, browser)


def _set_password(tx: Transaction, user: User, password: str) -> None:
    passwords.check(password, user.first_name, user.email, user.sign_in_name)
    user.password_hash = passwords.hash_of(password)
    links.call_back(tx, user.id, (LinkPurpose.RESET,))
    if address := _address(tx, user):
        token = links.issue(tx, user.id, LinkPurpose.RESET, rules.RESET_LINK_LIVES)
        draft = letters.password_changed(_page(token), settings().postal_address)
        post.write(tx, draft, address, user.id)


def _post_link(tx: Transaction, user: User) -> None:
    address = _address(tx, user)
    if not address:
        return
    token = links.issue(tx, user.id, LinkPurpose.RESET, rules.RESET_LINK_LIVES)
    draft = letters.password_reset(user.sign_in_name, _page(token), settings().postal_address)
    post.write(tx, draft, address, user.id)


def _reached_by(tx: Transaction, name: str) -> list[User]:
    """The open accounts that `name` signs in to, or whose parent reads mail under it."""
    children = select(Guardianship.child_id).where(Guardianship.email_index == vault.index(name))
    return list(
        tx.session.exec(
            select(User)
            .where(User.closed_at == None, name != "")  # noqa: E711
            .where(or_(User.email == name, User.sign_in_name == name, col(User.id).in_(children)))
        )
    )


def _address(tx: Transaction, user: User) -> str:
    return user.email or asking.address_of_parent(tx, user)


def _open_account(tx: Transaction, user_id: UUID) -> User:
    user = tx.session.exec(
        select(User)
        .where(User.id == user_id, User.closed_at == None)  # noqa: E711
        .with_for_update()
    ).one_or_none()
    if user is None:
        raise LinkOver
    return user


def _page(token: str) -> str:
    return settings().public_url.rstrip("/") + routes.reset(token)
