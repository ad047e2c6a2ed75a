"""Grade 4: how far a rounded number reaches, what is left over, adding prices."""

from fractions import Fraction

from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import MONEY, decimal_text
from vel_tutor.vocabulary import ItemFormat

_LEAST = Family(
    id="math.rounding.least",
    skill="math.rounding",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"unit": (10, 100, 1000), "q": range(3, 98), "asked": ("least", "greatest")},
    derive=lambda p: {
        "n": p.unit * p.q,
        "shown": f"{p.unit * p.q:,}",
        "half": p.unit // 2,
        "x": p.unit * p.q - p.unit // 2 if p.asked == "least" else p.unit * p.q + p.unit // 2 - 1,
        "step": p.unit // 2 if p.asked == "least" else p.unit // 2 - 1,
        "sign": "-" if p.asked == "least" else "+",
    },
    stem="To the nearest {unit}, a whole number is {shown}. What is the {asked} it can be?",
    key=lambda p: p.x,
    checker=lambda p, v: (
        (v + p.half) // p.unit == p.q
        and (v + p.half + (-1 if p.asked == "least" else 1)) // p.unit != p.q
    ),
    misconceptions=(
        Slip("the_round_number", lambda p: p.n, "{shown} works, but so do others on both sides."),
        Slip(
            "other_end",
            lambda p: p.n + p.half - 1 if p.asked == "least" else p.n - p.half,
            "That is the other end. You were asked for the {asked}.",
        ),
        Slip(
            "whole_step",
            lambda p: p.n - p.unit if p.asked == "least" else p.n + p.unit,
            "That is a full {unit} away. It rounds to something else.",
        ),
        Slip(
            "one_too_far",
            lambda p: p.x - 1 if p.asked == "least" else p.x + 1,
            "That one is already closer to another round number, or goes up to it.",
        ),
        Slip(
            "one_too_near",
            lambda p: p.x + 1 if p.asked == "least" else p.x - 1,
            "Close! You can still go one further.",
        ),
    ),
    hints=("How far from {shown} can it be?", "Half of {unit} is {half}. With half you go up."),
    steps=(Step("Go as far as it still rounds to {shown}.", "{n} {sign} {step}", "{x}"),),
)

_LEFT_OVER = Family(
    id="math.division_stories.left_over",
    skill="math.division_stories",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "k": range(4, 13),
        "q": range(4, 13),
        "r": range(1, 12),
        "name": NAMES,
        "what": (("eggs", "boxes"), ("cards", "packs"), ("nuts", "bags"), ("books", "shelves")),
    },
    derive=lambda p: {
        "n": p.k * p.q + p.r,
        "full": p.k * p.q,
        "thing": p.what[0],
        "into": p.what[1],
    },
    where=(lambda p: p.r < p.k and p.r != p.q,),
    canon=lambda p: (p.k, p.q, p.r),
    stem="{name} puts {n} {thing} into {into}, {k} in each. How many {thing} are left over?",
    key=lambda p: p.r,
    checker=lambda p, v: (p.n - v) % p.k == 0 and v < p.k,
    misconceptions=(
        Slip("says_boxes", lambda p: p.q, "That is how many {into} are full. What is left over?"),
        Slip("missing_to_next", lambda p: p.k - p.r, "That is how many more would fill one more."),
        Slip("round_up", lambda p: p.q + 1, "You counted the {into}. What does not fill one?"),
        Slip("subtracts", lambda p: p.n - p.k, "You filled just one of the {into}. Go on."),
        Slip("box_not_filled", lambda p: p.r + p.k, "With that many left you can fill one more."),
    ),
    hints=("How many of the {into} can be full?", "{full} {thing} are in full {into}."),
    steps=(
        Step("In full {into}:", "{q} * {k}", "{full}"),
        Step("Left over:", "{n} - {full}", "{r}"),
    ),
)


def _bill(p: Params) -> dict[str, object]:
    total = Fraction(p.x + p.y, 100)
    return {
        "first": decimal_text(Fraction(p.x, 100), 2),
        "second": decimal_text(Fraction(p.y, 100), 2),
        "total": total,
        "shown": decimal_text(total, 2),
        "cents": p.x % 100 + p.y % 100,
        "one": p.what[0],
        "two": p.what[1],
    }


_TOTAL = Family(
    id="math.money.total",
    skill="math.money",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "x": range(135, 980, 5),
        "y": range(145, 980, 5),
        "what": (("pen", "book"), ("cup", "bowl"), ("map", "torch"), ("hat", "scarf")),
    },
    derive=_bill,
    where=(lambda p: p.cents > 100 and p.x != p.y,),
    canon=lambda p: (p.x, p.y),
    stem="A {one} costs ${first}, and a {two} costs ${second}. What do they cost together?",
    key=lambda p: p.total,
    checker=lambda p, v: v * 100 - p.x == p.y,
    misconceptions=(
        Slip(
            "loses_a_dollar",
            lambda p: p.total - 1,
            "The cents make {cents}¢: that is a dollar more, and you lost it.",
        ),
        Slip(
            "subtracts", lambda p: abs(Fraction(p.x - p.y, 100)), "You took away. Add the prices."
        ),
        Slip("ten_cents_off", lambda p: p.total - Fraction(1, 10), "Ten cents too few. Add again."),
        Slip(
            "dollars_only",
            lambda p: Fraction(p.x // 100 + p.y // 100),
            "That is the dollars only. The cents count, too.",
        ),
        Slip("one_only", lambda p: Fraction(p.x, 100), "That is the {one} alone. Add the {two}."),
    ),
    hints=("Add the cents first.", "The cents make {cents}¢. That is more than a dollar."),
    steps=(Step("Add the prices.", "{first} + {second}", "{shown}"),),
    form=MONEY,
)


FAMILIES = (_LEAST, _LEFT_OVER, _TOTAL)
