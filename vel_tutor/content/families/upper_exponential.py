"""Exponential functions: growth and decay, rules from points, equations with x above."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, RATIONAL, decimal_text
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat

_RATE = Family(
    id="math.exponential_functions.percent",
    skill="math.exponential_functions",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "what": (
            "value of a car",
            "number of bees",
            "amount of a dye",
            "price of a house",
            "height of a wave",
        ),
        "start": range(20, 900, 10),
        "pct": (*range(-60, -1), *range(2, 61)),
    },
    derive=lambda p: {
        "base": decimal_text(1 + Fraction(p.pct, 100), 2),
        "size": abs(p.pct),
        "way": "grow" if p.pct > 0 else "shrink",
        "gap": decimal_text(abs(Fraction(p.pct, 100)), 2),
        "order": f"{decimal_text(1 + Fraction(p.pct, 100), 2)} - 1"
        if p.pct > 0
        else f"1 - {decimal_text(1 + Fraction(p.pct, 100), 2)}",
        "whole": 100 + p.pct,
    },
    where=(lambda p: p.pct % 10 or abs(p.pct) < 60,),
    canon=lambda p: (p.pct, p.start, p.what),
    stem=(
        "The {what} after t years is [[{start} * {base}^t]]. By how many percent does it {way}"
        " each year?"
    ),
    key=lambda p: p.size,
    checker=lambda p, v: 100 * Fraction(p.base) == 100 + (v if p.pct > 0 else -v),
    misconceptions=(
        Slip(
            "whole_base",
            lambda p: p.whole,
            "{base} is what one year leaves in all, as a part of 1.",
        ),
        Slip(
            "tenth",
            lambda p: Fraction(p.size, 10),
            "{gap} is so many hundredths, and percent are hundredths.",
        ),
        Slip("ten_times", lambda p: 10 * p.size, "{gap} is so many hundredths, not thousandths."),
        Slip(
            "start",
            lambda p: p.start,
            "{start} is where it starts. The yearly change is in the base.",
        ),
    ),
    hints=("No change would be a factor of 1.", "How far is {base} from 1? Write that in percent."),
    steps=(
        Step("The distance from 1:", "{order}", "{gap}"),
        Step("In percent:", "{gap} * 100", "{size}"),
    ),
    form=PERCENT,
)

_POINTS = Family(
    id="math.exponential_functions.two_points",
    skill="math.exponential_functions",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=80,
    params={"a": range(1, 30), "u": range(1, 6), "w": (1, 1, 2, 3, 4), "s": (1, 2, 3), "g": (2, 3)},
    derive=lambda p: {
        "b": Fraction(p.u, p.w),
        "e": p.s + p.g,
        "y1": p.a * Fraction(p.u, p.w) ** p.s,
        "y2": p.a * Fraction(p.u, p.w) ** (p.s + p.g),
        "power": Fraction(p.u, p.w) ** p.g,
        "name": ("square", "cube")[p.g - 2],
    },
    where=(
        lambda p: p.b.denominator == p.w and p.b != 1 and p.y2.denominator == 1 and p.y2 < 3000,
        lambda p: p.y1 not in (1, 0),
    ),
    canon=lambda p: (p.y1, p.y2, p.s, p.g),
    stem=(
        "The graph of [[y = a * b^x]] goes through ({s}, {y1}) and ({e}, {y2}). b is positive."
        " What is b?"
    ),
    key=lambda p: p.b,
    checker=lambda p, v: v > 0 and p.y1 * v**p.g == p.y2,
    misconceptions=(
        Slip(
            "power", lambda p: p.power, "That is b to the power {g}: x grows by {g}. Take a root."
        ),
        Slip("start", lambda p: p.a, "That is a, the value at x = 0. The question is about b."),
        Slip(
            "slope", lambda p: Fraction(p.y2 - p.y1, p.g), "That is a slope. Here y is multiplied."
        ),
        Slip(
            "divided",
            lambda p: p.power / p.g,
            "From step to step y is multiplied: use a root, do not divide by {g}.",
        ),
        Slip("turned", lambda p: 1 / p.b, "Second over first: you divided the other way round."),
    ),
    hints=(
        "By which factor does y change from the first point to the second?",
        "How many steps does x take? That factor is b to the power of this number.",
    ),
    steps=(
        Step("The factor of both steps together:", "{y2} ÷ {y1}", "{power}"),
        Step("b to the power {g} is that. Its {name} root:", "({power})^(1/{g})", "{b}"),
    ),
    form=RATIONAL,
)

_HALF_LIFE = Family(
    id="math.exponential_functions.half_life",
    skill="math.exponential_functions",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "what": ("A medicine", "A tracer", "A dye", "A sample"),
        "h": range(2, 25),
        "n": range(2, 7),
        "k": range(1, 20),
        "ask": ("left", "time"),
    },
    derive=lambda p: {
        "start": p.k * 2**p.n,
        "time": p.h * p.n,
        "power": 2**p.n,
        "question": f"How many mg are left after {p.h * p.n} hours?"
        if p.ask == "left"
        else f"After how many hours are {p.k} mg left?",
        "key": p.k if p.ask == "left" else p.h * p.n,
        "lost": p.k * 2**p.n - p.k,
    },
    where=(lambda p: p.k != p.n and p.k != p.h,),
    canon=lambda p: (p.h, p.n, p.k, p.ask),
    stem="{what} of {start} mg loses half of what is there every {h} hours. {question}",
    key=lambda p: p.key,
    checker=lambda p, v: (
        (v if p.ask == "left" else Fraction(p.k))
        * 2 ** (p.n if p.ask == "left" else Fraction(v) / p.h)
        == p.start
    ),
    misconceptions=(
        Slip(
            "divides_by_number",
            lambda p: Fraction(p.start, p.n) if p.ask == "left" else Fraction(p.start, p.k),
            "It is halved again and again, not divided evenly.",
        ),
        Slip(
            "one_too_few",
            lambda p: 2 * p.k if p.ask == "left" else p.time - p.h,
            "One more half-life is needed.",
        ),
        Slip(
            "one_too_many",
            lambda p: Fraction(p.k, 2) if p.ask == "left" else p.time + p.h,
            "You halved once too often.",
        ),
        Slip(
            "other_number",
            lambda p: p.lost if p.ask == "left" else p.n,
            "Read again what is asked: milligrams left, or hours.",
        ),
        Slip(
            "half_each_hour",
            lambda p: Fraction(p.start, 2) if p.ask == "left" else p.h,
            "That is after one half-life of {h} hours.",
        ),
        Slip(
            "straight_line",
            lambda p: 0 if p.ask == "left" else 2 * p.h,
            "After two half-lives a quarter is left, not nothing.",
        ),
    ),
    hints=(
        "What is left after {h} hours? After twice as long?",
        "Halve {start} again and again, and count.",
    ),
    steps=lambda p: (
        (
            Step("How often is it halved?", f"{p.time} ÷ {p.h}", f"{p.n}"),
            Step("That many halves are a factor of:", f"2^{p.n}", f"{p.power}"),
            Step("So there is left:", f"{p.start} ÷ {p.power}", f"{p.k}"),
        )
        if p.ask == "left"
        else (
            Step("By which factor does it fall?", f"{p.start} ÷ {p.k}", f"{p.power}"),
            Step("That is so many halvings:", f"log_2({p.power})", f"{p.n}"),
            Step("In hours:", f"{p.n} * {p.h}", f"{p.time}"),
        )
    ),
    form=RATIONAL,
)

_SAME_BASE = Family(
    id="math.exponential_equations.same_base",
    skill="math.exponential_equations",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=80,
    params={
        "b": (2, 3, 5),
        "m": (1, 2, 3),
        "n": (1, 2, 3, 4),
        "c": range(-9, 10),
        "d": range(-9, 10),
    },
    derive=lambda p: {
        "left": f"{p.b**p.m}^(x {plus(p.c)})",
        "right": f"{p.b**p.n}^(x {plus(p.d)})",
        "x": Fraction(p.n * p.d - p.m * p.c, p.m - p.n) if p.m != p.n else 0,
        "k": p.m - p.n,
        "number": p.n * p.d - p.m * p.c,
        "ks": signed(p.m - p.n),
        "cs": signed(p.c),
        "ds": signed(p.d),
        "one": p.b**p.m,
        "other": p.b**p.n,
    },
    where=(lambda p: p.m != p.n and p.c and p.d and p.number and p.other <= 125,),
    stem="Solve [[{left} = {right}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.m * (v + p.c) - p.n * (v + p.d) == 0,
    misconceptions=(
        Slip(
            "bracket_half",
            lambda p: Fraction(p.d - p.c, p.k),
            "The whole exponent is multiplied, also the number in it.",
        ),
        Slip("sign", lambda p: -p.x, "Check the sign: put your number in."),
        Slip("not_divided", lambda p: p.number, "That is {k} times x. Divide by {k}."),
        Slip(
            "adds_letters",
            lambda p: Fraction(p.number, p.m + p.n),
            "Bring the x to one side by taking away.",
        ),
        Slip(
            "exponents_added",
            lambda p: Fraction(p.n + p.d - p.m - p.c, p.k),
            "A power of a power multiplies the exponents: {m} times the bracket.",
        ),
    ),
    hints=(
        "Write both bases as powers of the same number.",
        "{one} and {other} are both powers of {b}. Then compare the exponents.",
    ),
    steps=(
        Step("{one} as a power of {b} has the exponent:", "log_{b}({one})", "{m}"),
        Step("{other} as a power of {b} has the exponent:", "log_{b}({other})", "{n}"),
        Step("Compare exponents: x is there", "{m} - {n}", "{k}"),
        Step("times, and on the other side is:", "{n} * {ds} - {m} * {cs}", "{number}"),
        Step("Divide.", "{number} ÷ {ks}", "{x}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_RATE, _POINTS, _HALF_LIFE, _SAME_BASE)
