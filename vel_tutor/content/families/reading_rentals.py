"""A text with rules and a table with prices: only both together give the answer."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, rolls

_PLACES: list[dict[str, Any]] = table("rentals")["places"]
_DAYS = ("on a weekday", "on a weekend day")


@dataclass(frozen=True)
class Rental:
    """The prices of one place: per hour and thing on weekdays and weekends, and the rules."""

    place: dict[str, Any]
    prices: tuple[tuple[int, int], ...]
    off: int
    extra: int

    def text(self) -> str:
        rows = (
            f"{thing} | ${low} | ${high}"
            for thing, (low, high) in zip(self.place["things"], self.prices, strict=True)
        )
        return "\n\n".join(
            (
                self.place["title"],
                self.place["intro"],
                "\n".join(("thing | weekday | weekend", *rows)),
                f"{self.members} {self.extras} You pay at the desk when you come back.",
            )
        )

    @property
    def members(self) -> str:
        return f"Members pay ${self.off} less for the whole visit, however long it is."

    @property
    def extras(self) -> str:
        return f"A {self.place['extra']} costs ${self.extra} for the whole visit."


@lru_cache(maxsize=1024)
def _draw(place: int, seed: int) -> Rental:
    rng = rolls(f"rental/{place}", seed)
    lows = rng.sample(range(4, 15), 4)
    return Rental(
        _PLACES[place],
        tuple((low, low + rng.randrange(2, 6)) for low in lows),
        rng.randrange(2, 6),
        rng.randrange(2, 5),
    )


def _cost(p: Params, rental: Rental, thing: int, day: int) -> int:
    return rental.prices[thing][day] * p.hours


def _rent(p: Params) -> Question | None:
    rental = _draw(p.place, p.seed)
    name, thing = PEOPLE[p.who].name, rental.place["things"][p.thing]
    low, high = rental.prices[p.thing]
    hourly, base = rental.prices[p.thing][p.day], _cost(p, rental, p.thing, p.day)
    rule = -rental.off if p.rule == "member" else rental.extra
    key, row = base + rule, f"{thing} | ${low} | ${high}"
    told = rental.members if p.rule == "member" else rental.extras
    other_day = _cost(p, rental, p.thing, 1 - p.day) + rule
    other_row = _cost(p, rental, (p.thing + 1) % 4, p.day) + rule
    wrong = {
        "other_day": (other_day, f"That is the price asked {_DAYS[1 - p.day]}", row),
        "no_rule": (base, "You left out a rule in the text", told),
        "rule_turned": (base - rule, "You used the rule the wrong way round", told),
        "rule_each_hour": ((hourly + rule) * p.hours, "That rule is not for each hour", told),
        "one_hour": (hourly + rule, f"That is for one hour, not for {p.hours}", row),
        "other_row": (other_row, "You read another row of the table than this one", row),
    }
    if min(value for value, _, _ in wrong.values()) <= 0:
        return None
    return Question(
        stem=f"{name} {_with(p, rental)} and takes the {thing} for {p.hours} hours {_DAYS[p.day]}."
        " What does that cost?",
        key=f"${key}",
        wrong={
            slip: Slip(f"${value}", f"{why}. {look(quote)}")
            for slip, (value, why, quote) in wrong.items()
        },
        hints=(
            "You need two things: a number from the table and a rule from the text.",
            "Find the row and the column first. Then multiply, and only then use the rule.",
        ),
        steps=(
            Step("This is the row you need.", row, thing),
            Step(f"For {p.hours} hours that makes ${base}."),
            Step("And this rule has to be used once.", told, f"${key}"),
        ),
        passage=rental.text(),
        same=(p.place, p.seed, p.thing, p.day, p.hours, p.rule),
    )


def _with(p: Params, rental: Rental) -> str:
    return "is a member" if p.rule == "member" else f"needs a {rental.place['extra']}"


def _checks(p: Params, q: Question, answer: str) -> bool:
    """With nothing but the words: the row named in the question, its column, and the rule."""
    rows = dict(line.split(" | ", 1) for line in q.passage.splitlines() if " | $" in line)
    thing = next(
        name for name in sorted(rows, key=len, reverse=True) if f" the {name} for" in q.stem
    )
    hour = int(rows[thing].split(" | ")["weekend" in q.stem].removeprefix("$"))
    hours = re.search(r"for (\d+) hours", q.stem)
    off, extra = (
        re.search(sign, q.passage) for sign in (r"pay \$(\d+) less", r"costs \$(\d+) for")
    )
    if not (hours and off and extra):
        return False
    total = hour * int(hours[1])
    total += -int(off[1]) if "is a member" in q.stem else int(extra[1])
    return answer == f"${total}"


FAMILIES = (
    asking(
        Asking(
            id="reading.tables.rental",
            skill="reading.tables",
            grade=6,
            time_s=90,
            params={
                "place": range(len(_PLACES)),
                "seed": range(60),
                "thing": range(4),
                "day": (0, 1),
                "hours": (2, 3, 4, 5),
                "rule": ("member", "extra"),
                "who": range(len(PEOPLE)),
            },
            make=_rent,
            slips=(
                "other_day",
                "no_rule",
                "rule_turned",
                "rule_each_hour",
                "one_hour",
                "other_row",
            ),
            checker=_checks,
        )
    ),
)
