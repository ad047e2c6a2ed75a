"""The demo people: each through the front door, as anybody would come in, and only once.

Ada and Bob are teens, Min is a child whose parent has not answered yet, Pat is her parent, and
Ada's, Tess a tutor who offers a class, Sam looks after trust and safety, Pia after growth. Ada has
taken a test, then practised every day for a week and learned cards; Bob, her friend, has practised
now and then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import accounts, bank, friends, loops, pairs, tutoring
from vel_tutor.domain.accounts import Browser, Gate, NewAccount
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.tutoring import ClassForm
from vel_tutor.models.accounts import User
from vel_tutor.models.tutoring import ClassSession
from vel_tutor.vocabulary import AgeBand, Role, Subject
from vt import exam, halls, week

PASSWORD = "seven sails at sea"  # noqa: S105 (of demo people, in development only)
BROWSER = Browser(device="Demo")
JOINED_AGO = timedelta(days=8)
NEW_YORK = "America/New_York"
ADAS_TEST = DiagnosticChoice(subject=Subject.MATH, grade=8)
ADAS_ABILITY = 1.9
"""In logits: a little above the middle of her grade."""
ADAS_CARDS = "math_linear_functions"
CLASS_IN = timedelta(days=4)


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to sign in as."""

    first_name: str
    sign_in_name: str
    password: str
    who: str


def people() -> list[DemoPerson]:
    """The demo people and their week; whoever is missing is created. The bank is filled first."""
    loops.listen_to_joining()
    bank.fill()
    cast = [_person(name, who, create) for name, who, create in CAST]
    ada, bob = acting("Ada"), acting("Bob")
    exam.sit(ada, ADAS_TEST, ADAS_ABILITY)
    week.live(ada, week.EVERY_DAY)
    week.live(bob, week.NOW_AND_THEN)
    week.study(ada, ADAS_CARDS)
    _befriend(ada, bob)
    _link(ada, acting("Pat"))
    _offer_class(acting("Tess"))
    halls.furnish(staff=acting("Sam"), tutor=acting("Tess"), students=(ada, bob))
    return cast


def _offer_class(tutor: Actor) -> None:
    """A class to book in some days, unless one was offered before."""
    with reading() as tx:
        if tx.session.exec(select(ClassSession)).first():
            return
    day = clock.now() + CLASS_IN
    form = ClassForm(
        subject="math",
        band="6-8",
        day=f"{day:%Y-%m-%d}",
        at="16:00",
        minutes="45",
        seats="6",
        place="https://rooms.example.org/tess",
    )
    tutoring.offer(tutor, form)


def _befriend(one: Actor, other: Actor) -> None:
    """Friends who keep a streak for two, unless they have any."""
    if friends.page(one).total or friends.page(other).asking:
        return
    friends.ask(one, friends.page(other).own.code)
    for question in friends.page(other).asking:
        friends.accept(other, UUID(question.id))
    for friend in friends.page(one).friends:
        pairs.propose(one, UUID(friend.id))
        pairs.propose(other, UUID(friend.id))


def _link(teen: Actor, parent: Actor) -> None:
    """The teen hands the parent a link, unless they are family already."""
    if all(child.user_id != teen.user_id for child in accounts.children(parent)):
        link = accounts.invite_parent(teen, teen.user_id)
        accounts.accept_invitation(parent, link.rpartition("/")[2])


def introduce(people: list[DemoPerson]) -> str:
    """A table of `people` for the terminal."""
    rows = [f"  {p.first_name:<5} {p.sign_in_name:<18} {p.password}   {p.who}" for p in people]
    return "\n".join(["Sign in as", *rows, ""])


def _person(name: str, who: str, create: Callable[[str], None]) -> DemoPerson:
    if _sign_in_name(name) is None:
        create(name)
    return DemoPerson(name, _sign_in_name(name) or "", PASSWORD, who)


def _user(name: str) -> User | None:
    with reading() as tx:
        mine = select(User).where(User.email == _email(name))
        child = select(User).where(User.first_name == name, User.age_band == AgeBand.CHILD)
        return tx.session.exec(mine).first() or tx.session.exec(child).first()


def _sign_in_name(name: str) -> str | None:
    """What the demo person called `name` signs in with, if there is such a person."""
    user = _user(name)
    return (user.email or user.sign_in_name) if user else None


def acting(name: str) -> Actor:
    """Whoever is called `name`, acting."""
    user = _user(name)
    if user is None:
        raise LookupError(name)
    return accounts.actor_of(user.id)


def _email(name: str) -> str:
    return f"{name.lower()}@example.org"


def _teen(name: str) -> None:
    with clock.stopped(clock.now() - JOINED_AGO):
        accounts.sign_up(_form(name, grade="8", email=_email(name)), _gate(14), BROWSER)


def _child(name: str) -> None:
    accounts.sign_up(_form(name, grade="4", parent_email=_email("Pat")), _gate(10), BROWSER)


def _parent(name: str) -> None:
    accounts.sign_up(_form(name, email=_email(name), role=Role.PARENT), _gate(40), BROWSER)


def _tutor(name: str) -> None:
    accounts.open_staff_account(name, _email(name), PASSWORD, Role.TUTOR)


def _product_manager(name: str) -> None:
    accounts.open_staff_account(name, _email(name), PASSWORD, Role.PRODUCT_MANAGER)


def _trust_safety(name: str) -> None:
    accounts.open_staff_account(name, _email(name), PASSWORD, Role.TRUST_SAFETY)


def _form(name: str, **fields: str) -> NewAccount:
    return NewAccount(first_name=name, password=PASSWORD, time_zone=NEW_YORK, **fields)


def _gate(years: int) -> Gate:
    """The age gate as somebody `years` old leaves it."""
    passed = accounts.open_gate(accounts.pass_gate("1", "1", str(clock.now().year - years)))
    if passed is None:
        raise RuntimeError("the age gate does not know its own token")
    return passed


CAST: tuple[tuple[str, str, Callable[[str], None]], ...] = (
    ("Ada", "student, 14", _teen),
    ("Bob", "student, 14, her friend", _teen),
    ("Min", "child, 10, waiting for her parent", _child),
    ("Pat", "parent of Ada, and of Min", _parent),
    ("Tess", "tutor", _tutor),
    ("Sam", "staff, trust and safety", _trust_safety),
    ("Pia", "staff, product manager", _product_manager),
)
