"""Everyday texts: a notice for an event, read for one detail among others of the same kind."""

from functools import lru_cache
from random import Random

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import DAYS, NAMES, clock, rolls, some

_EVENTS = (
    "Kite Day", "Seed Swap", "Fix-It Day", "Star Night", "Puppet Show", "Park Clean-Up",
    "Chess Day", "Bike Day", "Big Picnic", "Bird Walk", "Sing-Along", "Toy Swap",
)  # fmt: skip
_PLACES = (
    "at the pond", "in the gym", "on the hill", "by the big oak", "at the red gate", "in the barn",
    "on the bridge", "at the old mill", "by the swings", "in the hall", "at the bus stop",
    "on the lawn",
)  # fmt: skip
_THINGS = (
    "a hat", "a cup", "old gloves", "a blanket", "a pencil", "warm socks", "a small bag",
    "a long rope", "a cushion", "two apples", "a flashlight", "an old shirt",
)  # fmt: skip
_KINDS = ("time", "place", "thing", "day", "person")
_NEEDED = {"time": "start", "place": "meet", "thing": "bring", "day": "day", "person": "ask"}
_ASKS = {
    "time": "When does {event} start?",
    "place": "It is a dry day. Where do you meet?",
    "thing": "What should each guest bring?",
    "day": "On which day is {event}?",
    "person": "Who can answer your questions?",
}
_ABOUT = {
    "start": "That is when it starts",
    "end": "That is when it ends",
    "helpers": "That is when the helpers come",
    "snack": "That is when the snack is handed out",
    "bus": "That is when the bus leaves",
    "gate": "That is when the gate opens",
    "clean": "That is when everybody cleans up",
    "meet": "That is where guests meet",
    "rain_place": "That is where it is if it rains",
    "set_up": "That is where the helpers meet",
    "water": "That is where the water is",
    "bring": "That is what guests bring",
    "not_needed": "You do not need that",
    "given": "You get that there",
    "home": "That must stay at home",
    "day": "That is the day of the event",
    "rain_day": "That is the day if it rains",
    "sign_up": "That is the last day to sign up",
    "map_day": "That is the day the map comes",
    "ticket_day": "That is the day the tickets come",
    "photo_day": "That is the day you can see the photos",
    "cup_day": "That is the day to bring back the cups",
    "ask": "That is who answers questions",
    "songs": "That person leads the songs",
    "tickets": "That person has the tickets",
    "first_aid": "That person helps if you get hurt",
}
_BEFORE = {"time": ("helpers", "bus", "gate"), "day": ("sign_up", "map_day", "ticket_day")}
_AFTER = {"time": ("snack", "end", "clean"), "day": ("rain_day", "photo_day", "cup_day")}
_ROLES = {
    "time": ("start", *_BEFORE["time"], *_AFTER["time"]),
    "place": ("meet", "rain_place", "set_up", "water"),
    "thing": ("bring", "not_needed", "given", "home"),
    "day": ("day", *_BEFORE["day"], *_AFTER["day"]),
    "person": ("ask", "songs", "tickets", "first_aid"),
}


@lru_cache(maxsize=512)
def _drawn(seed: int) -> dict[str, str]:
    """The event, and a value for every role in this notice; no value is used twice."""
    rng = rolls("notice", seed)
    start, day = rng.randrange(180, 300, 15), rng.randrange(4)
    earlier = rng.randrange(4)
    gaps = [15 * step for step in sorted(some(rng, range(1, 7), 3))]
    times = {"start": start, **_around(rng, "time", earlier, start, gaps)}
    days = {"day": earlier + day, **_around(rng, "day", earlier, earlier + day, [1, 2, 3])}
    others = {
        role: value
        for kind, pool in (("place", _PLACES), ("thing", _THINGS), ("person", NAMES))
        for role, value in zip(_ROLES[kind], some(rng, pool, 4), strict=True)
    }
    return {
        "event": rng.choice(_EVENTS),
        "way": str(rng.randrange(2)),
        **{role: clock(minutes) for role, minutes in times.items()},
        **{role: DAYS[place % 7] for role, place in days.items()},
        **others,
    }


