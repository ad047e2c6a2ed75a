"""Ages, names and time limits: pure decisions about people."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from vel_tutor.vocabulary import GRADES, STAFF, AgeBand, ConsentDeed, ConsentScope, Role, Standing

_ADULT_ROLES: dict[Role, Standing] = {
    Role.PARENT: Standing.PARENT,
    Role.TUTOR: Standing.TUTOR,
    Role.PRODUCT_MANAGER: Standing.PRODUCT_MANAGER,
    Role.COMPLIANCE: Standing.COMPLIANCE,
    Role.TRUST_SAFETY: Standing.TRUST_SAFETY,
    Role.ADMIN: Standing.ADMIN,
}
_STUDENT_BANDS: dict[AgeBand, Standing] = {
    AgeBand.CHILD: Standing.CHILD,
    AgeBand.TEEN: Standing.TEEN,
    AgeBand.ADULT: Standing.ADULT,
}
LEARNER_IDLE = timedelta(hours=24)
LEARNER_ABSOLUTE = timedelta(days=30)
STAFF_IDLE = timedelta(minutes=30)
STAFF_ABSOLUTE = timedelta(hours=12)
"""How long a sign-in lasts unused, and at the most (ASVS 7.3; `STAFF_*` for staff)."""

TEEN_FROM = 13
ADULT_FROM = 18
"""Years; the first is COPPA's line, 16 CFR 312.2."""
EARLIEST_YEAR = 1900
CHILD_GRADE = 6
"""Somebody who picks this grade or a lower one is most likely a child, whatever the date says."""
LONGEST_NAME = 40
LONGEST_EMAIL = 254

GATE_KEPT = timedelta(hours=24)
CONSENT_LINK_LIVES = timedelta(days=7)
RESET_LINK_LIVES = timedelta(hours=1)
REVOKE_LINK_LIVES = timedelta(days=366)
SECOND_LETTER_AFTER = timedelta(hours=24)
UNCONFIRMED_KEPT = timedelta(days=14)
FAMILY_REQUEST_LIVES = timedelta(days=14)
NO_STANDS = timedelta(days=30)
"""How long a parent who was told no is not heard again by the same child."""
MOST_INVITATIONS = 5
"""Links to become a parent of one child that are open at once."""
LEAST_NAME = 3
"""Characters of what somebody signs in with."""
MOST_RESENDS = 3
"""A day, beyond the first mail."""
MOST_CORRECTIONS = 2
SEEN_EVERY = timedelta(minutes=1)
"""How exactly we know when somebody was last here."""


def standing(role: Role, band: AgeBand, *, waits_for_consent: bool) -> Standing:
    """As whom a person with `role` in age band `band` acts."""
    if role is not Role.STUDENT:
        return _ADULT_ROLES[role]
    return Standing.LOCKED_CHILD if waits_for_consent else _STUDENT_BANDS[band]


def lifetimes(role: Role) -> tuple[timedelta, timedelta]:
    """How long a sign-in of `role` may be idle, and may live."""
    learner = role in {Role.STUDENT, Role.PARENT}
    return (LEARNER_IDLE, LEARNER_ABSOLUTE) if learner else (STAFF_IDLE, STAFF_ABSOLUTE)


def sign_in_is_over(role: Role, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether a sign-in has been idle or alive for too long."""
    idle, absolute = lifetimes(role)
    return now - seen_at > idle or now - created_at > absolute


def birth_date(day: str, month: str, year: str, today: date) -> date | None:
    """The date somebody typed, or None when there was no such day in living memory."""
    try:
        born = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
    return born if born.year >= EARLIEST_YEAR and born <= today else None


def age_band(born: date, today: date) -> AgeBand:
    """The band of somebody `born` then; whoever was born on 29 February turns on 1 March."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if years < TEEN_FROM:
        return AgeBand.CHILD
    return AgeBand.TEEN if years < ADULT_FROM else AgeBand.ADULT


def grade(typed: str) -> int | None:
    """The grade somebody chose, 0..13, or None when it is not on the list."""
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) in GRADES else None


def sounds_like_a_child(band: AgeBand, chosen_grade: int | None) -> bool:
    """Whether a grade says otherwise than the date did (COPPA: actual knowledge)."""
    return band is AgeBand.TEEN and chosen_grade is not None and chosen_grade <= CHILD_GRADE


def first_name(typed: str) -> str | None:
    """A name in NFC: 1..40 letters, marks, single spaces and `'` `-` `.`; None for others."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not 1 <= len(name) <= LONGEST_NAME or not name[0].isalpha():
        return None
    marks = 0
    for character in name:
        kind = unicodedata.category(character)
        marks = marks + 1 if kind[0] == "M" else 0
        if marks > 2 or not (kind[0] in "LM" or character in " '’-."):  # noqa: RUF001
            return None
    return name


MEETING = frozenset({ConsentScope.FRIENDS, ConsentScope.PRESENCE})
"""What is off for whoever the staff has stopped from meeting others."""
VIRAL_SCOPES: tuple[ConsentScope, ...] = (
    ConsentScope.INVITING,
    ConsentScope.PRESENCE,
    ConsentScope.FRIENDS,
    ConsentScope.CARDS,
    ConsentScope.FEED,
)
"""What shows somebody to others, or asks others in: all that "viral off" turns off at once."""


def usual_scopes(standing: Standing) -> frozenset[ConsentScope]:
    """What is on before any parent has switched anything; to a child only learning is open."""
    if standing in {Standing.LOCKED_CHILD, Standing.ANONYMOUS}:
        return frozenset()
    if standing is Standing.CHILD:
        return frozenset({ConsentScope.LEARNING})
    if standing in STAFF:
        return frozenset({ConsentScope.LEARNING, ConsentScope.NOTICES})
    return frozenset(ConsentScope) - {ConsentScope.RECORDING, ConsentScope.REEL}


def scopes(
    standing: Standing, deeds: Mapping[ConsentScope, ConsentDeed]
) -> frozenset[ConsentScope]:
    """What is on, where `deeds` is the last that was done about each scope.

    Whoever waits for a parent has nothing on. `LEARNING` is the standing itself and has no switch.
    """
    usual = usual_scopes(standing)
    if not usual:
        return usual
    switched = {scope: deed for scope, deed in deeds.items() if scope is not ConsentScope.LEARNING}
    on = {scope for scope, deed in switched.items() if deed is ConsentDeed.GIVEN}
    off = {scope for scope, deed in switched.items() if deed is ConsentDeed.REVOKED}
    return (usual | on) - off


def hint(email: str) -> str:
    """`p***t@e***e.org`: enough to see a typing mistake, too little to learn the address."""
    local, _, domain = email.partition("@")
    name, _, ending = domain.rpartition(".")
    return f"{_masked(local)}@{_masked(name)}.{ending}"


def masked_name(typed: str) -> str:
    """What somebody signs in with, for whoever typed it: an address or a name, mostly left out."""
    return hint(typed) if "@" in typed else f"{typed[:2]}***{typed[-2:]}"


def _masked(word: str) -> str:
    return f"{word[:1]}***{word[-1:] if len(word) > 2 else ''}"
