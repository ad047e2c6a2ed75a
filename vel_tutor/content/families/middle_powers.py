"""Powers: quotients, powers of powers, exponents below zero; roots of cubes and rough roots."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.vocabulary import ItemFormat

_QUOTIENT = Family(
    id="math.exponent_laws.quotient",
    skill="math.exponent_laws",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "c": range(2, 6),
        "q": range(10, 21),
        "m": range(4, 10),
        "n": range(2, 6),
        "z": ("x", "a", "y", "n"),
    },
    derive=lambda p: {"k": p.c * p.q, "s": p.m - p.n, "gap": p.c * p.q - p.c},
    where=(
        lambda p: p.m - p.n > 1 and p.m != 2 * p.n and p.c != p.q,
        lambda p: p.m + p.n < 11 and p.k < 102,
    ),
    canon=lambda p: (p.c, p.q, p.m, p.n),
    stem="Which is the same as [[({k}{z}^{m})/({c}{z}^{n})]]?",
    key=lambda p: f"{p.q}{p.z}^{p.s}",
    checker=lambda p, v: v == f"{Fraction(p.k, p.c)}{p.z}^{len(range(p.n, p.m))}",
    misconceptions=(
        Slip(
            "divides_exponents",
            lambda p: f"{p.q}{p.z}^{p.m // p.n}" if p.m % p.n == 0 and p.m > p.n * 2 else None,
            "Exponents are taken from each other: {n} of {m} letters cancel.",
        ),
        Slip(
            "adds_exponents",
            lambda p: f"{p.q}{p.z}^{p.m + p.n}",
            "Adding belongs to multiplying. Here {n} letters cancel.",
        ),
        Slip(
            "subtracts_numbers",
            lambda p: f"{p.gap}{p.z}^{p.s}",
            "The exponents are fine, but {k} is divided by {c}.",
        ),
        Slip(
            "both_wrong",
            lambda p: f"{p.gap}{p.z}^{p.m + p.n}",
            "Divide the numbers, and take the exponents from each other.",
        ),
        Slip(
            "keeps_exponent",
            lambda p: f"{p.q}{p.z}^{p.m}",
            "Some letters cancel: {n} of the {m} are gone.",
        ),
        Slip(
            "one_off",
            lambda p: f"{p.q}{p.z}^{p.s + 1}",
            "Count again: {n} of the {m} letters cancel.",
        ),
    ),
    hints=(
        "Divide the numbers. Then see how many letters cancel.",
        "There are {m} letters on top and {n} below.",
    ),
    steps=(
        Step("Numbers:", "{k} ÷ {c}", "{q}"),
        Step("Exponents:", "{m} - {n}", "{s}"),
        Step("Together:", "({k}{z}^{m})/({c}{z}^{n})", "{q}{z}^{s}"),
    ),
    form=EXPRESSION,
)

_POWER = Family(
    id="math.exponent_laws.power_of_power",
    skill="math.exponent_laws",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "m": range(2, 10),
        "n": range(2, 8),
        "k": range(2, 12),
        "z": ("x", "a", "y", "b", "t"),
    },
    derive=lambda p: {
        "mn": p.m * p.n,
        "end": p.m * p.n + p.k,
    },
    where=(lambda p: p.m * p.n < 19 and p.end < 21 and (p.m, p.n) != (2, 2) and p.k != p.mn,),
    canon=lambda p: (p.m, p.n, p.k),
    stem="Write [[({z}^{m})^{n} * {z}^{k}]] as one power of {z}. Which exponent does it have?",
    key=lambda p: p.end,
    checker=lambda p, v: len(([p.z] * p.m) * p.n + [p.z] * p.k) == v,
    misconceptions=(
        Slip(
            "adds_all",
            lambda p: p.m + p.n + p.k,
            "In [[({z}^{m})^{n}]] there are {n} groups of {m} letters: multiply.",
        ),
        Slip("multiplies_all", lambda p: p.mn * p.k, "The last {k} letters come on top: add them."),
        Slip("forgets_last", lambda p: p.mn, "The other {k} letters are missing."),
        Slip(
            "power",
            lambda p: p.m**p.n + p.k if p.m**p.n < 2000 else None,
            "The exponents are multiplied: {n} groups of {m}.",
        ),
        Slip(
            "last_in_group",
            lambda p: p.n * (p.m + p.k),
            "Only [[{z}^{m}]] is in the brackets. The last part comes once.",
        ),
    ),
    hints=("How many letters are multiplied in all?", "[[({z}^{m})^{n}]] has {n} groups of {m}."),
    steps=(
        Step("Letters in the brackets, all groups:", "{n} * {m}", "{mn}"),
        Step("With the last ones:", "{mn} + {k}", "{end}"),
    ),
    form=RATIONAL,
)

_NEGATIVE = Family(
    id="math.exponent_laws.below_zero",
    skill="math.exponent_laws",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(2, 13), "m": range(-4, 4), "n": range(-4, 4)},
    derive=lambda p: {
        "s": p.m + p.n,
        "up": -p.m - p.n,
        "power": p.a ** abs(p.m + p.n),
        "key": Fraction(1, p.a ** abs(p.m + p.n)),
        "product": p.m * p.n,
    },
    where=(
        lambda p: -5 < p.s < 0 and p.m and p.n and p.power < 10000,
        lambda p: p.m != p.n and (p.a < 6 or p.s > -3),
    ),
    stem="What is [[{a}^({m}) * {a}^({n})]]?",
    key=lambda p: p.key,
    checker=lambda p, v: v * p.power == 1,
    misconceptions=(
        Slip("minus_number", lambda p: -p.power, "Below zero in the exponent: one over the power."),
        Slip("drops_minus", lambda p: p.power, "The exponents make {s}: one over the power."),
        Slip(
            "times_exponent",
            lambda p: p.a * p.s,
            "An exponent is not a factor: do not multiply by it.",
        ),
        Slip("minus_part", lambda p: -p.key, "The size is right, but it is above zero."),
        Slip(
            "multiplies_exponents",
            lambda p: Fraction(p.a) ** p.product if abs(p.product) < 7 else None,
            "The exponents add up: {m} and {n} make {s}.",
        ),
        Slip(
            "one_over_product",
            lambda p: Fraction(1, p.a * p.up),
            "Do not multiply {a} by {up}: use it {up} times as a factor.",
        ),
    ),
    hints=("Add the exponents first.", "An exponent below zero: one over the power."),
    steps=(
        Step("Add the exponents.", "{m} + ({n})", "{s}"),
        Step("One over the power:", "{a}^({s})", "1/{a}^{up}"),
        Step("Work it out.", "1/{a}^{up}", "{key}"),
    ),
    form=RATIONAL,
)

_CUBE = Family(
    id="math.roots.cube_equation",
    skill="math.roots",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"x": range(2, 16), "k": range(1, 13)},
    derive=lambda p: {"cube": p.x**3, "all": p.k * p.x**3, "square": p.x**2},
    where=(lambda p: p.x != p.k and p.k != 3 and p.all < 9000,),
    canon=lambda p: (p.x, p.k),
    stem="{k} equal cubes hold {all} cm³ in all. How long is the edge of one cube, in cm?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v * v * v == p.all,
    misconceptions=(
        Slip("third", lambda p: Fraction(p.cube, 3), "A cube root is not a third of the number."),
        Slip("one_cube", lambda p: p.cube, "That is what one cube holds. How long is its edge?"),
        Slip("face", lambda p: p.square, "That is one face of the cube. How long is its edge?"),
        Slip("share_of_third", lambda p: Fraction(p.all, 3), "Dividing by 3 is not a cube root."),
        Slip("times_count", lambda p: p.x * p.k, "The {k} cubes are equal. You want one edge."),
        Slip("sixth", lambda p: Fraction(p.cube, 6), "6 faces matter for the skin, not here."),
    ),
    hints=(
        "What does one cube hold?",
        "Which number times itself, and times itself again, gives that?",
    ),
    steps=(
        Step("One cube:", "{all} ÷ {k}", "{cube}"),
        Step("Its edge three times as a factor:", "{x} * {x} * {x}", "{cube}"),
        Step("So the edge is:", "{cube} ÷ {square}", "{x}"),
    ),
    form=RATIONAL,
    unit="cm",
)


FAMILIES = (
    _QUOTIENT,
    _POWER,
    _NEGATIVE,
    _CUBE,
)
