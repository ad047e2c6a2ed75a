r"""A small language for school arithmetic: read it, work it out exactly, show it as LaTeX.

Families write their steps in it (`"3/4 + 1/6"`), learners type expressions in it (`"2x+3"`).
It is bounded (length, digits, exponent) and never runs text as code. `2_1/3` is a mixed number,
`÷` a division sign where `/` draws a fraction bar, `sqrt(9)` a root, `25%` a hundredth part,
`8^(2/3)` a root of a power, `5!` a factorial, `abs(-3)` a distance, `log_2(8)` a logarithm,
`sin(30°)` and `cos(pi/6)` values at angles in degrees and radians.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import factorial

from vel_tutor.content import surds
from vel_tutor.content.surds import Exact, Surd

MAX_CHARS = 200
MAX_EXPONENT = 20

_TOKEN = re.compile(
    r"\s*(?:(?P<mixed>\d+_\d+/\d+)|(?P<num>\d[\d,]*\.?\d*|\.\d+)"
    r"|(?P<name>sqrt|√|sin|cos|tan|abs|log_\d{1,3}|pi|π)|(?P<var>[a-z])|(?P<op>[-+*/÷^()%°!]))",
    re.ASCII | re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})*(\.\d*)?|\d+(\.\d*)?|\.\d+")
_SAME = {
    **dict.fromkeys(map(ord, "\N{MINUS SIGN}\N{EN DASH}"), "-"),
    **dict.fromkeys(map(ord, "\N{MULTIPLICATION SIGN}\N{MIDDLE DOT}\N{DOT OPERATOR}"), "*"),
    ord("²"): "^2",
    ord("³"): "^3",
}


class Unreadable(ValueError):
    """The text is not an expression of this language, or has no exact value."""


@dataclass(frozen=True)
class Num:
    value: Fraction
    text: str


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Const:
    """A number with a name of its own: `pi`."""

    name: str


@dataclass(frozen=True)
class Unary:
    """`op` is `-`, `%`, `°`, `!`, `()` or the name of a function: `sqrt`, `sin`, `log_2`."""

    op: str
    of: "Node"


@dataclass(frozen=True)
class Binary:
    """`op` is one of `+ - * / ÷ ^`, or a space for a product written side by side."""

    op: str
    left: "Node"
    right: "Node"


Node = Num | Var | Const | Unary | Binary


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """The expression `text` stands for.

    Raises:
        Unreadable: it is too long, or not one expression.
    """
    if len(text) > MAX_CHARS:
        raise Unreadable("too long")
    reader = _Reader(_tokens(text.translate(_SAME).strip()))
    node = reader.sum()
    if reader.peek() != ("end", ""):
        raise Unreadable(text)
    return node


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise Unreadable(text)
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class _Reader:
    """Precedence climbing over the tokens of one expression."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._at = tokens, 0

    def peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def take(self, *ops: str) -> str:
        """The next token if it is one of these operators, else an empty string."""
        kind, text = self.peek()
        if kind == "op" and text in ops:
            self._at += 1
            return text
        return ""

    def sum(self) -> Node:
        node = self.product()
        while op := self.take("+", "-"):
            node = Binary(op, node, self.product())
        return node

    def product(self) -> Node:
        node = self.quotient(self.signed())
        while True:
            if op := self.take("*", "÷"):
                node = Binary(op, node, self.quotient(self.signed()))
            elif self.peek()[0] in ("var", "name") or self.peek() == ("op", "("):
                node = Binary(" ", node, self.quotient(self.power()))
            else:
                return node

    def quotient(self, top: Node) -> Node:
        """A fraction bar binds its neighbours before any other sign: `1/2 ÷ 1/3`."""
        node = top
        while self.take("/"):
            node = Binary("/", node, self.signed())
        return node

    def signed(self) -> Node:
        return Unary("-", self.signed()) if self.take("-") else self.power()

    def power(self) -> Node:
        node = self.atom()
        while op := self.take("%", "°", "!"):
            node = Unary(op, node)
        return Binary("^", node, self.signed()) if self.take("^") else node

    def atom(self) -> Node:
        kind, text = self.peek()
        self._at += 1
        match kind:
            case "num" | "mixed":
                return _number(text)
            case "var":
                return Var(text.lower())
            case "name":
                return self.named({"√": "sqrt", "π": "pi"}.get(text.lower(), text.lower()))
            case "op" if text == "(":
                inner = self.sum()
                if self.take(")"):
                    return Unary("()", inner)
        raise Unreadable(text)

    def named(self, name: str) -> Node:
        """A constant, or a function of what follows: in brackets, but for the root."""
        if name == "pi":
            return Const(name)
        if name != "sqrt" and self.peek() != ("op", "("):
            raise Unreadable(name)
        return Unary(name, self.atom())


