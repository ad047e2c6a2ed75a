"""Logarithms: what they are, how they combine, and growth to a goal."""

from fractions import Fraction

from vel_tutor.content import arith
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_VALUE = Family(
    id="math.logarithms.value",
    skill="math.logarithms",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=45,
    params={
        "r": (2, 3, 4, 5, 6, 7, 10),
        "p1": (1, 2, 3),
        "e": range(-4, 8),
        "k": range(2, 12),
    },
    derive=lambda p: {
        "b": p.r**p.p1,
        "y": Fraction(p.r) ** p.e,
        "value": Fraction(p.e, p.p1),
        "total": p.k * Fraction(p.e, p.p1),
    },
    where=(
        lambda p: p.e and p.b < 130 and max(p.y.numerator, p.y.denominator) < 20_000,
        lambda p: p.value.denominator == p.p1 and p.value != 1,
    ),
    stem="What is [[{k}log_{b}({y})]]?",
    key=lambda p: p.total,
    checker=lambda p, v: Fraction(p.b) ** (v * p.p1 // p.k) == p.y**p.p1,
    misconceptions=(
        Slip(
            "divides",
            lambda p: p.k * p.y / p.b,
            "A logarithm is an exponent: {b} to which power is [[{y}]]?",
        ),
        Slip("factor_left_out", lambda p: p.value, "That is the logarithm. Multiply it by {k}."),
        Slip("sign", lambda p: -p.total, "Is [[{y}]] larger or smaller than 1? Check the sign."),
        Slip(
            "turned", lambda p: p.k / p.value, "The other way round: {b} is the base of the power."
        ),
        Slip("adds_factor", lambda p: p.value + p.k, "{k} multiplies the logarithm."),
        Slip(
            "whole_exponent",
            lambda p: p.k * p.e if p.p1 > 1 else None,
            "The base is {b}, not {r}: {b} is itself a power of {r}.",
        ),
    ),
    hints=("A logarithm asks for an exponent.", "{b} to which power makes [[{y}]]?"),
    steps=(
        Step("The exponent that makes it:", "log_{b}({y})", "{value}"),
        Step("Times {k}:", "{k} * ({value})", "{total}"),
    ),
    form=RATIONAL,
)


_LAWS = Family(
    id="math.log_laws.combine",
    skill="math.log_laws",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "b": (2, 3, 4, 5, 6, 10, 12),
        "e": (1, 2, 3, 4),
        "c": range(2, 40),
        "op": ("+", "-"),
    },
    derive=lambda p: {
        "power": p.b**p.e,
        "one": Fraction(p.b**p.e, p.c) if p.op == "+" else Fraction(p.b**p.e * p.c),
        "sign": "*" if p.op == "+" else "÷",
        "word": "product" if p.op == "+" else "quotient",
    },
    where=(
        lambda p: p.one.denominator == 1 and p.one > 1 and p.power < 1500 and p.one < 3000,
        lambda p: not _is_power(p.c, p.b),
    ),
    canon=lambda p: (p.b, p.e, p.c, p.op),
    stem="Work out [[log_{b}({one}) {op} log_{b}({c})]].",
    key=lambda p: p.e,
    checker=lambda p, v: p.b**v == (p.one * p.c if p.op == "+" else p.one / p.c),
    misconceptions=(
        Slip("no_logarithm", lambda p: p.power, "The {word} is right. Which power of {b} is it?"),
        Slip(
            "divides_by_base",
            lambda p: Fraction(p.power, p.b),
            "Do not divide by {b}. Ask for the exponent of {b}.",
        ),
        Slip("one_less", lambda p: p.e - 1, "Count again: how often is {b} a factor of {power}?"),
        Slip("one_more", lambda p: p.e + 1, "Count again: {b} to which power is {power}?"),
        Slip(
            "adds_numbers",
            lambda p: p.one + p.c if p.op == "+" else p.one - p.c,
            "Sums of logarithms go with products inside. And the answer is an exponent.",
        ),
    ),
    hints=(
        "Two logarithms with the same base can become one.",
        "A sum of logarithms is one of a product; a difference is one of a quotient.",
    ),
    steps=(
        Step("The {word} inside:", "{one} {sign} {c}", "{power}"),
        Step("Which power of {b} is it?", "log_{b}({power})", "{e}"),
    ),
    form=RATIONAL,
)


def _is_power(number: int, base: int) -> bool:
    return _log(Fraction(number), base) is not None


def _log(number: Fraction, base: int) -> Fraction | None:
    """The logarithm, where it is exact."""
    if number <= 0:
        return None
    try:
        return arith.evaluate(arith.parse(f"log_{base}({number})"))
    except arith.Unreadable:
        return None


_LOGS = {2: 301, 3: 477, 7: 845}
"""Logarithms to base 10, in thousandths, as tables print them."""

_ESTIMATE = Family(
    id="math.exponential_equations.with_log",
    skill="math.exponential_equations",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": ("A clip", "A song", "A photo", "A joke"),
        "b": (2, 3, 7),
        "i": range(4),
        "j": range(3),
        "n": range(2, 7),
    },
    derive=lambda p: {
        "goal": 2**p.i * 3**p.j * 10**p.n,
        "lead": 2**p.i * 3**p.j,
        "base_log": decimal_text(Fraction(_LOGS[p.b], 1000), 3),
        "lead_log": decimal_text(Fraction(p.i * 301 + p.j * 477, 1000), 3),
        "goal_log": decimal_text(p.n + Fraction(p.i * 301 + p.j * 477, 1000), 3),
        "days": Fraction(1000 * p.n + p.i * 301 + p.j * 477, _LOGS[p.b]),
        "whole": (1000 * p.n + p.i * 301 + p.j * 477) // _LOGS[p.b],
        "next": (1000 * p.n + p.i * 301 + p.j * 477) // _LOGS[p.b] + 1,
    },
    where=(lambda p: 1 < p.lead < 10, lambda p: p.days.denominator > 1),
    canon=lambda p: (p.what, p.b, p.goal),
    stem=(
        "{what} has 1 viewer today, and each day {b} times as many as the day before. With log"
        " {b} ≈ {base_log} and log {lead} ≈ {lead_log}: after how many days are there more than"
        " {goal} viewers in a day for the first time?"
    ),
    key=lambda p: p.next,
    checker=lambda p, v: v < 40 and v == int(v) and p.b ** int(v) > p.goal >= p.b ** int(v - 1),
    misconceptions=(
        Slip(
            "rounds_down", lambda p: p.whole, "After {whole} days it is not yet enough. Round up."
        ),
        Slip("not_rounded", lambda p: p.days, "Only whole days count. Round up."),
        Slip(
            "divides",
            lambda p: Fraction(p.goal, p.b),
            "It grows by a factor each day. Use logarithms.",
        ),
        Slip("lead_only", lambda p: p.n, "{n} is only the power of ten in {goal}."),
        Slip(
            "one_more",
            lambda p: p.next + 1,
            "One day less is enough: {next} days already bring more.",
        ),
    ),
    hints=(
        "Solve [[{b}^t = {goal}]] with logarithms. What is log {goal}?",
        "log {goal} is {n} + {lead_log}. Divide by log {b}.",
    ),
    steps=(
        Step("The logarithm of the goal:", "{n} + {lead_log}", "{goal_log}"),
        Step("Divide by log {b}.", "{goal_log} ÷ {base_log}", "{days}"),
        Step("So {whole} days are too few; one more is enough.", "{whole} + 1", "{next}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _VALUE,
    _LAWS,
    _ESTIMATE,
)
