"""What can be said of an expression as a whole: its letters, its terms, whether two are equal."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from vel_tutor.content.arith import (
    Binary,
    Const,
    Node,
    Num,
    Unary,
    Unreadable,
    Var,
    evaluate,
    exact,
    parse,
)
from vel_tutor.content.surds import Exact, Surd


def letters(node: Node) -> frozenset[str]:
    """The letters the expression is written in."""
    match node:
        case Var(name):
            return frozenset((name,))
        case Unary(_, of):
            return letters(of)
        case Binary(_, left, right):
            return letters(left) | letters(right)
    return frozenset()


def degree(node: Node) -> int:
    """No smaller than the number of places where a difference of such expressions can vanish."""
    match node:
        case Num() | Const():
            return 0
        case Var():
            return 1
        case Unary(_, of):
            return degree(of)
        case Binary("^", left, Num(value)):
            return degree(left) * max(1, abs(int(value)))
        case Binary(_, left, right):
            return degree(left) + degree(right)


def same(one: Node, other: Node, at: Mapping[str, Exact | int] | None = None) -> bool:
    """Whether both have the same value, for every value of the letters not fixed by `at`.

    Letters are tried at more points than the difference can have roots, so one letter is
    decided exactly; points where a side has no value are passed over.
    """
    fixed = dict(at or {})
    free = sorted((letters(one) | letters(other)) - set(fixed))
    wanted = degree(one) + degree(other) + 1 if free else 1
    met = 0
    for turn in range(2 * wanted + 2):
        tried = {name: Fraction(2 * turn + 7 * i - 9, 3) for i, name in enumerate(free)}
        point: dict[str, Exact | int] = {**tried, **fixed}
        try:
            if exact(one, point) != exact(other, point):
                return False
        except Unreadable:
            continue
        met += 1
        if met == wanted:
            return True
    return False


def terms(node: Node) -> int:
    """How many terms the expression is written with, counting those inside brackets.

    `3x + 12` has two, `3(x + 4)` three, `3x` and `3 * x` one each.
    """
    match node:
        case Binary("+" | "-", left, right):
            return terms(left) + terms(right)
        case Binary("*" | " " | "/" | "÷", left, right):
            inside = [terms(part) for part in (left, right)]
            return sum(inside) if max(inside) > 1 else 1
        case Unary(_, of):
            return terms(of)
    return 1


def factor(node: Node) -> Fraction:
    """The number in front of a product that holds brackets: 3 in `3(x + 4)`, 1 in `3x + 12`."""
    match node:
        case Num(value):
            return value
        case Unary("-", of):
            return -factor(of)
        case Binary("*" | " ", left, right):
            return factor(left) * factor(right)
    return Fraction(1)


def agrees(text: str, letter: str, rule: Callable[[Fraction], Fraction]) -> bool:
    """Whether the expression has the values of the rule at many points."""
    node = parse(text)
    return all(evaluate(node, {letter: t}) == rule(t) for t in map(Fraction, range(-9, 10)))


def is_simplest_surd(node: Node, *, below: bool = False) -> bool:
    """Whether roots are of whole numbers without square factors, and never below a bar.

    Values of other functions have to be worked out.
    """
    match node:
        case Unary("sqrt", of):
            value = of.of if isinstance(of, Unary) and of.op == "()" else of
            return not below and isinstance(value, Num) and _is_square_free(value.value)
        case Unary(op, of):
            return op in ("-", "()") and is_simplest_surd(of, below=below)
        case Binary("/" | "÷", left, right):
            return is_simplest_surd(left, below=below) and is_simplest_surd(right, below=True)
        case Binary("^"):
            return False
        case Binary(_, left, right):
            return is_simplest_surd(left, below=below) and is_simplest_surd(right, below=below)
    return True


def _is_square_free(value: Fraction) -> bool:
    return value > 1 and exact(Unary("sqrt", Num(value, ""))) == Surd(
        frozenset({((int(value), 0), Fraction(1))})
    )
