"""Growth by a factor, interest on interest, one function after another."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, MONEY, WHOLE, decimal_text
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat

_WORDS = {
    2: "doubles",
    3: "triples",
    4: "becomes four times as much",
    5: "becomes five times as much",
}

_GROW = Family(
    id="math.growth.by_factor",
    skill="math.growth",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "n": range(2, 60),
        "k": (2, 3, 4, 5),
        "t": range(3, 7),
        "what": ("A colony of cells", "A bed of algae", "A yeast sample", "An online clip"),
    },
    derive=lambda p: {
        "word": _WORDS[p.k],
        "power": p.k**p.t,
        "total": p.n * p.k**p.t,
    },
    where=(lambda p: p.total <= 20_000,),
    canon=lambda p: (p.n, p.k, p.t),
    stem="{what} starts at {n} and {word} every hour. How much is it after {t} hours?",
    key=lambda p: p.total,
    checker=lambda p, v: _shrunk(v, p.k, p.t) == p.n,
    misconceptions=(
        Slip(
            "same_each_time",
            lambda p: p.n * p.k * p.t,
            "You added the same each hour. Each hour starts from what is there by then.",
        ),
        Slip(
            "first_step_kept",
            lambda p: p.n + p.n * (p.k - 1) * p.t,
            "The growth itself grows: take all of it {k} times each hour.",
        ),
        Slip("one_hour_less", lambda p: p.total // p.k, "That is one hour too early."),
        Slip("one_hour_more", lambda p: p.total * p.k, "That is one hour too late."),
        Slip("no_start", lambda p: p.power, "That is how much one grows to. It starts at {n}."),
        Slip("adds_power", lambda p: p.n + p.power, "Take {n} times the growth, do not add it."),
    ),
    hints=(
        "Take it times {k} for each hour.",
        "Over {t} hours that is {k} times itself, {t} factors in all.",
    ),
    steps=(
        Step("The growth over {t} hours:", "{k}^{t}", "{power}"),
        Step("From {n} at the start:", "{n} * {power}", "{total}"),
    ),
    form=WHOLE,
)


def _shrunk(value: int | Fraction, factor: int, times: int) -> Fraction:
    """Going back in time: divide by the factor again and again."""
    left = Fraction(value)
    for _ in range(times):
        left /= factor
    return left


_INTEREST = Family(
    id="math.growth.interest",
    skill="math.growth",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"hundreds": range(2, 60), "rate": range(2, 13)},
    derive=lambda p: {
        "start": p.hundreds * 100,
        "first": p.hundreds * p.rate,
        "after": p.hundreds * (100 + p.rate),
        "second": Fraction(p.hundreds * (100 + p.rate) * p.rate, 100),
        "second_text": decimal_text(Fraction(p.hundreds * (100 + p.rate) * p.rate, 100), 2),
        "total": Fraction(p.hundreds * (100 + p.rate) ** 2, 100),
        "total_text": decimal_text(Fraction(p.hundreds * (100 + p.rate) ** 2, 100), 2),
    },
    stem=(
        "You save ${start} at {rate}% a year, and the interest stays in. How much is there after"
        " 2 years?"
    ),
    key=lambda p: p.total,
    checker=lambda p, v: v * 10_000 == p.start * (100 + p.rate) * (100 + p.rate),
    misconceptions=(
        Slip(
            "simple",
            lambda p: p.start + 2 * p.first,
            "In the second year the interest of the first year earns interest too.",
        ),
        Slip("one_year", lambda p: p.after, "That is after one year. There is one more."),
        Slip(
            "interest_only",
            lambda p: p.total - p.start,
            "That is the interest. Add the ${start}.",
        ),
        Slip("second_only", lambda p: p.second, "That is the interest of the second year alone."),
        Slip(
            "rate_as_dollars",
            lambda p: p.start + 2 * p.rate,
            "{rate}% is not ${rate}. It is a share of what is there.",
        ),
    ),
    hints=(
        "How much is there after the first year?",
        "After one year there is ${after}. The second year starts from that.",
    ),
    steps=(
        Step("Interest of the first year:", "{rate}% * {start}", "{first}"),
        Step("So after one year:", "{start} + {first}", "{after}"),
        Step("Interest of the second year:", "{rate}% * {after}", "{second_text}"),
        Step("After two years:", "{after} + {second_text}", "{total_text}"),
    ),
    form=MONEY,
)

_CHAIN = Family(
    id="math.functions.chained",
    skill="math.functions",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={"a": range(2, 8), "b": range(-9, 10), "c": range(-6, 7), "x": range(-5, 6)},
    derive=lambda p: {
        "f": f"{p.a}x {plus(p.b)}",
        "g": f"x^2 {plus(p.c)}",
        "xs": signed(p.x),
        "cs": plus(p.c),
        "bs": plus(p.b),
        "inner": p.x**2 + p.c,
        "ins": signed(p.x**2 + p.c),
        "outer": p.a * (p.x**2 + p.c) + p.b,
        "other": (p.a * p.x + p.b) ** 2 + p.c,
        "line": p.a * p.x + p.b,
    },
    where=(lambda p: abs(p.x) > 1 and p.b and p.c and p.inner and p.outer != p.other,),
    stem="Let [[f(x) = {f}]] and [[g(x) = {g}]]. What is [[f(g({x}))]]?",
    key=lambda p: p.outer,
    checker=lambda p, v: (v - p.b) / Fraction(p.a) - p.c == p.x * p.x,
    misconceptions=(
        Slip("other_order", lambda p: p.other, "You used f first. The inner one, g, comes first."),
        Slip("inner_only", lambda p: p.inner, "That is g alone. Now put it into f."),
        Slip("outer_only", lambda p: p.line, "You put {x} into f. First g has its turn."),
        Slip("product", lambda p: p.line * p.inner, "You multiplied f and g. Put g into f."),
        Slip("sum", lambda p: p.line + p.inner, "You added f and g. Put g into f instead."),
    ),
    hints=("Work from the inside out.", "First put {x} into g: [[{xs}^2 {cs}]]."),
    steps=(
        Step("The inner one first.", "{xs}^2 {cs}", "{inner}"),
        Step("Put that into f.", "{a} * {ins} {bs}", "{outer}"),
    ),
    form=INTEGER,
)

FAMILIES = (_GROW, _INTEREST, _CHAIN)
