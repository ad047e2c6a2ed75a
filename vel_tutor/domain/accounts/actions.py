"""Opening, changing and closing accounts."""

import secrets
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import asking, emails, joining, names, passwords, rules, vault
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.domain.accounts.queries import profile
from vel_tutor.domain.accounts.refusals import (
    EmailDisposable,
    EmailOdd,
    EmailTaken,
    GradeOdd,
    NameOdd,
    RoleOdd,
    SoundsLikeAChild,
    ZoneOdd,
)
from vel_tutor.domain.accounts.signing_in import end_sign_ins, open_sign_in
from vel_tutor.domain.accounts.views import Browser, Gate, NewAccount, ProfileView, SignedIn
from vel_tutor.models.accounts import TimeZoneChoice, User
from vel_tutor.vocabulary import MEMBERS, TIME_ZONES, AgeBand, AuditAction, Role, Standing


def sign_up(form: NewAccount, gate: Gate, browser: Browser) -> SignedIn:
    """Open an account for whoever came through the `gate`, and sign them in.

    A child's account is locked until the parent answers; only then does the child join (see
    `joining`), and only then is guest play taken over.

    Raises:
        FieldRefusal: one of the fields will not do; its `code` says which and why.
        SoundsLikeAChild: the grade says so; the person has to go the other way round.
        TooMany: too many accounts from this network address.
    """
    safety.spend(safety.SIGN_UP_ADDRESS, browser.address)
    if gate.band is AgeBand.CHILD:
        return _sign_up_child(form, gate, browser)
    email = _email(form.email)
    user = newcomer(form, gate, _role(form.role, gate.band), email)
    if rules.sounds_like_a_child(gate.band, user.grade):
        raise SoundsLikeAChild
    with transaction() as tx:
        add(tx, user)
        joining.join(tx, user.id, _coming(browser), user.role)
        return open_sign_in(tx, user, browser)


def _coming(browser: Browser) -> joining.Coming:
    return joining.Coming(
        visitor_id=browser.visitor_id,
        origin_hash=vault.origin_hash(browser.address, browser.device),
    )


def _sign_up_child(form: NewAccount, gate: Gate, browser: Browser) -> SignedIn:
    email = asking.parent_email(form.parent_email)
    user = newcomer(form, gate, Role.STUDENT, email)
    user.consent_needed = True
    safety.spend(safety.PARENT_EMAIL, email)
    with transaction() as tx:
        user.sign_in_name = free_sign_in_name(tx)
        add(tx, user)
        asking.begin(tx, user, email, browser.visitor_id)
        return open_sign_in(tx, user, browser)


def open_staff_account(first_name: str, email: str, password: str, role: Role) -> UUID:
    """An account for a tutor or somebody on the staff; there is no other way to one.

    Raises:
        ValueError: students and parents sign up themselves.
    """
    if role in {Role.STUDENT, Role.PARENT}:
        raise ValueError("students and parents sign up themselves")
    canonical = _email(email)
    user = User(
        role=role,
        first_name=_first_name(first_name),
        email=canonical,
        password_hash=passwords.hash_of(passwords.check(password, first_name, canonical)),
        age_band=AgeBand.ADULT,
    )
    with transaction() as tx:
        add(tx, user)
    return user.id


def change_profile(actor: Actor, first_name: str, time_zone: str, grade: str) -> ProfileView:
    """Change what the actor may change about themselves.

    A grade can show that somebody is a child after all; the account is locked then until a parent
    answers (COPPA: actual knowledge).

    Raises:
        NameOdd, ZoneOdd, GradeOdd: that field will not do.
    """
    actor.must_be(*MEMBERS)
    name, zone = _first_name(first_name), _zone(time_zone)
    with transaction() as tx:
        user = own(tx, actor)
        chosen = _grade(grade, user.role)
        if rules.sounds_like_a_child(user.age_band, chosen) and chosen != user.grade:
            take_as_child(tx, user)
        if zone != user.time_zone:
            tx.session.add(
                TimeZoneChoice(user_id=user.id, left=user.time_zone, chosen=zone, at=tx.now)
            )
        user.first_name, user.time_zone, user.grade = name, zone, chosen
        safety.remember(tx, AuditAction.PROFILE_CHANGED, actor_id=user.id, subject_id=user.id)
        return profile(user)


