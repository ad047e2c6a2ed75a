"""Stories about helpers, asked about in several parts: what is supported, and what came when."""

from itertools import pairwise
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.facts import Telling, look
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.helping import Helping, draw, tell
from vel_tutor.content.worlds.people import NAMES, clock, rolls
from vel_tutor.vocabulary import ItemFormat

WORLDS = range(6000)
_WAYS = ("place", "time", "reason")
_TRUE_OF = {
    "place": "That is the place of",
    "time": "That is the time of",
    "reason": "That is the reason of",
}


def _world(p: Params) -> tuple[Helping, Telling]:
    world = draw(p.world)
    return world, tell(world)


# --- what the text supports -----------------------------------------------------------------------


def _statement(world: Helping, who: int, way: str, of: int) -> str:
    """That this person worked at the place, time or for the reason of that one."""
    name = world.people[who].name
    return {
        "place": f"{name} worked {world.jobs[of].place}.",
        "time": f"{name} began at {clock(world.starts[of])}.",
        "reason": f"{name} helped because {world.jobs[of].reason}.",
    }[way]


def _asked(p: Params) -> tuple[tuple[int, str], ...]:
    """Whom the true statements are about, and in which way."""
    rng = rolls("supported", p.world)
    people, ways = rng.sample(range(4), 4), rng.sample(_WAYS, 3)
    return tuple(zip(people, ways, strict=False))[: p.true]


def _supported(p: Params) -> tuple[str, ...]:
    world, _ = _world(p)
    return tuple(_statement(world, who, way, who) for who, way in _asked(p))


def _mixed_up(p: Params, way: str) -> str:
    """What is true of somebody else."""
    world, _ = _world(p)
    rng = rolls(f"mixed/{way}", p.world)
    who, of = rng.sample(range(4), 2)
    return _statement(world, who, way, of)


def _mixed_feedback(way: str) -> Any:
    def feedback(p: Params) -> str:
        world, told = _world(p)
        who, of = rolls(f"mixed/{way}", p.world).sample(range(4), 2)
        if way == "reason":
            quote = told.quote(world.jobs[of].do, "reason")
        else:
            quote = told.quote(world.people[of].name, way)
        return (
            f"{_TRUE_OF[way]} {world.people[of].name}, not {world.people[who].name}. {look(quote)}"
        )

    return feedback


def _guessed(p: Params) -> str:
    world, _ = _world(p)
    return f"{world.people[p.world % 4].name} helped because {world.jobs[p.world % 4].guess}."


def _stranger(p: Params) -> str:
    world, _ = _world(p)
    return f"{world.people[p.world // 4 % 4].name} worked {world.unused[0].place}."


def _is_told(p: Params, value: Any) -> bool:
    """Split the statement at its verb, and look for its end in what the text says of the name."""
    text = tell(draw(p.world)).text
    name, _, rest = str(value).removesuffix(".").partition(" ")
    phrase = rest.removeprefix("worked ").removeprefix("began at ").removeprefix("helped because ")
    return reader.told_of(text, name, NAMES, phrase)


def _quotes(p: Params) -> tuple[Step, ...]:
    world, told = _world(p)
    return tuple(
        Step(
            "The text says:",
            told.quote(world.jobs[who].do, "reason")
            if way == "reason"
            else told.quote(world.people[who].name, way),
            _statement(world, who, way, who),
        )
        for who, way in _asked(p)
    )


_SUPPORTED = Family(
    id="reading.details.supported",
    skill="reading.details",
    grade=3,
    format=ItemFormat.MULTI,
    time_s=90,
    params={"world": WORLDS, "true": (2, 3)},
    stem="Which of these does the text tell you? Choose all that are right.",
    key=_supported,
    checker=_is_told,
    misconceptions=(
        *(
            Slip(
                f"{way}_of_another",
                lambda p, way=way: _mixed_up(p, way),
                _mixed_feedback(way),
            )
            for way in _WAYS
        ),
        Slip(
            "a_guess",
            _guessed,
            "That could be the reason, but the text never says it. Look for “because”.",
        ),
        Slip(
            "not_in_the_text",
            _stranger,
            lambda p: f"Nobody in the text works {draw(p.world).unused[0].place}.",
        ),
    ),
    hints=(
        "Check the sentences one by one. More than one of them is right.",
        "Find the name first, then read on until the next name comes.",
    ),
    steps=_quotes,
    form=TEXT,
    passage=lambda p: tell(draw(p.world)).text,
    canon=lambda p: (p.world, p.true),
)


# --- what came when -------------------------------------------------------------------------------


def _by_clock(p: Params) -> tuple[int, ...]:
    world, _ = _world(p)
    return tuple(sorted(range(4), key=lambda place: world.starts[place]))


def _named(p: Params, order: tuple[int, ...]) -> tuple[str, ...]:
    world, _ = _world(p)
    return tuple(f"{world.people[at].name} {world.jobs[at].did}." for at in order)


def _swapped(p: Params, one: int, two: int) -> tuple[str, ...]:
    order = list(_by_clock(p))
    order[one], order[two] = order[two], order[one]
    return _named(p, tuple(order))


def _is_in_order(p: Params, value: Any) -> bool:
    """Read the clock time of each name off the text, and see that they only grow."""
    text = tell(draw(p.world)).text
    timed = {
        part.split()[0]: reader.minutes(
            next(
                sentence
                for sentence in reader.about(text, part.split()[0], NAMES)
                if reader.CLOCK.search(sentence)
            )
        )
        for part in value
    }
    return all(one < two for one, two in pairwise(timed.values()))


def _swap_feedback(one: int, two: int) -> Any:
    def feedback(p: Params) -> str:
        world, told = _world(p)
        first, second = (_by_clock(p)[at] for at in (one, two))
        return (
            f"Compare {world.people[first].name} and {world.people[second].name}."
            f" {look(told.quote(world.people[first].name, 'time'))}"
        )

    return feedback


_IN_ORDER = Family(
    id="reading.sequence.all_in_order",
    skill="reading.sequence",
    grade=3,
    format=ItemFormat.ORDER,
    time_s=90,
    params={"world": WORLDS},
    where=(lambda p: _by_clock(p) != (0, 1, 2, 3),),
    stem="Look at the times. Put these in order, from the first to the last.",
    key=lambda p: _named(p, _by_clock(p)),
    checker=_is_in_order,
    misconceptions=(
        Slip(
            "as_told",
            lambda p: _named(p, (0, 1, 2, 3)),
            "That is how the text tells it. Now go by the clock times.",
        ),
        Slip(
            "last_first",
            lambda p: _named(p, _by_clock(p)[::-1]),
            "You began with the last one. The earliest time comes first.",
        ),
        Slip("swaps_first", lambda p: _swapped(p, 0, 1), _swap_feedback(0, 1)),
        Slip("swaps_middle", lambda p: _swapped(p, 1, 2), _swap_feedback(1, 2)),
        Slip("swaps_last", lambda p: _swapped(p, 2, 3), _swap_feedback(2, 3)),
    ),
    hints=(
        "The text does not tell the jobs in the order of the clock.",
        "Write down each name with its time. Then find the smallest time.",
    ),
    steps=lambda p: tuple(
        Step(
            "By the clock:",
            _world(p)[1].quote(_world(p)[0].people[at].name, "time"),
            _world(p)[0].people[at].name,
        )
        for at in _by_clock(p)
    ),
    form=TEXT,
    passage=lambda p: tell(draw(p.world)).text,
    canon=lambda p: p.world,
)

FAMILIES = (_SUPPORTED, _IN_ORDER)
