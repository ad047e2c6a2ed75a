r"""Whether words give an answer away, and whether the sums in them are true.

What the tutor says before two tries must not hold the answer; what a model says at any time must
hold no equation that is not true. Both are decided here, by reading; in doubt against the words.
"""

import re
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from vel_tutor import content
from vel_tutor.content import algebra, arith, bank, parts
from vel_tutor.content.forms import Value
from vel_tutor.vocabulary import ItemFormat

_NUMBER = re.compile(r"(?<![\w.])-?\d+(?: \d+/\d+|/\d+|\.\d+)?(?![\w]|\.\d)")
_FRACTION = re.compile(r"\\[td]?frac\{(-?\d+)\}\{(\d+)\}")
_LATEX = (
    (re.compile(r"\\(?:times|cdot)\s?"), "*"),
    (re.compile(r"\\div\s?"), "÷"),
    (re.compile(r"\\sqrt\{([^{}]*)\}"), r"sqrt(\1)"),
    (re.compile(r"\\(?:left|right|,|;|!|quad)"), ""),
    (re.compile(r"\\%"), "%"),
    (re.compile(r"\^\{([^{}]*)\}"), r"^(\1)"),
    (re.compile(r"\\[()]"), ""),
)
_THE_ANSWER = re.compile(
    r"\b(?:answer|solution|result)\b[^.?!]{0,30}?\b(?:is|are|be|was)\b\s*[:“\"]?"
)
_NAMED = re.compile(_THE_ANSWER.pattern + r"\s*[\"“]?-?[\d(]")
_TIMES = ("\N{MULTIPLICATION SIGN}", "\N{MIDDLE DOT}")
_SIDE = rf"[\s0-9a-z.,+\-*{_TIMES[0]}{_TIMES[1]}÷/^()%°²³√]"
_EQUATION = re.compile(rf"({_SIDE}+(?:=\s*{_SIDE}+)+)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_NAMES = frozenset({"sqrt", "sin", "cos", "tan", "pi", "abs"})


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    r"""Our own words as one would type them: LaTeX as a line of signs, no thousands commas."""
    text = text.replace("\N{MINUS SIGN}", "-").replace("{,}", "")
    text = re.sub(r"(\d)\\frac", r"\1 \\frac", text)
    text = _FRACTION.sub(r"\1/\2", text)
    for pattern, instead in _LATEX:
        text = pattern.sub(instead, text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return " ".join(text.split())


def numbers(text: str) -> frozenset[Fraction]:
    """Every number written in `text`; a mixed number is one, not two."""
    return frozenset(map(_value, _NUMBER.findall(plain(text))))


def _value(digits: str) -> Fraction:
    whole, _, part = digits.rpartition(" ")
    top, _, bottom = part.partition("/")
    if bottom and not int(bottom):
        return Fraction(int(top))
    value = Fraction(int(top), int(bottom)) if bottom else Fraction(part)
    if not whole:
        return value
    return Fraction(int(whole)) + (-value if whole.startswith("-") else value)


def tells(item: content.Item, text: str) -> bool:
    """Whether `text` holds the right answer to `item`, beyond what the question itself says.

    An answer in several parts is told by all of them together.
    """
    made_by = bank.family(item.family)
    key = made_by.key(bank.params(item.family, item.seed))
    asked, said = _read(item.stem), _read(text)
    values = parts.elements(key) if _in_parts(item) else (key,)
    told = [_holds(made_by, value, said) for value in values]
    known = [_holds(made_by, value, asked) for value in values]
    if not all(told):
        return False
    return not all(known) or bool(_THE_ANSWER.search(said)) or _comes_to(made_by, values[-1], said)


def _comes_to(made_by: content.Family, value: Value, text: str) -> bool:
    """Whether something in `text` comes to `value`: it does not merely name it."""
    written = re.escape(_spelled(made_by, value))
    return bool(
        re.search(rf"(?:=|gives|makes|gets?|leaves|equals|comes to)\s*{written}(?!\w)", text)
    )


def names_answer(text: str) -> bool:
    """Whether `text` says what the answer is, right or wrong."""
    return bool(_NAMED.search(_read(text)))


def _in_parts(item: content.Item) -> bool:
    return bool(item.parts) or item.format is ItemFormat.MULTI


def _read(text: str) -> str:
    return plain(text).casefold()


def _holds(made_by: content.Family, value: Value, text: str) -> bool:
    """Whether `value` stands in `text`, as a number or in the words of its form."""
    if isinstance(value, int | Fraction):
        return Fraction(value) in numbers(text) or _spelled(made_by, value) in text
    written = _spelled(made_by, value)
    if made_by.form.name in ("text", "word"):
        bare = written.rstrip(".")
        return bool(re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text))
    return written.replace(" ", "") in text.replace(" ", "")


def _spelled(made_by: content.Family, value: Value) -> str:
    return _read(made_by.form.plain(value)).strip()


def true_sums(text: str) -> bool | None:
    """Whether every equation in `text` holds; None where it has none."""
    found = [side for side in map(str.strip, _EQUATION.findall(plain(text))) if "=" in side]
    if text.count("=") != sum(one.count("=") for one in found):
        return False
    return all(map(_holds_true, found)) if found else None


def _holds_true(chain: str) -> bool:
    sides = [_expression(side, last=at > 0) for at, side in enumerate(chain.split("="))]
    try:
        nodes = [arith.parse(side) for side in sides if side]
        return len(nodes) == len(sides) and all(
            algebra.same(one, other) for one, other in pairwise(nodes)
        )
    except (arith.Unreadable, RecursionError, ArithmeticError, ValueError):
        return False


def _expression(side: str, *, last: bool) -> str:
    """The sum in `side`: words before it on the left, and after it on the right, are cut off."""
    text = side.replace(_TIMES[0], "*").replace(_TIMES[1], "*").strip()
    strange = [word for word in _WORD.finditer(text) if word[0].casefold() not in _NAMES]
    if strange:
        text = text[: strange[0].start()] if last else text[strange[-1].end() :]
    return text.strip(" .,;:?!")
