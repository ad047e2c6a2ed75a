"""Quadratics in stories: areas, throws, prices."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.vocabulary import ItemFormat

_AREA = Family(
    id="math.quadratic_stories.area",
    skill="math.quadratic_stories",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "what": ("garden", "stage", "poster", "field", "mat"),
        "w": range(4, 30),
        "d": range(2, 15),
    },
    derive=lambda p: {
        "area": p.w * (p.w + p.d),
        "long": p.w + p.d,
        "four": p.d**2 + 4 * p.w * (p.w + p.d),
        "root": 2 * p.w + p.d,
    },
    canon=lambda p: (p.w, p.d),
    stem=(
        "A {what} is a rectangle. It is {d} m longer than wide, and its area is {area} m². How"
        " wide is it?"
    ),
    key=lambda p: p.w,
    checker=lambda p, v: v > 0 and v * (v + p.d) == p.area,
    misconceptions=(
        Slip("the_length", lambda p: p.long, "That is the length. The width is {d} m less."),
        Slip("negative", lambda p: -p.long, "It solves the equation, but a width is positive."),
        Slip("quarter", lambda p: Fraction(p.area, 4), "A quarter of the area is not a side."),
        Slip("by_difference", lambda p: Fraction(p.area, p.d), "{d} m is how much longer it is."),
        Slip("root_not_solved", lambda p: p.root, "That is the root. Take {d} away and halve."),
    ),
    hints=("Call the width w. How long is it then?", "Solve [[w(w + {d}) = {area}]]."),
    steps=(
        Step("Under the root of the formula:", "{d}^2 + 4 * {area}", "{four}"),
        Step("Its root:", "sqrt({four})", "{root}"),
        Step("The positive solution:", "({root} - {d}) ÷ 2", "{w}"),
    ),
    form=RATIONAL,
    unit="m",
)

_THROW = Family(
    id="math.quadratic_stories.landing",
    skill="math.quadratic_stories",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": ("A ball", "A small rocket", "A beanbag", "A stone"),
        "t": range(2, 10),
        "h": range(2, 200),
    },
    derive=lambda p: {
        "v": Fraction(5 * p.t**2 - p.h, p.t),
        "full": 5 * p.t**2,
        "top": Fraction(5 * p.t**2 - p.h, 10 * p.t),
        "disc": ((5 * p.t**2 - p.h) // p.t) ** 2 + 20 * p.h,
        "root": 10 * p.t - (5 * p.t**2 - p.h) // p.t,
    },
    where=(lambda p: p.v.denominator == 1 and p.v > 1,),
    canon=lambda p: (p.t, p.h, p.what),
    stem=(
        "{what} is thrown up from {h} m above the ground. After t seconds its height in meters"
        " is [[{h} + {v}t - 5t^2]]. After how many seconds does it land?"
    ),
    key=lambda p: p.t,
    checker=lambda p, v: v > 0 and p.h + p.v * v - 5 * v * v == 0,
    misconceptions=(
        Slip("highest_point", lambda p: p.top, "That is when it is highest. Landing is later."),
        Slip(
            "other_solution",
            lambda p: Fraction(-p.h, 5 * p.t),
            "That solves the equation too, but it is before the throw.",
        ),
        Slip(
            "twice_top",
            lambda p: Fraction(p.v, 5),
            "That is when it is back at {h} m. It still has to fall to the ground.",
        ),
        Slip("height", lambda p: p.h, "{h} m is the height at the start."),
        Slip("speed", lambda p: p.v, "{v} is the speed at the start."),
    ),
    hints=("What is the height when it lands?", "Set the height to 0 and solve for t."),
    steps=(
        Step("Under the root of the formula:", "{v}^2 + 4 * 5 * {h}", "{disc}"),
        Step("Its root:", "sqrt({disc})", "{root}"),
        Step("The positive solution:", "({v} + {root}) ÷ 10", "{t}"),
    ),
    form=RATIONAL,
    unit="s",
)

_PRICE = Family(
    id="math.quadratic_stories.best_price",
    skill="math.quadratic_stories",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "what": ("mugs", "shirts", "plants", "kites", "candles"),
        "n": range(40, 200, 10),
        "p0": range(6, 30),
        "k": range(2, 9),
    },
    derive=lambda p: {
        "rise": Fraction(p.n - p.k * p.p0, 2 * p.k),
        "best": p.p0 + Fraction(p.n - p.k * p.p0, 2 * p.k),
        "zero": Fraction(p.n, p.k),
        "limit": p.p0 + Fraction(p.n, p.k),
    },
    where=(lambda p: p.rise.denominator == 1 and p.rise > 0 and p.zero.denominator == 1,),
    canon=lambda p: (p.n, p.p0, p.k),
    stem=(
        "A shop sells {n} {what} a week at ${p0} each. For each dollar more, it sells {k} fewer."
        " Which price brings in the most money?"
    ),
    key=lambda p: p.best,
    checker=lambda p, v: all(
        _income(v, p.n, p.p0, p.k) >= _income(v + t, p.n, p.p0, p.k) for t in (-2, -1, 1, 2)
    ),
    misconceptions=(
        Slip("the_rise", lambda p: p.rise, "That is how much dearer. Add it to ${p0}."),
        Slip("sells_nothing", lambda p: p.limit, "At that price nothing is sold at all."),
        Slip(
            "half_of_limit_rise",
            lambda p: Fraction(p.zero, 2),
            "Look between ${p0} less and the price where nothing sells.",
        ),
        Slip("keeps", lambda p: p.p0, "At ${p0} the income is not at its top yet."),
        Slip(
            "rise_not_halved",
            lambda p: p.p0 + 2 * p.rise,
            "There the income is the same as at ${p0}. The top lies halfway.",
        ),
    ),
    hints=(
        "With x dollars more, multiply the price by the number sold.",
        "Income is [[({p0} + x)({n} - {k}x)]]. Where is it 0? The top lies halfway.",
    ),
    steps=(
        Step("Nothing is sold when the price rises by:", "{n} ÷ {k}", "{zero}"),
        Step(
            "The other zero is {p0} dollars down. Halfway lies a rise of:",
            "({zero} - {p0}) ÷ 2",
            "{rise}",
        ),
        Step("So the best price is:", "{p0} + {rise}", "{best}"),
    ),
    form=RATIONAL,
    unit="dollars",
)


def _income(price: Fraction, sold: int, start: int, fewer: int) -> Fraction:
    """What a price brings in, counted from the price itself."""
    return price * (sold - fewer * (price - start))


FAMILIES = (_AREA, _THROW, _PRICE)