def close_account(actor: Actor, user_id: UUID) -> None:
    """Close somebody's account and end it on every device.

    Raises:
        NotAllowed: the actor is not on the staff that may.
        NotFound: no open account has that id.
    """
    actor.must_be(Standing.TRUST_SAFETY, Standing.ADMIN)
    with transaction() as tx:
        user = tx.session.exec(
            select(User)
            .where(User.id == user_id, User.closed_at == None)  # noqa: E711
            .with_for_update()
        ).one_or_none()
        if user is None:
            raise NotFound
        user.closed_at = tx.now
        end_sign_ins(tx, user.id)
        tx.publish(StandingChanged(user_id=user.id))
        safety.remember(tx, AuditAction.ACCOUNT_CLOSED, actor_id=actor.user_id, subject_id=user.id)


def newcomer(form: NewAccount, gate: Gate, role: Role, email: str) -> User:
    """The checked form as an account, not stored yet.

    Of a child neither an address nor the date of birth is kept: only that it is a child.
    """
    user = User(
        role=role,
        first_name=_first_name(form.first_name),
        email="" if gate.band is AgeBand.CHILD else email,
        time_zone=_zone(form.time_zone),
        grade=_grade(form.grade, role),
        age_band=gate.band,
    )
    password = passwords.check(form.password, form.first_name, email)
    user.password_hash = passwords.hash_of(password)
    if gate.band is not AgeBand.CHILD:
        user.birth_date_sealed = vault.close(gate.born.isoformat(), f"user.birth_date|{user.id}")
    return user


def add(tx: Transaction, user: User) -> None:
    """Store a new account.

    Raises:
        EmailTaken: the address has an account, perhaps since this very moment.
    """
    user.created_at = tx.now
    try:
        with tx.session.begin_nested():
            tx.session.add(user)
    except IntegrityError as taken:
        raise EmailTaken from taken
    safety.remember(tx, AuditAction.ACCOUNT_CREATED, actor_id=user.id, subject_id=user.id)


def take_as_child(tx: Transaction, user: User) -> None:
    """Treat somebody who signed up alone as a child from now on, locked until a parent answers."""
    user.age_band = AgeBand.CHILD
    user.sign_in_name = user.sign_in_name or free_sign_in_name(tx)
    asking.lock_as_child(tx, user)


def own(tx: Transaction, actor: Actor) -> User:
    """The actor's own row, locked."""
    return tx.session.exec(select(User).where(User.id == actor.user_id).with_for_update()).one()


def free_sign_in_name(tx: Transaction) -> str:
    """A sign-in name that nobody has; there are 27 million."""
    while True:
        name = names.sign_in_name(secrets.randbits(64))
        if tx.session.exec(select(User.id).where(User.sign_in_name == name)).first() is None:
            return name


def _first_name(typed: str) -> str:
    name = rules.first_name(typed)
    if name is None:
        raise NameOdd
    return name


def _email(typed: str) -> str:
    email = emails.canonical(typed)
    if email is None:
        raise EmailOdd
    if emails.is_disposable(email):
        raise EmailDisposable
    return email


def _zone(name: str) -> str:
    if name not in TIME_ZONES:
        raise ZoneOdd
    return name


def _grade(typed: str, role: Role) -> int | None:
    """The grade of a student; nobody else has one."""
    if role is not Role.STUDENT:
        return None
    grade = rules.grade(typed)
    if grade is None:
        raise GradeOdd
    return grade


def _role(typed: str, band: AgeBand) -> Role:
    """Student, or parent for an adult."""
    if typed == Role.STUDENT:
        return Role.STUDENT
    if typed == Role.PARENT and band is AgeBand.ADULT:
        return Role.PARENT
    raise RoleOdd
