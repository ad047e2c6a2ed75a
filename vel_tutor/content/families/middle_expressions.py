"""Expressions: two letters, equal expressions, rules of stories, powers with other signs."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus
from vel_tutor.vocabulary import ItemFormat

_TWO_LETTERS = Family(
    id="math.evaluate.two_letters",
    skill="math.evaluate",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"k": range(2, 8), "a": range(2, 10), "b": range(2, 10), "sign": ("+", "-")},
    derive=lambda p: {
        "ka": p.k * p.a,
        "bb": p.b * p.b,
        "answer": p.k * p.a + (1 if p.sign == "+" else -1) * p.b * p.b,
        "s": 1 if p.sign == "+" else -1,
        "word": "add" if p.sign == "+" else "take away",
    },
    where=(lambda p: p.answer > 0 and p.a != p.b and p.b > 2,),
    stem="What is [[{k}x {sign} y^2]] for [[x = {a}]] and [[y = {b}]]?",
    key=lambda p: p.answer,
    checker=lambda p, v: v - sum(p.s for _ in range(p.b) for _ in range(p.b)) == p.k * p.a,
    misconceptions=(
        Slip("doubles", lambda p: p.ka + p.s * 2 * p.b, "[[y^2]] is {b} times {b}, not 2 times."),
        Slip(
            "joins",
            lambda p: 10 * p.k + p.a + p.s * p.bb,
            "[[{k}x]] means {k} times {a}. Do not write the digits side by side.",
        ),
        Slip("adds_factor", lambda p: p.k + p.a + p.s * p.bb, "[[{k}x]] is a product, not a sum."),
        Slip("swapped", lambda p: p.k * p.b + p.s * p.a**2, "You swapped x and y. Look again."),
        Slip(
            "squares_all",
            lambda p: (p.ka + p.s * p.b) ** 2,
            "Only y is squared. Square {b} first.",
        ),
        Slip(
            "left_to_right",
            lambda p: (p.ka + p.s * p.b) * p.b,
            "Work out [[y^2]] before you {word}.",
        ),
    ),
    hints=("Put the numbers in for the letters.", "First [[{k} * {a}]] and [[{b}^2]]."),
    steps=(
        Step("The first part:", "{k} * {a}", "{ka}"),
        Step("The square:", "{b}^2", "{bb}"),
        Step("Put them together.", "{ka} {sign} {bb}", "{answer}"),
    ),
    form=RATIONAL,
)

_WHICH = Family(
    id="math.equivalent.which",
    skill="math.equivalent",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={
        "k": range(2, 9),
        "b": range(1, 10),
        "m": range(2, 10),
        "z": ("x", "n", "t", "a"),
    },
    derive=lambda p: {
        "kb": p.k * p.b,
        "s": p.k + p.m,
        "right": f"{p.k + p.m}{p.z} + {p.k * p.b}",
    },
    where=(lambda p: p.k != p.m and p.b != p.k,),
    canon=lambda p: (p.k, p.b, p.m),
    stem="Which is equal to [[{k}({z} + {b}) + {m}{z}]] for every {z}?",
    key=lambda p: p.right,
    checker=lambda p, v: agrees(v, p.z, lambda t: p.k * (t + p.b) + p.m * t),
    misconceptions=(
        Slip(
            "first_only",
            lambda p: f"{p.s}{p.z} + {p.b}",
            "The {k} multiplies {b} too: that makes {kb}.",
        ),
        Slip(
            "all_joined",
            lambda p: f"{p.s + p.kb}{p.z}",
            "{kb} has no {z}, so it cannot join the others.",
        ),
        Slip(
            "adds_factor",
            lambda p: f"{p.s}{p.z} + {p.k + p.b}",
            "{k} and {b} are multiplied, not added.",
        ),
        Slip(
            "multiplies_terms",
            lambda p: f"{p.k * p.m}{p.z} + {p.kb}",
            "{k}{z} and {m}{z} are added: that is {s}{z}.",
        ),
        Slip(
            "brackets_round_all",
            lambda p: f"{p.k + p.k * p.m}{p.z} + {p.kb}",
            "{m}{z} stands outside the brackets. {k} does not multiply it.",
        ),
        Slip(
            "forgets_letter",
            lambda p: f"{p.k}{p.z} + {p.kb + p.m}",
            "{m}{z} has a {z}. Put it with {k}{z}.",
        ),
        Slip(
            "square",
            lambda p: f"{p.s}{p.z}^2 + {p.kb}",
            "Adding {k}{z} and {m}{z} gives no square.",
        ),
    ),
    hints=("First multiply out the brackets.", "[[{k}({z} + {b}) = {k}{z} + {kb}]]. Go on."),
    steps=(
        Step("Multiply out.", "{k}({z} + {b}) + {m}{z}", "{k}{z} + {kb} + {m}{z}"),
        Step("Put like terms together.", "{k}{z} + {kb} + {m}{z}", "{right}"),
    ),
    form=EXPRESSION,
)

_MISSING = Family(
    id="math.equivalent.missing_number",
    skill="math.equivalent",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "k": range(2, 13),
        "m": range(2, 10),
        "b": range(2, 13),
        "z": ("x", "n", "w", "y"),
        "sign": ("+", "-"),
    },
    derive=lambda p: {"km": p.k * p.m, "kb": p.k * p.b},
    where=(lambda p: p.k != p.b and p.m != p.b,),
    canon=lambda p: (p.k, p.m, p.b, p.sign),
    stem="{k}({m}{z} {sign} ?) is equal to [[{km}{z} {sign} {kb}]] for every {z}. What is ?",
    key=lambda p: p.b,
    checker=lambda p, v: p.k * v == p.kb,
    misconceptions=(
        Slip("same_number", lambda p: p.kb, "{k} multiplies what is in the brackets as well."),
        Slip("subtracts", lambda p: p.kb - p.k, "Take the factor {k} out by dividing."),
        Slip("multiplies", lambda p: p.kb * p.k, "You multiplied again. What times {k} is {kb}?"),
        Slip(
            "other_factor",
            lambda p: Fraction(p.kb, p.m),
            "Divide {kb} by {k}, not by {m}: {k} stands outside.",
        ),
        Slip("whole_factor", lambda p: Fraction(p.kb, p.km), "Divide by what is outside: {k}."),
        Slip("factor", lambda p: p.k, "{k} is outside already. What is left inside?"),
    ),
    hints=("Multiply out: what must come to {kb}?", "{k} times the missing number is {kb}."),
    steps=(Step("Divide by the factor outside.", "{kb} ÷ {k}", "{b}"),),
    form=RATIONAL,
)


_POWERS = Family(
    id="math.exponents.with_product",
    skill="math.exponents",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"a": range(2, 10), "b": range(2, 7), "n": range(2, 5), "c": range(-20, 21)},
    derive=lambda p: {
        "power": p.b**p.n,
        "product": p.a * p.b**p.n,
        "tail": plus(p.c),
        "answer": p.a * p.b**p.n + p.c,
        "row": " * ".join([str(p.b)] * p.n),
    },
    where=(
        lambda p: p.product < 500 and abs(p.c) > 1 and p.answer > 0,
        lambda p: p.b != p.n and p.a != p.b,
    ),
    stem="What is [[{a} * {b}^{n} {tail}]]?",
    key=lambda p: p.answer,
    checker=lambda p, v: Fraction(v - p.c, p.a) == p.b**p.n,
    misconceptions=(
        Slip("times_exponent", lambda p: p.a * p.b * p.n + p.c, "[[{b}^{n}]] is [[{row}]]."),
        Slip(
            "product_first",
            lambda p: (p.a * p.b) ** p.n + p.c,
            "The power comes before the product. Only {b} has the exponent.",
        ),
        Slip("forgets_number", lambda p: p.product, "You left out the last number."),
        Slip("sign_of_last", lambda p: p.product - p.c, "Check the sign of the last number."),
        Slip("sum_first", lambda p: p.a * (p.power + p.c), "Multiply before you go on to the end."),
        Slip("adds", lambda p: p.a + p.power + p.c, "{a} is multiplied with the power."),
        Slip(
            "one_factor_less",
            lambda p: p.a * p.b ** (p.n - 1) + p.c,
            "One factor is missing: it is [[{row}]].",
        ),
        Slip(
            "one_factor_more",
            lambda p: p.a * p.b ** (p.n + 1) + p.c,
            "One factor too many: it is [[{row}]].",
        ),
    ),
    hints=("Which part comes first: power, product or sum?", "The power first: [[{row}]]."),
    steps=(
        Step("The power:", "{b}^{n}", "{power}"),
        Step("The product:", "{a} * {power}", "{product}"),
        Step("The rest:", "{product} {tail}", "{answer}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _TWO_LETTERS,
    _WHICH,
    _MISSING,
    _POWERS,
)
