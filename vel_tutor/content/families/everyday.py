"""Money, time and stories with two steps."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import MONEY, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _change(p: Params) -> dict[str, object]:
    cost = p.n * p.cents
    return {
        "each": decimal_text(Fraction(p.cents, 100), 2),
        "cost": decimal_text(Fraction(cost, 100), 2),
        "left": Fraction(p.note * 100 - cost, 100),
        "left_text": decimal_text(Fraction(p.note * 100 - cost, 100), 2),
    }


_CHANGE = Family(
    id="math.money.change",
    skill="math.money",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "n": range(2, 7),
        "cents": range(65, 480, 5),
        "note": (10, 20),
        "what": ("pencils", "apples", "cards", "rolls", "stamps"),
    },
    derive=_change,
    where=(lambda p: 150 < p.note * 100 - p.n * p.cents < 1500,),
    canon=lambda p: (p.n, p.cents, p.note),
    stem="Kim buys {n} {what} at ${each} each. She pays with ${note}. How much does she get back?",
    key=lambda p: p.left,
    checker=lambda p, v: v * 100 + p.n * p.cents == p.note * 100,
    misconceptions=(
        Slip(
            "only_one",
            lambda p: p.note - Fraction(p.cents, 100),
            "You paid for one. She buys {n} {what}.",
        ),
        Slip(
            "the_cost",
            lambda p: p.note - p.left,
            "${cost} is the cost. What is left of ${note}?",
        ),
        Slip(
            "dollar_too_many",
            lambda p: p.left + 1,
            "You have a dollar too many. Mind the cents when you take away.",
        ),
        Slip(
            "one_too_many",
            lambda p: p.left - Fraction(p.cents, 100),
            "That would be one more than {n} {what}.",
        ),
    ),
    hints=("What do all {n} cost together?", "They cost ${cost}. How far is it up to ${note}?"),
    steps=(
        Step("All of them cost:", "{n} * {each}", "{cost}"),
        Step("She gets back:", "{note} - {cost}", "{left_text}"),
    ),
    form=MONEY,
)


def _clock(p: Params) -> dict[str, object]:
    begin = p.hour * 60 + p.minute
    end = begin + p.long
    return {
        "start": f"{p.hour}:{p.minute:02}",
        "stop": f"{end // 60}:{end % 60:02}",
        "to_hour": 60 - p.minute,
        "after": end - (p.hour + 1) * 60,
        "hours": end // 60 - p.hour,
        "end_minute": end % 60,
    }


_TIME = Family(
    id="math.time.elapsed",
    skill="math.time",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "hour": range(1, 10),
        "minute": range(5, 60, 5),
        "long": range(15, 150, 5),
        "what": ("film", "game", "walk", "lesson", "bus ride"),
    },
    derive=_clock,
    where=(lambda p: p.minute + p.long > 60 and p.end_minute < p.minute and p.end_minute,),
    canon=lambda p: (p.hour, p.minute, p.long),
    stem="A {what} starts at {start} and ends at {stop}. How many minutes does it take?",
    key=lambda p: p.long,
    checker=lambda p, v: divmod(p.hour * 60 + p.minute + v, 60) == (p.hour + p.hours, p.end_minute),
    misconceptions=(
        Slip(
            "hundred_minutes",
            lambda p: p.hours * 100 + p.end_minute - p.minute,
            "An hour has 60 minutes, not 100.",
        ),
        Slip(
            "minutes_only",
            lambda p: p.minute - p.end_minute,
            "You took the smaller minutes from the larger. Count on from {start}.",
        ),
        Slip(
            "hour_forgotten",
            lambda p: p.long - 60 if p.long > 60 else None,
            "You lost a full hour. Count on from {start} again.",
        ),
        Slip("hour_too_many", lambda p: p.long + 60, "That is an hour too much. Count on again."),
        Slip(
            "to_hour_only",
            lambda p: p.to_hour,
            "That is only up to the full hour. Go on to {stop}.",
        ),
    ),
    hints=("Count on from {start} to the next full hour.", "It is {to_hour} minutes to the hour."),
    steps=(
        Step("To the full hour:", "60 - {minute}", "{to_hour}"),
        Step("From there to {stop}:", "60 * ({hours} - 1) + {end_minute}", "{after}"),
        Step("Together:", "{to_hour} + {after}", "{long}"),
    ),
    unit="min",
)

_PACKS = Family(
    id="math.stories.packs",
    skill="math.stories",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "n": range(3, 10),
        "k": range(3, 13),
        "m": range(4, 25),
        "name": ("Ana", "Tom", "Lea", "Sam", "Noor", "Max"),
        "what": ("pens", "balls", "cards", "stickers", "eggs"),
        "turn": (1, -1),
    },
    derive=lambda p: {
        "all": p.n * p.k,
        "ending": f"gets {p.m} more" if p.turn > 0 else f"gives {p.m} away",
        "sign": "+" if p.turn > 0 else "-",
        "result": p.n * p.k + p.turn * p.m,
    },
    where=(lambda p: p.result > 2 and p.n != p.k,),
    canon=lambda p: (p.n, p.k, p.m, p.turn),
    stem="{name} has {n} packs of {k} {what} and {ending}. How many {what} are there now?",
    key=lambda p: p.result,
    checker=lambda p, v: v - p.turn * p.m == sum([p.k] * p.n),
    misconceptions=(
        Slip(
            "adds_packs",
            lambda p: p.n + p.k + p.turn * p.m,
            "{n} packs of {k} is {n} times {k}, not {n} plus {k}.",
        ),
        Slip("first_step_only", lambda p: p.all, "That is before the change. {name} {ending}."),
        Slip("wrong_turn", lambda p: p.all - p.turn * p.m, "Read the end again: {name} {ending}."),
        Slip(
            "one_pack",
            lambda p: p.k + p.turn * p.m if p.k + p.turn * p.m > 0 else None,
            "You took one pack. There are {n} packs.",
        ),
        Slip(
            "times_all",
            lambda p: p.n * (p.k + p.turn * p.m) if p.k + p.turn * p.m > 0 else None,
            "The {m} is not in every pack. It comes only once.",
        ),
    ),
    hints=(
        "How many are in the packs at first?",
        "{n} packs of {k} make {all}. What happens then?",
    ),
    steps=(
        Step("In the packs:", "{n} * {k}", "{all}"),
        Step("Then {name} {ending}.", "{all} {sign} {m}", "{result}"),
    ),
)

FAMILIES = (_CHANGE, _TIME, _PACKS)
