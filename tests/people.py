"""The people of our tests, each through the front door.

ada and bob are teens and friends, min is a child whose parent has not answered, lea one whose
parent said yes, pat a parent, tess a tutor, sam looks after trust and safety. All have `PASSWORD`;
their addresses are `ada@example.org` and so on, and min and lea sign in by `sign_in_name`.
"""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, Gate, NewAccount, SignedIn
from vel_tutor.vocabulary import AgeBand, Role

PASSWORD = "seven sails at sea"  # noqa: S105
ZONE = "America/New_York"
MONDAY, SATURDAY = 0, 5


def local(weekday: int, hour: int, minute: int = 0) -> datetime:
    """The next such moment where people live, at least a day from now; Monday is 0."""
    today = clock.now().astimezone(ZoneInfo(ZONE))
    day = today.date() + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    there = datetime.combine(day, time(hour, minute), ZoneInfo(ZONE))
    return there.astimezone(UTC)


def gate(years: int) -> Gate:
    """The age gate as somebody `years` old leaves it."""
    today = clock.now().date()
    born = date(today.year - years, 1, 1)
    token = accounts.pass_gate("1", "1", str(born.year))
    passed = accounts.open_gate(token)
    assert passed is not None
    return passed


def student(name: str, years: int = 15, grade: int = 9, visitor_id: str = "") -> SignedIn:
    """Sign a student up who is old enough to do it alone."""
    form = NewAccount(
        first_name=name,
        email=f"{name.lower()}@example.org",
        password=PASSWORD,
        time_zone=ZONE,
        grade=str(grade),
    )
    return accounts.sign_up(form, gate(years), Browser(device="Firefox", visitor_id=visitor_id))


def child(name: str, parent_email: str, visitor_id: str = "") -> SignedIn:
    """Sign a child up; the account is locked."""
    form = NewAccount(
        first_name=name,
        parent_email=parent_email,
        password=PASSWORD,
        time_zone=ZONE,
        grade="4",
    )
    return accounts.sign_up(form, gate(10), Browser(device="Tablet", visitor_id=visitor_id))


def parent(name: str) -> SignedIn:
    """Sign a parent up."""
    form = NewAccount(
        first_name=name,
        email=f"{name.lower()}@example.org",
        password=PASSWORD,
        time_zone=ZONE,
        role=Role.PARENT,
    )
    return accounts.sign_up(form, gate(40), Browser(device="Safari"))


def staff(name: str, role: Role) -> SignedIn:
    """Open a staff account and sign it in."""
    email = f"{name.lower()}@example.org"
    accounts.open_staff_account(name, email, PASSWORD, role)
    return accounts.sign_in(email, PASSWORD, Browser(device="Chrome"))


def acting(signed_in: SignedIn) -> Actor:
    """Whoever has just been signed in, as they stand now."""
    actor = accounts.actor_for(signed_in.token)
    assert actor is not None
    return actor


def mailed_link(page: str, to: str = "") -> str:
    """The token of the last mailed link to `page` (`consent`, `parent-stop`, `new-password`)."""
    for letter in accounts.mailbox():
        for link in letter.links:
            *_, name, token = link.split("/")
            if name == page and to in letter.recipient:
                return token
    raise AssertionError(f"no letter holds a link to {page}")


def family_link(student: SignedIn) -> str:
    """The token of a link with which a teen makes a parent of whoever opens it."""
    return accounts.invite_parent(acting(student), student.user_id).rpartition("/")[2]


def parent_of(child: Actor, name: str = "Pat") -> Actor:
    """A parent whom the guardian of a child has let in by the mailed link."""
    theirs = acting(parent(name))
    accounts.ask_for_child(theirs, accounts.settings_of(child).profile.sign_in_name)
    [asked] = accounts.family_of(theirs).asked
    with transaction() as tx:
        accounts.pass_on_request(tx, UUID(asked.id))
    accounts.answer_by_mail(mailed_link("family-link"), Browser(), yes=True)
    return theirs


@pytest.fixture
def ada(clean_world: None) -> Actor:
    """A teen who practises every day."""
    return acting(student("Ada"))


@pytest.fixture
def bob(clean_world: None) -> Actor:
    """Her friend, of her age."""
    return acting(student("Bob"))


@pytest.fixture
def min(clean_world: None) -> Actor:
    """A child whose parent has not answered yet."""
    return acting(child("Min", "pat.of.min@example.org"))


@pytest.fixture
def lea(clean_world: None) -> Actor:
    """A child whose parent has said yes."""
    signed_in = child("Lea", "pat.of.lea@example.org")
    accounts.give_consent(mailed_link("consent", to="pat.of.lea"), Browser(address="198.51.100.7"))
    actor = acting(signed_in)
    assert actor.standing.value == AgeBand.CHILD.value
    return actor


@pytest.fixture
def pat(clean_world: None) -> Actor:
    """A parent."""
    return acting(parent("Pat"))


@pytest.fixture
def tess(clean_world: None) -> Actor:
    """A tutor."""
    return acting(staff("Tess", Role.TUTOR))


@pytest.fixture
def alex(clean_world: None) -> Actor:
    """An admin, who decides what sam decides, too."""
    return acting(staff("Alex", Role.ADMIN))


@pytest.fixture
def sam(clean_world: None) -> Actor:
    """Somebody on the staff, for trust and safety."""
    return acting(staff("Sam", Role.TRUST_SAFETY))
