"""Absolute values and inequalities: solutions, whole numbers that fit, tolerances."""

from fractions import Fraction
from math import ceil, floor

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT, RATIONAL, TEXT, WHOLE, decimal_text
from vel_tutor.content.latex import plus, signed, tex, times
from vel_tutor.vocabulary import ItemFormat


def _absolute(p: Params) -> dict[str, object]:
    low, high = p.middle - p.off, p.middle + p.off
    return {
        "low": low,
        "high": high,
        "c": -p.m * p.middle,
        "d": p.m * p.off,
        "inside": f"{times(p.m, 'x')} {plus(-p.m * p.middle)}",
        "lower": p.m * low,
        "upper": p.m * high,
        "cs": signed(-p.m * p.middle),
    }


_SOLVE = Family(
    id="math.absolute_value.solve",
    skill="math.absolute_value",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"m": range(1, 6), "middle": range(-9, 10), "off": range(1, 12)},
    derive=_absolute,
    where=(lambda p: p.middle and p.low and p.high,),
    stem="Solve [[abs({inside}) = {d}]]. Give both solutions, the smaller one first, like (-2, 5).",
    key=lambda p: (p.low, p.high),
    checker=lambda p, v: v[0] < v[1] and all(abs(p.m * x + p.c) == p.d for x in v),
    misconceptions=(
        Slip(
            "mirrors_one_solution",
            lambda p: (-abs(p.high), abs(p.high)),
            "The second solution is not the first with another sign. Set the inside to -{d}.",
        ),
        Slip("larger_first", lambda p: (p.high, p.low), "Both are right. Put the smaller first."),
        Slip(
            "not_divided",
            lambda p: (p.lower, p.upper),
            "You undid the number inside. Now divide both by {m}.",
        ),
        Slip(
            "sign_inside",
            lambda p: (-p.high, -p.low),
            "Check the signs: put one of your numbers in for x.",
        ),
        Slip(
            "number_inside_left_out",
            lambda p: (-p.off, p.off),
            "You left out the {c} inside the bars.",
        ),
    ),
    hints=(
        "What is between the bars can be {d}, or something else.",
        "Between the bars there can be {d} or -{d}. Solve both equations.",
    ),
    steps=(
        Step("If the inside is -{d}, {m} times x is:", "-{d} - {cs}", "{lower}"),
        Step("If the inside is {d}, {m} times x is:", "{d} - {cs}", "{upper}"),
        Step("The smaller solution:", "{lower} ÷ {m}", "{low}"),
        Step("The larger solution:", "{upper} ÷ {m}", "{high}"),
    ),
    form=POINT,
)


def _count(p: Params) -> dict[str, object]:
    first, last = floor(Fraction(p.c - p.d, p.m)) + 1, ceil(Fraction(p.c + p.d, p.m)) - 1
    return {
        "first": first,
        "last": last,
        "count": last - first + 1,
        "inside": f"{times(p.m, 'x')} {plus(-p.c)}",
        "firsts": signed(first),
        "low": p.c - p.d,
        "high": p.c + p.d,
        "cs": signed(p.c),
    }


_COUNT = Family(
    id="math.absolute_value.count",
    skill="math.absolute_value",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"m": range(1, 5), "c": range(-15, 16), "d": range(3, 25)},
    derive=_count,
    where=(lambda p: p.c and p.count > 1,),
    stem="For how many whole numbers x, also negative ones and zero, is [[abs({inside}) < {d}]]?",
    key=lambda p: p.count,
    checker=lambda p, v: sum(abs(p.m * x - p.c) < p.d for x in range(-60, 61)) == v,
    misconceptions=(
        Slip(
            "ends_count_too",
            lambda p: floor(Fraction(p.high, p.m)) - ceil(Fraction(p.low, p.m)) + 1,
            "The sign is <, so numbers that make it exactly {d} do not count.",
        ),
        Slip("last_minus_first", lambda p: p.count - 1, "Count both ends: one number is missing."),
        Slip(
            "one_side",
            lambda p: sum(0 <= p.m * x - p.c < p.d for x in range(-60, 61)),
            "You counted where the inside is positive. It may also be negative.",
        ),
        Slip(
            "only_positive_x",
            lambda p: sum(abs(p.m * x - p.c) < p.d for x in range(1, 61)),
            "You counted positive x only. Zero and negative numbers may fit too.",
        ),
        Slip("not_divided", lambda p: 2 * p.d - 1, "You counted values of {m}x. Divide by {m}."),
    ),
    hints=(
        "The inside must lie between -{d} and {d}.",
        "Write the inside between the two bounds, and get x alone in the middle.",
    ),
    steps=(
        Step("The lower bound for {m} times x:", "{cs} - {d}", "{low}"),
        Step("The upper bound for {m} times x:", "{cs} + {d}", "{high}"),
        Step("From {first} to {last}, count:", "{last} - {firsts} + 1", "{count}"),
    ),
    form=WHOLE,
)

