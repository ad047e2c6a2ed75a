"""Statistics: spread, residuals of a line, tables with two questions."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_SHAPES = (
    (-3, -1, 0, 1, 3),
    (-4, -2, 0, 2, 4),
    (-6, -1, 2, 2, 3),
    (-5, -3, 1, 3, 4),
    (-7, 1, 1, 2, 3),
    (-4, -4, 1, 3, 4),
    (-5, -1, -1, 3, 4),
    (-8, -2, 1, 4, 5),
    (-6, -3, 1, 2, 6),
)


def _spread(p: Params) -> dict[str, object]:
    values = [p.mean + p.k * p.shape[i] for i in p.order]
    squares = p.k**2 * sum(d * d for d in p.shape)
    return {
        "shown": ", ".join(map(str, values)),
        "days": tuple(values),
        "squares": squares,
        "variance": Fraction(squares, 5),
        "total": 5 * p.mean,
        "sum_text": " + ".join(map(str, values)),
        "square_text": " + ".join(f"{signed(v - p.mean)}^2" for v in values),
    }


_WHAT = ("minutes", "points", "pages", "steps (in hundreds)", "coins")

_VARIANCE = Family(
    id="math.standard_deviation.variance",
    skill="math.standard_deviation",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": _WHAT,
        "mean": range(9, 40),
        "k": (1, 2),
        "shape": _SHAPES,
        "order": ((2, 0, 4, 1, 3), (4, 2, 0, 3, 1), (1, 3, 0, 4, 2)),
    },
    derive=_spread,
    where=(lambda p: min(p.days) > 0,),
    canon=lambda p: (p.mean, p.k, p.shape, p.order),
    stem=(
        "Five days, in {what}: {shown}. What is the variance, the mean of the squared distances"
        " from the mean?"
    ),
    key=lambda p: p.variance,
    checker=lambda p, v: v == Fraction(sum(x * x for x in p.days), 5) - p.mean**2,
    misconceptions=(
        Slip("sum_of_squares", lambda p: p.squares, "That is the sum. Divide by the five values."),
        Slip(
            "one_fewer",
            lambda p: Fraction(p.squares, 4),
            "Divide by 5 here: the mean of all five squares is asked.",
        ),
        Slip(
            "plain_distances",
            lambda p: Fraction(p.k * sum(abs(d) for d in p.shape), 5),
            "That is the mean distance. Square the distances first.",
        ),
        Slip("the_mean", lambda p: p.mean, "That is the mean. How far do the values lie from it?"),
        Slip(
            "mean_of_squares",
            lambda p: p.variance + p.mean**2,
            "Square the distances from the mean, not the values.",
        ),
        Slip(
            "range",
            lambda p: max(p.days) - min(p.days),
            "That is the largest minus the smallest.",
        ),
    ),
    hints=("Find the mean first.", "Then the distance of each value from the mean, squared."),
    steps=(
        Step("The mean:", "({sum_text}) ÷ 5", "{mean}"),
        Step("The squared distances:", "{square_text}", "{squares}"),
        Step("Their mean:", "{squares} ÷ 5", "{variance}"),
    ),
    form=RATIONAL,
)

_SCALE = Family(
    id="math.standard_deviation.changed",
    skill="math.standard_deviation",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "mean": range(20, 90),
        "sd": range(3, 15),
        "k": range(2, 7),
        "add": range(2, 30),
        "order": ("times", "plus"),
    },
    derive=lambda p: {
        "new": p.k * p.sd,
        "said": f"multiplied by {p.k}, and then {p.add} is added"
        if p.order == "times"
        else f"made {p.add} larger, and then multiplied by {p.k}",
    },
    stem=(
        "Some numbers have the mean {mean} and the standard deviation {sd}. Each of them is"
        " {said}. What is the new standard deviation?"
    ),
    key=lambda p: p.new,
    checker=lambda p, v: v * p.sd == p.k * p.sd * p.sd,
    misconceptions=(
        Slip(
            "also_shifted",
            lambda p: p.k * p.sd + p.add,
            "Adding the same to all moves them together. The spread stays.",
        ),
        Slip(
            "only_shifted",
            lambda p: p.sd + p.add,
            "A shift does not change the spread; a factor does.",
        ),
        Slip("unchanged", lambda p: p.sd, "Multiplying all by {k} stretches the distances too."),
        Slip(
            "squared_factor",
            lambda p: p.k**2 * p.sd,
            "The factor works once on the standard deviation, twice on the variance.",
        ),
        Slip(
            "new_mean",
            lambda p: p.k * p.mean + (p.add if p.order == "times" else p.k * p.add),
            "That is the new mean. How far do the numbers spread?",
        ),
        Slip(
            "shift_first",
            lambda p: p.k * (p.sd + p.add),
            "The {add} moves all numbers alike. It does not spread them.",
        ),
    ),
    hints=(
        "What happens to the distances between the numbers?",
        "Adding {add} leaves the distances. Multiplying by {k} does not.",
    ),
    steps=(Step("Only the factor changes distances:", "{k} * {sd}", "{new}"),),
    form=RATIONAL,
)

_LINE_STORIES = (
    ("hours of light", "growth in mm"),
    ("pages read", "minutes"),
    ("kilometers", "liters of fuel"),
    ("weeks", "height in cm"),
)

_RESIDUAL = Family(
    id="math.regression.residual",
    skill="math.regression",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "story": _LINE_STORIES,
        "m": range(2, 40),
        "b": range(-30, 60),
        "x": range(2, 20),
        "r": range(-40, 41),
    },
    derive=lambda p: {
        "xs": p.story[0],
        "ys": p.story[1],
        "slope": decimal_text(Fraction(p.m, 10), 1),
        "start": decimal_text(abs(Fraction(p.b, 10)), 1),
        "sign": "-" if p.b < 0 else "+",
        "fit": Fraction(p.m * p.x + p.b, 10),
        "fit_text": decimal_text(Fraction(p.m * p.x + p.b, 10)),
        "y": decimal_text(Fraction(p.m * p.x + p.b + p.r, 10)),
        "res": Fraction(p.r, 10),
        "res_text": decimal_text(Fraction(p.r, 10)),
    },
    where=(lambda p: p.b and abs(p.r) > 2 and p.fit > 0 and p.fit + p.res > 0 and p.m % 10,),
    canon=lambda p: (p.m, p.b, p.x, p.r),
    stem=(
        "For {xs} x and {ys} y, the best line is [[y = {slope}x {sign} {start}]]. One point is"
        " ({x}, {y}). What is its residual (measured minus predicted)?"
    ),
    key=lambda p: p.res,
    checker=lambda p, v: p.fit + v == Fraction(p.y),
    misconceptions=(
        Slip("turned", lambda p: -p.res, "It is measured minus predicted. Check the order."),
        Slip("predicted", lambda p: p.fit, "That is the predicted value. How far is {y} from it?"),
        Slip(
            "no_start",
            lambda p: Fraction(p.y) - Fraction(p.m * p.x, 10),
            "The start value of the line is missing in your prediction.",
        ),
        Slip(
            "minus_x",
            lambda p: Fraction(p.y) - p.x,
            "Compare y with the y of the line, not with x.",
        ),
        Slip(
            "measured",
            lambda p: Fraction(p.y),
            "That is the measured value. Take the predicted one away.",
        ),
    ),
    hints=("What does the line predict at x = {x}?", "Take the predicted value away from {y}."),
    steps=(
        Step("The line at x = {x}:", "{slope} * {x} {sign} {start}", "{fit_text}"),
        Step("Measured minus predicted:", "{y} - {fit_text}", "{res_text}"),
    ),
    form=DECIMAL,
)

_TABLE_ALT = "A table: {one} {first} {a}, {second} {b}; {two} {first} {c}, {second} {d}."
_GROUPS = (
    (("Bus", "Bike"), ("early", "late")),
    (("Team", "Alone"), ("done", "open")),
    (("Red", "Blue"), ("round", "square")),
    (("Cats", "Dogs"), ("young", "old")),
)

_TWO_WAY = Family(
    id="math.two_way_tables.share",
    skill="math.two_way_tables",
    grade=9,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "g": _GROUPS,
        "a": range(3, 40),
        "b": range(3, 40),
        "c": range(3, 40),
        "d": range(3, 40),
    },
    derive=lambda p: {
        "one": p.g[0][0],
        "two": p.g[0][1],
        "first": p.g[1][0],
        "second": p.g[1][1],
        "column": p.a + p.c,
        "row": p.a + p.b,
        "n": p.a + p.b + p.c + p.d,
        "share": Fraction(p.a, p.a + p.c),
    },
    where=(lambda p: len({p.a, p.b, p.c, p.d}) == 4,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="Of those that are {first}, what fraction belongs to “{one}”?",
    key=lambda p: p.share,
    checker=lambda p, v: v * p.c == (1 - v) * p.a,
    misconceptions=(
        Slip(
            "of_all",
            lambda p: Fraction(p.a, p.n),
            "Only those that are {first} count: {column}, not all {n}.",
        ),
        Slip(
            "of_row",
            lambda p: Fraction(p.a, p.row),
            "You took the part of “{one}”. The question starts from those that are {first}.",
        ),
        Slip(
            "to_other",
            lambda p: Fraction(p.a, p.c),
            "Compare with all that are {first}, not only with the others.",
        ),
        Slip(
            "column_of_all",
            lambda p: Fraction(p.column, p.n),
            "That is the part of all that is {first}.",
        ),
        Slip(
            "other_part",
            lambda p: Fraction(p.c, p.column),
            "That is the part that belongs to “{two}”.",
        ),
    ),
    hints=(
        "“Of those” tells the whole. Who is that?",
        "The whole is the column “{first}”: {a} and {c}.",
    ),
    steps=(
        Step("The whole, all that are {first}:", "{a} + {c}", "{column}"),
        Step("The part of “{one}”:", "{a} ÷ {column}", "{share}"),
    ),
    form=RATIONAL,
    figure=lambda p: figures.table(
        say(_TABLE_ALT, p), ("", p.first, p.second), (p.one, p.a, p.b), (p.two, p.c, p.d)
    ),
    alt=_TABLE_ALT,
)


FAMILIES = (
    _VARIANCE,
    _SCALE,
    _RESIDUAL,
    _TWO_WAY,
)
