r"""Arithmetic as LaTeX between `\(` and `\)`, which the screens turn into MathML."""

from fractions import Fraction
from functools import lru_cache

from vel_tutor.content.arith import Binary, Const, Node, Num, Unary, Var, parse


@lru_cache(maxsize=4096)
def tex(expression: str) -> str:
    r"""`"3/4 + x"` as inline maths; `=`, `<`, `>` and `?` may stand between or for parts."""
    return rf"\({bare(expression)}\)"


def bare(expression: str) -> str:
    """The LaTeX of an expression or relation, without delimiters."""
    for sign in (" = ", " < ", " > ", " ≤ ", " ≥ "):
        if sign in expression:
            shown = {" ≤ ": r" \le ", " ≥ ": r" \ge "}.get(sign, sign)
            return shown.join(bare(part) for part in expression.split(sign))
    return expression if expression.strip() == "?" else _latex(parse(expression))


def _latex(node: Node) -> str:
    match node:
        case Num(_, text):
            return _number(text)
        case Var(name):
            return name
        case Const(name):
            return rf"\{name}"
        case Unary(op, of):
            return _unary(op, of)
        case Binary(op, left, right):
            return _binary(op, left, right)


def _number(text: str) -> str:
    if "_" in text:
        whole, _, part = text.partition("_")
        top, _, bottom = part.partition("/")
        return rf"{whole}\,\frac{{{top}}}{{{bottom}}}"
    whole, dot, places = text.replace(",", "").partition(".")
    if len(whole) < 4:
        return whole + dot + places
    return rf"\text{{{int(whole):,}{dot}{places}}}"


_SHOWN = {
    "-": "-{}",
    "%": r"{}\%",
    "°": r"{}^{{\circ}}",
    "!": "{}!",
    "()": "({})",
    "abs": "|{}|",
    "sqrt": r"\sqrt{{{}}}",
}
_BRACKETS_GO = frozenset({"abs", "sqrt"})
"""Signs that hold together what stands in them."""


def _unary(op: str, of: Node) -> str:
    inner = _latex(_unwrapped(of) if op in _BRACKETS_GO else of)
    if op in _SHOWN:
        return _SHOWN[op].format(inner)
    name, _, base = op.partition("_")
    return rf"\{name}_{{{base}}}{inner}" if base else rf"\{name}{inner}"


def _binary(op: str, left: Node, right: Node) -> str:
    match op:
        case "/" if isinstance(left, Unary) and left.op == "-":
            return f"-{_binary(op, left.of, right)}"
        case "/":
            return rf"\frac{{{_latex(_unwrapped(left))}}}{{{_latex(_unwrapped(right))}}}"
        case "^":
            return rf"{_latex(left)}^{{{_latex(_unwrapped(right))}}}"
    sign = {"*": r" \times ", "÷": r" \div ", " ": ""}.get(op, f" {op} ")
    return f"{_latex(left)}{sign}{_latex(right)}"


def _unwrapped(node: Node) -> Node:
    return node.of if isinstance(node, Unary) and node.op == "()" else node


def plain(value: Fraction | int) -> str:
    """A number in the arithmetic language: `3`, `-3/4`."""
    return str(Fraction(value))


def signed(value: Fraction | int) -> str:
    """A number that can stand after an operator: negative ones get brackets."""
    return f"({plain(value)})" if value < 0 else plain(value)


def plus(value: Fraction | int) -> str:
    """A number as the next term: `+ 5`, `- 5`."""
    return f"{'-' if value < 0 else '+'} {plain(abs(value))}"


def times(count: int, letter: str) -> str:
    """A multiple of a letter as one writes it: `3x`, `x`, `-x`."""
    return {1: letter, -1: f"-{letter}"}.get(count, f"{count}{letter}")


def polynomial(*counts: int, letter: str = "x") -> str:
    """`3x^2 - x + 4` of 3, -1, 4: parts that are zero are left out."""
    written = ""
    for place, count in enumerate(counts):
        power = len(counts) - 1 - place
        tail = f"{letter}^{power}" if power > 1 else letter * power
        if not count:
            continue
        part = times(abs(count), tail) if tail else str(abs(count))
        sign = "-" if count < 0 else "+"
        first = f"-{part}" if count < 0 else part
        written = f"{written} {sign} {part}" if written else first
    return written or "0"


def vertex_form(a: int, h: int, k: int) -> str:
    """`2(x - 3)^2 + 5` of 2, 3, 5."""
    return f"{times(a, f'(x {plus(-h)})^2')} {plus(k)}"