_THINGS = ("A bolt", "A glass plate", "A wooden peg", "A tile", "A steel rod", "A pipe")


def _bars(inside: str, sign: str, limit: str) -> str:
    return tex(f"abs({inside}) {sign} {limit}")


_TOLERANCE = Family(
    id="math.absolute_value.tolerance",
    skill="math.absolute_value",
    grade=9,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"what": _THINGS, "n": range(21, 90), "t": range(1, 10)},
    derive=lambda p: {
        "s": decimal_text(Fraction(p.t, 10), 1),
        "top": decimal_text(p.n + Fraction(p.t, 10), 1),
    },
    canon=lambda p: (p.n, p.t),
    stem=(
        "{what} should be {n} mm long. Up to {s} mm more or less is fine. Which tells what"
        " lengths x are fine?"
    ),
    key=lambda p: _bars(f"x - {p.n}", "≤", p.s),
    checker=lambda p, v: (
        v.replace(" ", "") == rf"\(|x-{p.n}|\le{decimal_text(Fraction(p.top) - p.n, 1)}\)"
    ),
    misconceptions=(
        Slip(
            "roles_swapped",
            lambda p: _bars(f"x - {p.s}", "≤", str(p.n)),
            "This is about lengths near {s} mm. They should be near {n} mm.",
        ),
        Slip(
            "plus_inside",
            lambda p: _bars(f"x + {p.n}", "≤", p.s),
            "The distance from {n} is the difference: x minus {n}.",
        ),
        Slip(
            "outside",
            lambda p: _bars(f"x - {p.n}", "≥", p.s),
            "This holds for lengths that are off by {s} mm or more.",
        ),
        Slip(
            "swapped_plus",
            lambda p: _bars(f"x + {p.s}", "≤", str(p.n)),
            "Try x = {n}. It is perfect, but this says it is not fine.",
        ),
        Slip(
            "no_bars",
            lambda p: tex(f"x - {p.n} ≤ {p.s}"),
            "Without the bars, any length that is far too short would be fine.",
        ),
        Slip(
            "outside_plus",
            lambda p: _bars(f"x + {p.n}", "≥", p.s),
            "Every length x makes this true. It says nothing about {n} mm.",
        ),
    ),
    hints=("How far is x from the right length?", "That distance may be {s} mm at most."),
    steps=(
        Step("The longest that is fine:", "{n} + {s}", "{top}"),
        Step("It is this far from {n}:", "abs({n} + {s} - {n})", "{s}"),
    ),
    form=TEXT,
)


def _double(p: Params) -> dict[str, object]:
    ends = sorted((-p.m * p.low + p.b, -p.m * p.high + p.b))
    return {
        "left": ends[0],
        "right": ends[1],
        "inside": f"{p.b} - {times(p.m, 'x')}",
        "bs": signed(p.b),
        "ms": f"(-{p.m})",
        "lefts": ends[0] - p.b,
        "rights": ends[1] - p.b,
    }


def _between(low: object, left: str, right: str, high: object) -> str:
    shown = {"<": "<", "≤": r"\le"}
    return rf"\({low} {shown[left]} x {shown[right]} {high}\)"


