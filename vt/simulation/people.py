"""Who the made-up people are: how keen, how able, how sociable, and whom they know."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from uuid import UUID

from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, NewAccount, NewChild, SignedIn
from vel_tutor.vocabulary import Role

PASSWORD = "made up of made up words"  # noqa: S105 (of people who do not exist)
ZONE = "America/New_York"
GRADE = 8
CHILDS_GRADE = 4
_CONSENT = routes.consent("")
BORN_AGO = {Role.STUDENT: 15, Role.PARENT: 41}
KNOWN_BY_EACH = 4
"""Outsiders each person could invite; many of them are known to others too."""


Likely = tuple[float, float]
"""How a likelihood is spread over people: the two parameters of a beta distribution."""


@dataclass(frozen=True)
class Nature:
    """How the people of a town are, on the whole; each of them differs."""

    opens: Likely = (5, 3)
    plays: Likely = (6, 2)
    joins: Likely = (4, 3)
    keen: Likely = (2, 4)
    sociable: Likely = (2, 2)


@dataclass
class Outsider:
    """Somebody who is not here yet, with one phone, and a mind of their own about invitations."""

    number: int
    role: Role
    opens: float
    plays: float
    joins: float
    hesitates_h: float
    """Hours between playing and joining, on average."""
    knows: float
    has_joined: bool = False

    @property
    def visitor_id(self) -> str:
        """What the cookie of their phone says."""
        return f"made-up-{self.number}"


@dataclass
class Person:
    """Somebody with an account."""

    user_id: UUID
    role: Role
    keen: float
    """How likely they practise on a day."""
    knows: float
    """How likely they are right about a question of their grade."""
    sociable: float
    """How likely they act on a prompt."""
    circle: list[Outsider] = field(default_factory=list)
    parent: "Person | None" = None
    children: list[UUID] = field(default_factory=list)

    @property
    def actor(self) -> Actor:
        """The person as they stand at this moment."""
        return accounts.actor_of(self.user_id)


class Town:
    """Where the people come from; the same draws for the same seed."""

    def __init__(self, rng: Random, nature: Nature) -> None:
        self._rng = rng
        self._nature = nature
        self._numbers = count(1)
        self._outsiders: dict[Role, list[Outsider]] = {role: [] for role in BORN_AGO}

    def grow(self, role: Role, size: int) -> None:
        """Let `size` more outsiders of that role live here."""
        self._outsiders[role].extend(self._outsider(role) for _ in range(size))

    def _outsider(self, role: Role) -> Outsider:
        draw = self._rng
        return Outsider(
            number=next(self._numbers),
            role=role,
            opens=draw.betavariate(*self._nature.opens),
            plays=draw.betavariate(*self._nature.plays),
            joins=draw.betavariate(*self._nature.joins),
            hesitates_h=draw.choice((0.0, 0.0, 0.1, 5.0, 30.0)),
            knows=draw.betavariate(5, 2),
        )

    def settle(self, user_id: UUID, role: Role, knows: float) -> Person:
        """The person behind a new account, who knows some of the outsiders."""
        draw = self._rng
        crowd = self._outsiders[role]
        return Person(
            user_id=user_id,
            role=role,
            keen=draw.betavariate(*self._nature.keen),
            knows=knows,
            sociable=draw.betavariate(*self._nature.sociable),
            circle=draw.sample(crowd, min(KNOWN_BY_EACH, len(crowd))),
        )

    def newcomer(self, role: Role) -> Outsider:
        """Somebody who comes by themselves, whom nobody here knows."""
        return self._outsider(role)


def names() -> Iterator[str]:
    """First names that no two have: Ava, Avaa and so on are as good as any."""
    for number in count():
        letters = ""
        while True:
            number, rest = divmod(number, 26)
            letters += chr(ord("a") + rest)
            if not number:
                break
        yield f"Sim{letters}"


_names = names()


def sign_up(who: Outsider, *, keeps_cookie: bool = True) -> SignedIn:
    """Open an account for `who` through the front door, on their own phone."""
    name = next(_names)
    years = BORN_AGO[who.role]
    passed = accounts.open_gate(accounts.pass_gate("1", "1", str(clock.now().year - years)))
    if passed is None:
        raise RuntimeError("the age gate does not know its own token")
    form = NewAccount(
        first_name=name,
        email=f"{name.lower()}@simulation.example.org",
        password=PASSWORD,
        time_zone=ZONE,
        grade=str(GRADE) if who.role is Role.STUDENT else "",
        role=who.role,
    )
    visitor_id = who.visitor_id if keeps_cookie else ""
    return accounts.sign_up(form, passed, Browser(device="Made up", visitor_id=visitor_id))


def add_child(parent: Actor) -> UUID:
    """A child's account, made by the parent and opened by the link in their mail."""
    name = next(_names)
    child_id = accounts.add_child(
        parent,
        NewChild(first_name=name, grade=str(CHILDS_GRADE), password=PASSWORD),
        Browser(device="Made up"),
    )
    mailbox = accounts.settings_of(parent).profile.email
    link = next(
        link
        for letter in accounts.mailbox()
        if letter.recipient == mailbox
        for link in letter.links
        if link.startswith(_CONSENT)
    )
    accounts.give_consent(link.rpartition("/")[2], Browser(device="Made up"))
    return child_id