def _around(rng: Random, kind: str, earlier: int, at: int, gaps: list[int]) -> dict[str, int]:
    """`earlier` roles before `at` and the rest of three after it, so that no order is usual."""
    before = some(rng, _BEFORE[kind], earlier)
    after = some(rng, _AFTER[kind], 3 - earlier)
    return {
        **{role: at - gap for role, gap in zip(before, gaps, strict=False)},
        **{role: at + gap for role, gap in zip(after, gaps, strict=False)},
    }


_SECTIONS = (
    (
        ("", "Come to {event}!"),
        ("day", "It is on {day}."),
        ("meet", "We meet {meet}."),
        ("start", "It starts at {start}."),
        ("end", "It ends at {end}."),
        ("snack", "There is a snack at {snack}."),
    ),
    (
        ("bring", "Please bring {bring}."),
        ("not_needed", "You do not need {not_needed}."),
        ("given", "We will give you {given} when you come."),
        ("home", "Leave {home} at home."),
    ),
    (
        ("helpers", "Helpers come at {helpers}."),
        ("set_up", "The helpers meet {set_up}."),
        ("bus", "The bus leaves at {bus}."),
        ("gate", "The gate opens at {gate}."),
        ("water", "You will find water {water}."),
        ("rain_day", "If it rains, come on {rain_day}."),
        ("rain_place", "If it rains, we will be {rain_place}."),
        ("clean", "We all clean up at {clean}."),
    ),
    (
        ("sign_up", "Sign up by {sign_up}."),
        ("map_day", "The map comes on {map_day}."),
        ("ticket_day", "The tickets come on {ticket_day}."),
        ("photo_day", "You can see the photos on {photo_day}."),
        ("cup_day", "Bring back the cups on {cup_day}."),
        ("tickets", "{tickets} has the tickets."),
        ("songs", "{songs} leads the songs."),
        ("first_aid", "Are you hurt? Find {first_aid}."),
        ("ask", "Do you have a question? Ask {ask}."),
    ),
)
"""Each sentence and the role it tells; only roles that were drawn are told."""


def _notice(seed: int) -> Telling:
    is_ = _drawn(seed)
    sections = tuple(
        tuple(
            Line(text.format(**is_), (Fact("it", role, is_[role]),) if role else ())
            for role, text in section
            if not role or role in is_
        )
        for section in _SECTIONS
    )
    order = (0, 1, 2, 3) if is_["way"] == "0" else (0, 2, 1, 3)
    return Telling(is_["event"], tuple(sections[place] for place in order))


def _ask(p: Params) -> Question:
    told, is_ = _notice(p.notice), _drawn(p.notice)
    needed = _NEEDED[p.kind]
    quote = told.quote("it", needed)
    return Question(
        stem=_ASKS[p.kind].format(event=is_["event"]),
        key=is_[needed],
        wrong={
            role: Slip(is_[role], f"{_ABOUT[role]}. {look(told.quote('it', role))}")
            for role in _ROLES[p.kind]
            if role != needed and role in is_
        },
        hints=(
            "A notice tells many small things. Look for just the one you are asked about.",
            f"There are four answers of this kind in the notice. {_HINTS[p.kind]}",
        ),
        steps=(Step("The notice says it here.", quote, is_[needed]),),
        passage=told.text,
        same=tuple(sorted(is_.items())),
    )


_HINTS = {
    "time": "Find the word “starts”.",
    "place": "Find the words “We meet”.",
    "thing": "Find the words “Please bring”.",
    "day": "Read the start of the notice again.",
    "person": "Find the word “question”.",
}
_SIGNS = {
    "time": "starts at {}",
    "place": "we meet {}",
    "thing": "please bring {}",
    "day": "it is on {}",
    "person": "ask {}",
}


def _checks(p: Params, q: Question, answer: str) -> bool:
    return reader.says(q.passage, _SIGNS[p.kind].format(answer))


FAMILIES = tuple(
    asking(
        Asking(
            id=f"reading.notice.{name}",
            skill="reading.everyday_texts",
            grade=2,
            time_s=60,
            params={"notice": range(6000), "kind": kinds},
            make=_ask,
            slips=tuple(role for kind in kinds for role in _ROLES[kind] if role != _NEEDED[kind]),
            checker=_checks,
        )
    )
    for name, kinds in (("when", ("time", "day")), ("what", ("place", "thing", "person")))
)
