"""Rules applied to people: who may, read from a notice with rules and short notes."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, Person, rolls, some


@dataclass(frozen=True)
class House:
    """A place with a rule of three parts, all of which must hold."""

    title: str
    may: str
    test: str
    tested: str
    untested: str
    bring: str


_HOUSES = tuple(House(**row) for row in table("houses")["houses"])


@dataclass(frozen=True)
class Case:
    """One person: old enough, tested, equipped?"""

    person: Person
    age: int
    tested: bool
    thing: bool


@dataclass(frozen=True)
class Desk:
    house: House
    limit: int
    cases: tuple[Case, ...]
    """Exactly one of them fits; each of the others fails in one way."""
    way: int


@lru_cache(maxsize=512)
def _desk(seed: int) -> Desk:
    rng = rolls("desk", seed)
    limit = rng.randrange(9, 13)
    older, younger = limit + rng.randrange(3), limit - 1 - rng.randrange(2)
    fails = ["age", "tested", "thing", rng.choice(("age", "tested", "thing")), ""]
    rng.shuffle(fails)
    cases = tuple(
        Case(
            person,
            younger if fail == "age" else rng.choice((older, limit)),
            fail != "tested",
            fail != "thing",
        )
        for person, fail in zip(some(rng, PEOPLE, 5), fails, strict=True)
    )
    return Desk(rng.choice(_HOUSES), limit, cases, rng.randrange(4))


def _tell(desk: Desk) -> Telling:
    house = desk.house
    rules = (
        Line(f"Here is who may {house.may}."),
        Line(
            f"You must be at least {desk.limit} years old.", (Fact("rule", "age", str(desk.limit)),)
        ),
        Line(f"You must {house.test}.", (Fact("rule", "tested", house.test),)),
        Line(f"You must also bring {house.bring}.", (Fact("rule", "thing", house.bring),)),
        Line("If one of these is missing, you have to wait for another day."),
    )
    people = [_notes(desk, turn, case) for turn, case in enumerate(desk.cases)]
    return Telling(
        house.title,
        (
            rules,
            (Line("Five friends stand at the desk today."), *people[0], *people[1], *people[2]),
            (*people[3], *people[4]),
        ),
    )


def _notes(desk: Desk, turn: int, case: Case) -> tuple[Line, ...]:
    who, house = case.person, desk.house
    tested = house.tested if case.tested else house.untested
    thing = f"has {house.bring}" if case.thing else f"left {house.bring} at home"
    parts = {
        "age": f"is {case.age} years old",
        "tested": tested,
        "thing": thing,
    }
    first, *rest = sorted(parts, key=lambda part: (len(part) + desk.way + turn) % 3)
    return (
        Line(f"{who.name} {parts[first]}.", (Fact(who.name, first, parts[first]),)),
        Line(
            f"{who.cap} {parts[rest[0]]} and {parts[rest[1]]}.",
            tuple(Fact(who.name, part, parts[part]) for part in rest),
        ),
    )


def _who_may(p: Params) -> Question:
    desk = _desk(p.desk)
    told = _tell(desk)
    key = next(case for case in desk.cases if _fails(desk, case) == "")
    return Question(
        stem=f"Who may {desk.house.may} today?",
        key=key.person.name,
        wrong={
            f"place_{turn}": Slip(case.person.name, _why_not(desk, told, case))
            for turn, case in enumerate(desk.cases)
            if case is not key
        },
        hints=(
            "All three rules must hold at the same time.",
            "Go through the five friends one by one and cross out whoever breaks a rule.",
        ),
        steps=(
            Step("Old enough:", told.quote(key.person.name, "age"), f"{key.age} years"),
            Step("The second rule:", told.quote(key.person.name, "tested"), "fits"),
            Step("The third rule:", told.quote(key.person.name, "thing"), "fits"),
            Step("Each of the others breaks one rule."),
        ),
        passage=told.text,
        same=desk,
    )


def _fails(desk: Desk, case: Case) -> str:
    if case.age < desk.limit:
        return "age"
    return "" if case.tested and case.thing else "thing" if case.tested else "tested"


def _why_not(desk: Desk, told: Telling, case: Case) -> str:
    fails = _fails(desk, case)
    rule = {"age": "first", "tested": "second", "thing": "third"}[fails]
    return f"{case.person.name} breaks the {rule} rule. {look(told.quote(case.person.name, fails))}"


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Read age, test and thing from the sentences about this person."""
    desk = _desk(p.desk)
    names = tuple(case.person.name for case in desk.cases)
    spoken = " ".join(reader.about(q.passage, answer, names))
    ages = [number for number in range(30) if reader.says(spoken, f"is {number} years old")]
    limit = next(n for n in range(30) if reader.says(q.passage, f"at least {n} years old"))
    return (
        min(ages, default=0) >= limit
        and reader.says(spoken, desk.house.tested)
        and reader.says(spoken, f"has {desk.house.bring}")
    )


FAMILIES = (
    asking(
        Asking(
            id="reading.rules.who_may",
            skill="reading.rules",
            grade=5,
            time_s=90,
            params={"desk": range(6000)},
            make=_who_may,
            slips=tuple(f"place_{turn}" for turn in range(5)),
            checker=_checks,
        )
    ),
)
