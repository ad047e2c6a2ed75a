r"""A small language for school arithmetic: read it, work it out exactly, show it as LaTeX.

Families write their steps in it (`"3/4 + 1/6"`), learners type expressions in it (`"2x+3"`).
It is bounded (length, digits, exponent) and never runs text as code. `2_1/3` is a mixed number,
`÷` a division sign where `/` draws a fraction bar, `sqrt(9)` a root, `25%` a hundredth part.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt

MAX_CHARS = 200
MAX_EXPONENT = 20

_TOKEN = re.compile(
    r"\s*(?:(?P<mixed>\d+_\d+/\d+)|(?P<num>\d[\d,]*\.?\d*|\.\d+)|(?P<sqrt>sqrt|√)"
    r"|(?P<var>[a-z])|(?P<op>[-+*/÷^()%]))",
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
class Unary:
    """`op` is `-`, `%`, `sqrt` or `()`."""

    op: str
    of: "Node"


@dataclass(frozen=True)
class Binary:
    """`op` is one of `+ - * / ÷ ^`, or a space for a product written side by side."""

    op: str
    left: "Node"
    right: "Node"


Node = Num | Var | Unary | Binary


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
            elif self.peek()[0] in ("var", "sqrt") or self.peek() == ("op", "("):
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
        while self.take("%"):
            node = Unary("%", node)
        return Binary("^", node, self.signed()) if self.take("^") else node

    def atom(self) -> Node:
        kind, text = self.peek()
        self._at += 1
        match kind:
            case "num" | "mixed":
                return _number(text)
            case "var":
                return Var(text.lower())
            case "sqrt":
                return Unary("sqrt", self.atom())
            case "op" if text == "(":
                inner = self.sum()
                if self.take(")"):
                    return Unary("()", inner)
        raise Unreadable(text)


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
        Unreadable: a letter has no value, or the expression has no exact value there.
    """
    match node:
        case Num(value):
            return value
        case Var(name):
            if at is None or name not in at:
                raise Unreadable(name)
            return Fraction(at[name])
        case Unary(op, of):
            return _unary(op, evaluate(of, at))
        case Binary(op, left, right):
            return _binary(op, evaluate(left, at), evaluate(right, at))


def _unary(op: str, value: Fraction) -> Fraction:
    match op:
        case "-":
            return -value
        case "%":
            return value / 100
        case "sqrt":
            return _root(value)
    return value


def _root(value: Fraction) -> Fraction:
    if value < 0:
        raise Unreadable("root of a negative number")
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    if root * root != value:
        raise Unreadable("root that is not exact")
    return root


def _binary(op: str, left: Fraction, right: Fraction) -> Fraction:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "/" | "÷":
            if not right:
                raise Unreadable("division by zero")
            return left / right
        case "^":
            if right.denominator != 1 or abs(right) > MAX_EXPONENT or not (left or right > 0):
                raise Unreadable("exponent")
            return left ** int(right)
    return left * right
