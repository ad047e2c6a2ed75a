"""Four people get something ready together: who did what, where, when, why, and what came of it."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.content.facts import Fact, Line, Telling, capital
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, Person, clock, rolls, some


@dataclass(frozen=True)
class Job:
    did: str
    do: str
    place: str
    reason: str
    effect: str
    guess: str
    """A reason that could be, but that the passage does not give."""


@dataclass(frozen=True)
class Occasion:
    title: str
    opening: str
    closing: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True)
class Helping:
    occasion: Occasion
    people: tuple[Person, ...]
    jobs: tuple[Job, ...]
    starts: tuple[int, ...]
    unused: tuple[Job, ...]
    """Jobs of the same occasion that nobody in the passage does."""
    stranger: Person
    way: int


OCCASIONS: tuple[Occasion, ...] = tuple(
    Occasion(**{**row, "jobs": tuple(Job(**job) for job in row["jobs"])})
    for row in table("helping")["occasions"]
)


@lru_cache(maxsize=512)
def draw(seed: int) -> Helping:
    """Four people, four jobs of one occasion, four different times."""
    rng = rolls("helping", seed)
    occasion = rng.choice(OCCASIONS)
    jobs = some(rng, occasion.jobs, len(occasion.jobs))
    starts = some(rng, range(60, 360, 15), 4)
    *people, stranger = some(rng, PEOPLE, 5)
    way = rng.randrange(6)
    return Helping(occasion, tuple(people), jobs[:4], starts, jobs[4:], stranger, way)


@lru_cache(maxsize=512)
def tell(world: Helping) -> Telling:
    """One paragraph for two people, so that it is always clear who is meant."""
    told = [_job_lines(world, place) for place in range(len(world.people))]
    return Telling(
        world.occasion.title,
        (
            (Line(world.occasion.opening),),
            (*told[0], *told[1]),
            (*told[2], *told[3]),
            (Line(world.occasion.closing),),
        ),
    )


def _job_lines(world: Helping, place: int) -> tuple[Line, ...]:
    who, job, at = world.people[place], world.jobs[place], clock(world.starts[place])
    facts = (
        Fact(who.name, "did", job.did),
        Fact(who.name, "place", job.place),
        Fact(who.name, "time", at),
    )
    reason, effect = Fact(job.do, "reason", job.reason), Fact(job.do, "effect", job.effect)
    first = (
        f"At {at}, {who.name} {job.did} {job.place}.",
        f"{who.name} {job.did} {job.place} at {at}.",
        f"{capital(job.place)}, {who.name} {job.did} at {at}.",
    )[(world.way + place) % 3]
    why = (
        f"{who.cap} did it because {job.reason}.",
        f"{who.cap} chose this job because {job.reason}.",
    )[(world.way + place) % 2]
    then = (f"After that, {job.effect}.", f"Thanks to this work, {job.effect}.")[
        (world.way // 2 + place) % 2
    ]
    return (Line(first, facts), Line(why, (reason,)), Line(then, (effect,)))
