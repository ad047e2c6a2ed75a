"""Changing units by a ratio: lengths and times of everyday life, speeds, floor areas."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_METRIC_UNITS = (
    ("km", "m", 1000),
    ("m", "cm", 100),
    ("kg", "g", 1000),
    ("L", "mL", 1000),
    ("cm", "mm", 10),
)

_METRIC = Family(
    id="math.unit_convert.metric",
    skill="math.unit_convert",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"n": range(3, 900), "places": (1, 2), "unit": _METRIC_UNITS, "down": (True, False)},
    derive=lambda p: {
        "big": p.unit[0],
        "small": p.unit[1],
        "factor": p.unit[2],
        "large": Fraction(p.n, 10**p.places),
        "given": decimal_text(Fraction(p.n, 10**p.places) * (1 if p.down else p.unit[2])),
        "asked": Fraction(p.n, 10**p.places) * (p.unit[2] if p.down else 1),
        "from_unit": p.unit[0] if p.down else p.unit[1],
        "to_unit": p.unit[1] if p.down else p.unit[0],
        "sign": "*" if p.down else "÷",
        "deed": "multiply" if p.down else "divide",
    },
    where=(lambda p: p.n % 10 and (p.down or p.n * p.factor % 10**p.places == 0),),
    canon=lambda p: (p.given, p.from_unit),
    stem="Write {given} {from_unit} in {to_unit}.",
    key=lambda p: p.asked,
    checker=lambda p, v: v * (1 if p.down else p.factor) == p.large * p.factor,
    misconceptions=(
        Slip(
            "ten_less", lambda p: p.asked / 10, "One zero is missing. 1 {big} is {factor} {small}."
        ),
        Slip("ten_more", lambda p: p.asked * 10, "One place too far. 1 {big} is {factor} {small}."),
        Slip(
            "hundred_less", lambda p: p.asked / 100, "Two places off: 1 {big} is {factor} {small}."
        ),
        Slip(
            "hundred_more", lambda p: p.asked * 100, "Check: 1 {big} makes just {factor} {small}."
        ),
        Slip("thousand_less", lambda p: p.asked / 1000, "Three places off. Count the zeros again."),
        Slip("thousand_more", lambda p: p.asked * 1000, "Much too large. Use {factor} just once."),
        Slip(
            "wrong_way",
            lambda p: p.asked / p.factor**2 if p.down else p.asked * p.factor**2,
            "You went the wrong way. From {from_unit} to {to_unit} you {deed}.",
        ),
    ),
    hints=(
        "How many {small} are in 1 {big}?",
        "1 {big} is {factor} {small}. Do you need more or fewer {to_unit} than {from_unit}?",
    ),
    steps=lambda p: (
        Step(
            f"1 {p.big} is {p.factor} {p.small}, so {p.deed}.",
            f"{p.given} {p.sign} {p.factor}",
            decimal_text(p.asked),
        ),
    ),
    form=DECIMAL,
    unit="{to_unit}",
)

_CUSTOMARY = (
    ("feet", "inches", 12),
    ("yards", "feet", 3),
    ("pounds", "ounces", 16),
    ("hours", "minutes", 60),
    ("days", "hours", 24),
    ("gallons", "quarts", 4),
)

_MIXED = Family(
    id="math.unit_convert.two_units",
    skill="math.unit_convert",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(2, 15), "b": range(1, 24), "unit": _CUSTOMARY},
    derive=lambda p: {
        "big": p.unit[0],
        "small": p.unit[1],
        "one": p.unit[0][:-1] if p.unit[0] != "feet" else "foot",
        "factor": p.unit[2],
        "part": p.a * p.unit[2],
        "total": p.a * p.unit[2] + p.b,
    },
    where=(lambda p: p.b < p.factor and p.b != p.a,),
    canon=lambda p: (p.a, p.b, p.big),
    stem="How many {small} are {a} {big} and {b} {small}?",
    key=lambda p: p.total,
    checker=lambda p, v: divmod(v, p.factor) == (p.a, p.b),
    misconceptions=(
        Slip("tens", lambda p: 10 * p.a + p.b, "You counted in tens. 1 {one} is {factor} {small}."),
        Slip("forgets_rest", lambda p: p.part, "Do not forget the other {b} {small}."),
        Slip("adds", lambda p: p.a + p.b, "You added {big} and {small}. Change the {big} first."),
        Slip(
            "changes_small",
            lambda p: p.a + p.b * p.factor,
            "You changed the {b} {small}. It is the {a} {big} that must change.",
        ),
        Slip(
            "changes_all",
            lambda p: (p.a + p.b) * p.factor,
            "You changed the {b} too. They are {small} already.",
        ),
        Slip(
            "one_unit_short",
            lambda p: p.total - p.factor,
            "One {one} got lost: count {factor} for each of the {a}.",
        ),
    ),
    hints=("How many {small} make 1 {one}?", "Change {a} {big} first. Then add the rest."),
    steps=(
        Step("1 {one} is {factor} {small}.", "{a} * {factor}", "{part}"),
        Step("Add the other {b} {small}.", "{part} + {b}", "{total}"),
    ),
    form=RATIONAL,
    unit="{small}",
)

_SPEED = Family(
    id="math.unit_convert.speed",
    skill="math.unit_convert",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "v": range(5, 120),
        "way": ("m_min", "m_s", "km_min"),
        "who": ("snail robot", "bus", "boat", "bird", "cable car", "skater"),
    },
    derive=lambda p: {
        **{
            "m_min": {"unit": "m", "time": "minute", "times": 60, "cut": 1000},
            "m_s": {"unit": "m", "time": "second", "times": 3600, "cut": 1000},
            "km_min": {"unit": "km", "time": "hour", "times": 1000, "cut": 60},
        }[p.way],
        "goal": "m in a minute" if p.way == "km_min" else "km in an hour",
    },
    where=(
        lambda p: p.v * p.times % p.cut == 0 or p.way != "km_min",
        lambda p: p.v > 12 or p.way != "m_min",
        lambda p: p.v < 45 or p.way != "m_s",
    ),
    canon=lambda p: (p.v, p.way),
    stem="A {who} goes {v} {unit} in one {time}. How many {goal} is that?",
    key=lambda p: Fraction(p.v * p.times, p.cut),
    checker=lambda p, v: v * p.cut / p.times == p.v,
    misconceptions=(
        Slip("one_step_time", lambda p: p.v * p.times, "Half done: now divide by {cut}."),
        Slip(
            "one_step_length",
            lambda p: _few_places(Fraction(p.v, p.cut)),
            "Half done: now multiply by {times}.",
        ),
        Slip(
            "turned",
            lambda p: _few_places(Fraction(p.v * p.cut, p.times)),
            "You multiplied by {cut} and divided by {times}. It is the other way round.",
        ),
        Slip(
            "ten_off",
            lambda p: Fraction(p.v * p.times, p.cut * 10),
            "Count the zeros again: {times} and {cut}.",
        ),
        Slip(
            "sixty_only",
            lambda p: _few_places(Fraction(p.v * p.times, p.cut * 60)),
            "One factor of 60 is missing. How many seconds or minutes is it?",
        ),
    ),
    hints=(
        "Change one unit at a time: first the time, then the length.",
        "Multiply by {times}. Then divide by {cut}.",
    ),
    steps=lambda p: (
        Step("Change the first unit.", f"{p.v} * {p.times}", f"{p.v * p.times}"),
        Step(
            "Change the other one.",
            f"{p.v * p.times} ÷ {p.cut}",
            decimal_text(Fraction(p.v * p.times, p.cut)),
        ),
    ),
    form=DECIMAL,
)


def _few_places(value: Fraction) -> Fraction | None:
    return value if (value * 10000).denominator == 1 else None


_FACTORS = {"yards": 3, "meters": 100, "feet": 12}

_FLOOR = Family(
    id="math.unit_convert.area_cost",
    skill="math.unit_convert",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={"w": range(3, 13), "h": range(3, 16), "kind": ("yards", "meters", "feet")},
    derive=lambda p: {
        **{
            "yards": {"small": "feet", "one": "yard", "factor": 3},
            "meters": {"small": "centimeters", "one": "meter", "factor": 100},
            "feet": {"small": "inches", "one": "foot", "factor": 12},
        }[p.kind],
        "area": p.w * p.h,
        "w2": p.w * _FACTORS[p.kind],
        "h2": p.h * _FACTORS[p.kind],
    },
    where=(lambda p: p.w < p.h,),
    canon=lambda p: (p.w, p.h, p.kind),
    stem="A floor is {w} {kind} by {h} {kind}. How many square {small} is that?",
    key=lambda p: p.area * p.factor**2,
    checker=lambda p, v: v == (p.w * p.factor) * (p.h * p.factor),
    misconceptions=(
        Slip(
            "factor_once",
            lambda p: p.area * p.factor,
            "Both sides change. A square {one} is {factor} by {factor} square {small}.",
        ),
        Slip("not_changed", lambda p: p.area, "{area} counts square {kind}. Change the unit."),
        Slip(
            "adds_sides",
            lambda p: (p.w + p.h) * p.factor,
            "You added the sides. An area is one side times the other.",
        ),
        Slip(
            "round",
            lambda p: 2 * (p.w + p.h) * p.factor,
            "That is the way round the floor. Multiply the two sides.",
        ),
        Slip(
            "doubles_factor",
            lambda p: p.area * p.factor * 2,
            "A square has {factor} rows of {factor}, not 2 rows.",
        ),
        Slip(
            "factor_three_times",
            lambda p: p.area * p.factor**3,
            "You changed three lengths. A floor has only two.",
        ),
        Slip(
            "double_area",
            lambda p: 2 * p.area * p.factor**2,
            "That is twice the floor. Change {w} and {h}, then multiply.",
        ),
        Slip(
            "four_sides",
            lambda p: 4 * p.area * p.factor**2,
            "You counted the sides four times. Multiply {w} by {h} once.",
        ),
    ),
    hints=(
        "Change both sides to {small} first.",
        "1 {one} is {factor} {small}. So multiply {w} and {h} by {factor} each.",
    ),
    steps=(
        Step("One side in {small}:", "{w} * {factor}", "{w2}"),
        Step("The other side:", "{h} * {factor}", "{h2}"),
        Step("Multiply both.", "{w2} * {h2}", "{w2} * {h2}"),
    ),
)

FAMILIES = (_METRIC, _MIXED, _SPEED, _FLOOR)