_BETWEEN = Family(
    id="math.inequalities_compound.between",
    skill="math.inequalities_compound",
    grade=9,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={"m": range(2, 7), "low": range(-9, 6), "high": range(-5, 10), "b": range(-12, 13)},
    derive=_double,
    where=(lambda p: p.high - p.low > 2 and p.b and p.low != -p.high and p.left and p.right,),
    stem="Which x solve [[{left} < {inside} ≤ {right}]]?",
    key=lambda p: _between(p.low, "≤", "<", p.high),
    checker=lambda p, v: (
        v == rf"\({Fraction(p.b - p.right, p.m)} \le x < {Fraction(p.b - p.left, p.m)}\)"
    ),
    misconceptions=(
        Slip(
            "signs_stay",
            lambda p: _between(p.low, "<", "≤", p.high),
            "The ends are right. Dividing by -{m} also turns the signs < and ≤.",
        ),
        Slip(
            "lost_minus",
            lambda p: _between(-p.high, "<", "≤", -p.low),
            "You divided by {m}. The number in front of x is -{m}.",
        ),
        Slip(
            "lost_minus_turned",
            lambda p: _between(-p.high, "≤", "<", -p.low),
            "Divide by -{m}, not by {m}: then the ends change their signs.",
        ),
        Slip(
            "not_divided",
            lambda p: _between(p.low * p.m, "≤", "<", p.high * p.m),
            "These are the bounds for {m}x. Divide them by {m}.",
        ),
        Slip(
            "both_open",
            lambda p: _between(p.low, "<", "<", p.high),
            "One end belongs to it: the one that makes the middle equal to {right}.",
        ),
        Slip(
            "both_closed",
            lambda p: _between(p.low, "≤", "≤", p.high),
            "One end does not belong to it: there the middle is exactly {left}.",
        ),
    ),
    hints=(
        "Do the same to all three parts: first undo the {b}.",
        "Then divide all three parts by -{m}. What happens to the signs?",
    ),
    steps=(
        Step("Take {b} from the left part.", "{left} - {bs}", "{lefts}"),
        Step("Take {b} from the right part.", "{right} - {bs}", "{rights}"),
        Step("Divide the left by -{m}; it becomes the upper end.", "{lefts} ÷ {ms}", "{high}"),
        Step("Divide the right by -{m}; it becomes the lower end.", "{rights} ÷ {ms}", "{low}"),
    ),
    form=TEXT,
)

_LARGEST = Family(
    id="math.inequalities_compound.largest",
    skill="math.inequalities_compound",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(-20, 60), "m": range(3, 12), "c": range(-30, 30)},
    derive=lambda p: {
        "d": p.a - p.c,
        "bound": Fraction(p.a - p.c, p.m),
        "whole": floor(Fraction(p.a - p.c, p.m)),
        "next": floor(Fraction(p.a - p.c, p.m)) + 1,
        "cs": signed(p.c),
    },
    where=(lambda p: p.a and p.c and p.bound.denominator > 1 and abs(p.bound) > 1,),
    stem="What is the largest whole number x with [[{a} - {m}x ≥ {c}]]? It may be negative.",
    key=lambda p: p.whole,
    checker=lambda p, v: p.a - p.m * v >= p.c > p.a - p.m * (v + 1) and v == int(v),
    misconceptions=(
        Slip(
            "rounds_up",
            lambda p: p.whole + 1,
            "Try {next}: [[{a} - {m} * ({next})]] is less than {c}. So round down.",
        ),
        Slip("not_whole", lambda p: p.bound, "That is the bound. The answer is a whole number."),
        Slip(
            "sign",
            lambda p: -p.whole,
            "Dividing by -{m} changes the sign of the other side.",
        ),
        Slip(
            "adds_numbers",
            lambda p: floor(Fraction(p.a + p.c, p.m)),
            "To clear {a}, take it away on both sides.",
        ),
        Slip("not_divided", lambda p: p.d, "That is the bound for {m}x. Divide by {m}."),
    ),
    hints=(
        "Bring {m}x to the right and {c} to the left.",
        "So {m} times x is at most {d}. How large can x be?",
    ),
    steps=(
        Step("{m} times x is at most:", "{a} - {cs}", "{d}"),
        Step("So x is at most:", "{d} ÷ {m}", "{bound}"),
        Step("The next larger whole number is too large; one less fits.", "{next} - 1", "{whole}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_SOLVE, _COUNT, _TOLERANCE, _BETWEEN, _LARGEST)