def _number(text: str) -> Num:
    if "_" in text:
        whole, _, part = text.partition("_")
        return Num(int(whole) + fraction(part), text)
    if len(text) > 18 or not _GROUPED.fullmatch(text):
        raise Unreadable(text)
    return Num(Fraction(text.replace(",", "")), text)


def fraction(text: str) -> Fraction:
    """`"3/4"` as a number.

    Raises:
        Unreadable: the bottom is zero.
    """
    top, _, bottom = text.partition("/")
    if not int(bottom or 1):
        raise Unreadable(text)
    return Fraction(int(top), int(bottom or 1))


def evaluate(node: Node, at: Mapping[str, Fraction | int] | None = None) -> Fraction:
    """The exact value of the expression where its letters have the values `at`.

    Raises:
        Unreadable: a letter has no value, or the expression has no rational value there.
    """
    value = exact(node, at)
    if isinstance(value, Surd):
        raise Unreadable("not rational")
    return value


def exact(node: Node, at: Mapping[str, Exact | int] | None = None) -> Exact:
    """The exact value, which may hold roots, pi and i.

    Raises:
        Unreadable: a letter has no value, or the expression has no such value there.
    """
    match node:
        case Num(value):
            return value
        case Var(name):
            if at is None or name not in at:
                raise Unreadable(name)
            value = at[name]
            return Fraction(value) if isinstance(value, int) else value
        case Const():
            return surds.PI
        case Unary(op, of):
            return _worked_out(_unary, op, exact(of, at))
        case Binary(op, left, right):
            return _worked_out(_binary, op, exact(left, at), exact(right, at))


def _worked_out(rule: Callable[..., Exact], op: str, *values: Exact) -> Exact:
    try:
        return rule(op, *values)
    except (surds.NoSurd, ZeroDivisionError) as problem:
        raise Unreadable(str(problem)) from problem


_FUNCTIONS: Mapping[str, Callable[[Exact], Exact]] = {
    "()": lambda value: value,
    "-": lambda value: -value,
    "%": lambda value: value / Fraction(100),
    "°": lambda value: value * surds.PI / Fraction(180),
    "sqrt": lambda value: surds.root(_rational(value)),
    "abs": lambda value: abs(_rational(value)),
    "!": lambda value: Fraction(factorial(_whole(value))),
    "sin": surds.sine,
    "cos": surds.cosine,
    "tan": surds.tangent,
}


def _unary(op: str, value: Exact) -> Exact:
    if op.startswith("log_"):
        return surds.logarithm(value, Fraction(op.removeprefix("log_")))
    return _FUNCTIONS[op](value)


def _rational(value: Exact) -> Fraction:
    if isinstance(value, Surd):
        raise Unreadable("not rational")
    return value


def _whole(value: Exact) -> int:
    if _rational(value).denominator != 1 or not 0 <= _rational(value) <= MAX_EXPONENT:
        raise Unreadable("factorial")
    return int(_rational(value))


def _binary(op: str, left: Exact, right: Exact) -> Exact:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "/" | "÷":
            return left / right
        case "^":
            return _power(left, _rational(right))
    return left * right


def _power(base: Exact, exponent: Fraction) -> Exact:
    if abs(exponent) > MAX_EXPONENT or not (base or exponent > 0):
        raise Unreadable("exponent")
    if exponent.denominator == 2:
        return surds.power(surds.root(_rational(base)), exponent.numerator)
    if exponent.denominator > 1:
        return surds.whole_root(_rational(base), exponent.denominator) ** exponent.numerator
    return surds.power(base, int(exponent))
