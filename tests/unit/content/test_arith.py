"""The language of school arithmetic: what it reads, what it is worth, how it looks."""

import re
from fractions import Fraction

import pytest
import sympy

from vel_tutor import content
from vel_tutor.content import algebra, arith, bank, latex
from vel_tutor.vocabulary import ItemFormat


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("2 - 3 - 4", -5),
        ("2 * -3", -6),
        ("-3^2", -9),
        ("(-3)^2", 9),
        ("2^-3", Fraction(1, 8)),
        ("1/2 + 1/3", Fraction(5, 6)),
        ("12 ÷ 3 ÷ 2", 2),
        ("2_1/3", Fraction(7, 3)),
        ("25% * 80", 20),
        ("sqrt(49) + 1", 8),
        ("sqrt(9/16)", Fraction(3, 4)),
        ("1,234.5", Fraction(2469, 2)),
        (".5", Fraction(1, 2)),
        ("3(4 + 1)", 15),
        ("0.1 + 0.2", Fraction(3, 10)),
    ],
)
def test_an_expression_has_its_exact_value(text, value):
    assert arith.evaluate(arith.parse(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", "2 +", "(2", "2)", "1,23", "2 3", "x2", "a.b", "f'", "1" * 250, "__class__", "1..2"],
)
def test_what_is_not_arithmetic_is_refused(text):
    with pytest.raises(arith.Unreadable):
        arith.parse(text)


@pytest.mark.parametrize("text", ["1/0", "sqrt(2)", "sqrt(-4)", "x", "9^9^9", "0^-1", "2^(1/2)"])
def test_what_has_no_exact_value_is_refused(text):
    with pytest.raises(arith.Unreadable):
        arith.evaluate(arith.parse(text))


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("3(x + 4)", "3x + 12", True),
        ("(x + 1)^2", "x^2 + 2x + 1", True),
        ("x^3 * x^4", "x^7", True),
        ("x^2", "x^2 + x - x", True),
        ("x^12", "x^11", False),
        ("x", "x + 1", False),
        ("x + y", "y + x", True),
        ("x * y", "x + y", False),
        ("6/8", "3/4", True),
    ],
)
def test_expressions_are_equal_when_they_agree_everywhere(one, other, equal):
    assert algebra.same(arith.parse(one), arith.parse(other)) is equal


@pytest.mark.parametrize(
    "family_id",
    [f.id for f in content.families() if f.format is ItemFormat.EXPRESSION],
)
def test_a_computer_algebra_system_agrees_with_our_keys(family_id):
    family = content.family(family_id)
    for seed in range(20):
        p = bank.params(family_id, seed)
        last = bank.steps(family, p)[-1]

        difference = sympy.sympify(f"{_python(last.lhs)} - ({_python(str(family.key(p)))})")

        assert sympy.expand(difference) == 0


def _python(text: str) -> str:
    """Our own generated text, with the signs Python wants."""
    spelled = re.sub(r"(?<=[\w)])(?=[a-z(])", "*", text)
    return spelled.replace("^", "**")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3/4 + 1/6", r"\(\frac{3}{4} + \frac{1}{6}\)"),
        ("(1 + 2)/3", r"\(\frac{1 + 2}{3}\)"),
        ("2x + 3 = 11", r"\(2x + 3 = 11\)"),
        ("-2x > 6", r"\(-2x > 6\)"),
        ("x ≤ 4", r"\(x \le 4\)"),
        ("2_1/3", r"\(2\,\frac{1}{3}\)"),
        ("12345 * 2", r"\(\text{12,345} \times 2\)"),
        ("x^2", r"\(x^{2}\)"),
        ("sqrt(16)", r"\(\sqrt{16}\)"),
        ("8 ÷ 2", r"\(8 \div 2\)"),
        ("25%", r"\(25\%\)"),
        ("3 - (-4)", r"\(3 - (-4)\)"),
    ],
)
def test_arithmetic_looks_as_in_a_book(text, shown):
    assert latex.tex(text) == shown


def test_terms_and_factors_tell_products_from_sums():
    assert [algebra.terms(arith.parse(t)) for t in ("3x + 12", "3(x + 4)", "3x")] == [2, 3, 1]
    assert [algebra.factor(arith.parse(t)) for t in ("3(x + 4)", "3x + 12")] == [3, 1]
