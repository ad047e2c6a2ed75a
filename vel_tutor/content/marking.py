"""Marking: `check` says whether an answer is right, and if not, which slip it shows.

What cannot be read as an answer (empty, words for a number, another unit) is not counted.
"""

from collections.abc import Callable
from fractions import Fraction

from vel_tutor.content import algebra, arith, bank, marking_parts, typed
from vel_tutor.content.family import Family, Item, Params, Verdict, say
from vel_tutor.content.forms import Value
from vel_tutor.content.surds import Surd
from vel_tutor.vocabulary import ItemFormat

RIGHT = "Yes, that is right."
EMPTY = "Nothing is written yet. Have a go, or ask for a hint."
NOT_A_NUMBER = "Please answer with a number, such as 12, -3, 2.5, 3/4 or 1 1/2."
NOT_A_PAIR = {
    "remainder": "Please write it like 5 R 2: the quotient, R, the remainder.",
    "point": "Please write it like (3, -2): two numbers with a comma.",
    "ratio": "Please write it like 3 : 4: two numbers with a colon.",
}
NOT_PUT_TOGETHER = "That is equal! Now use what the letter stands for, and put it together."
NOT_AN_EXPRESSION = "I cannot read that as an expression. Try something like 3x + 2."


class _TryAgain(Exception):
    """The answer cannot be marked as it stands; the message says what to write instead."""


def check(item: Item, answer: str) -> Verdict:
    """Mark `answer`: a position from "0" for multiple choice, parts joined by bars, or as typed."""
    if item.format is ItemFormat.CHOICE:
        return _check_choice(item, answer)
    if item.parts or item.choices:
        return marking_parts.check(item, answer)
    family, p = bank.family(item.family), bank.params(item.family, item.seed)
    return mark(family, p, answer, otherwise=item.hints[0])


def mark(family: Family, p: Params, answer: str, otherwise: str) -> Verdict:
    """Mark a typed answer; `otherwise` is said to a wrong one that shows no known slip."""
    if not answer.strip():
        return Verdict(right=False, counted=False, feedback=EMPTY)
    try:
        return _judged(family, p, answer, otherwise)
    except _TryAgain as problem:
        return Verdict(right=False, counted=False, feedback=str(problem))


def _check_choice(item: Item, answer: str) -> Verdict:
    position = int(answer) if answer.isascii() and answer.isdigit() and len(answer) < 3 else -1
    if not 0 <= position < len(item.choices):
        return Verdict(right=False, counted=False, feedback="Choose one of the answers.")
    choice = item.choices[position]
    return Verdict(choice.right, True, choice.feedback, choice.misconception)


def _judged(family: Family, p: Params, answer: str, otherwise: str) -> Verdict:
    value, way_problem = _READERS.get(family.form.name, _read_number)(family, p, answer)
    if _right(family, p, value):
        if way_problem:
            raise _TryAgain(way_problem)
        return Verdict(right=True, counted=True, feedback=RIGHT)
    if _equal_by_its_letters(family, p, value):
        raise _TryAgain(NOT_PUT_TOGETHER)
    for slip in family.misconceptions:
        wrong = slip.value(p)
        if wrong is not None and family.form.norm(wrong) == family.form.norm(value):
            return Verdict(False, True, say(slip.feedback, p), slip.id)
    return Verdict(right=False, counted=True, feedback=f"Not yet. {otherwise}")


def _right(family: Family, p: Params, value: Value) -> bool:
    norm = family.form.norm
    if norm(value) not in {norm(right) for right in (family.key(p), *family.accepts(p))}:
        return False
    if family.form.name != "expression":
        return True
    return algebra.same(arith.parse(str(value)), arith.parse(str(family.key(p))))


def _equal_by_its_letters(family: Family, p: Params, value: Value) -> bool:
    """Whether the answer is the key once i is the root of -1, although it is written otherwise."""
    settled = {name: at for name, at in family.letters(p).items() if isinstance(at, Surd)}
    if family.form.name != "expression" or not settled:
        return False
    return algebra.same(arith.parse(str(value)), arith.parse(str(family.key(p))), settled)


def _read_number(family: Family, p: Params, answer: str) -> tuple[Value, str]:
    found = typed.number(answer)
    if found is None:
        raise _TryAgain(NOT_A_NUMBER)
    value = _in_unit(found, family, p)
    asked = _WAYS.get(family.must)
    return value, asked(found) if asked else ""


def _in_unit(found: typed.Number, family: Family, p: Params) -> Fraction:
    """The typed number in the unit of the key."""
    if family.form.name == "percent" and found.unit in ("", "%"):
        return _in_percent(found, family, p)
    if family.form.name == "money" and found.unit in ("$", "¢"):
        return found.value / 100 if found.unit == "¢" else found.value
    unit = "%" if family.form.name == "percent" else say(family.unit, p)
    if found.unit in ("%", "") or typed.unit_agrees(found.unit, unit):
        return found.value
    raise _TryAgain(f"Check the unit: the answer is in {unit}." if unit else NOT_A_NUMBER)


def _in_percent(found: typed.Number, family: Family, p: Params) -> Fraction:
    if found.way == "percent":
        return found.value * 100
    if found.value * 100 == family.key(p):
        raise _TryAgain("That is the same amount as a decimal. Write it as a percent.")
    return found.value


def _simplest(found: typed.Number) -> str:
    if found.way in ("fraction", "mixed") and not found.reduced:
        return "Same amount! Now write it in simplest form."
    return ""


def _mixed(found: typed.Number) -> str:
    if found.way == "fraction" and abs(found.value) > 1:
        return "Same amount! Now write it as a mixed number, like 2 1/3."
    return _simplest(found)


def _improper(found: typed.Number) -> str:
    if found.way != "fraction":
        return "Same amount! Now write it as one fraction, like 7/3."
    return ""


def _decimal(found: typed.Number) -> str:
    if found.way not in ("decimal", "whole"):
        return "Same amount! Now write it as a decimal."
    return ""


_WAYS: dict[str, Callable[[typed.Number], str]] = {
    "simplest": _simplest,
    "mixed": _mixed,
    "improper": _improper,
    "decimal": _decimal,
}
WAYS = frozenset(_WAYS) | {"expanded", "factored", "surd"}
"""The words a family may put into `must`."""


def _read_pair(family: Family, p: Params, answer: str) -> tuple[Value, str]:
    found = typed.pair(answer)
    if found is None:
        raise _TryAgain(NOT_A_PAIR[family.form.name])
    key = family.key(p)
    if family.form.name == "ratio" and isinstance(key, tuple) and found != key:
        wanted = [Fraction(part) for part in key]
        same = found[0] * wanted[1] == found[1] * wanted[0] and found[1]
        return (key, "Same ratio! Now write it in simplest form.") if same else (found, "")
    return found, ""


def _read_word(_family: Family, _p: Params, answer: str) -> tuple[Value, str]:
    text = typed.tidy(answer).strip(" .!?,;:'\"“”")
    if not any(char.isalnum() for char in text):
        raise _TryAgain("Please answer with a word.")
    return text, ""


def _read_expression(family: Family, p: Params, answer: str) -> tuple[Value, str]:
    text = typed.tidy(answer)
    try:
        node = arith.parse(text[text.find("=") + 1 :].strip())
        family.form.norm(_text(text))
    except (arith.Unreadable, RecursionError):
        raise _TryAgain(NOT_AN_EXPRESSION) from None
    wanted = arith.parse(str(family.key(p)))
    if algebra.letters(node) - algebra.letters(wanted):
        asked = ", ".join(sorted(algebra.letters(wanted)))
        raise _TryAgain(f"Use only the letter from the question: {asked}.")
    return _text(text), _expression_way(family.must, node, wanted)


def _text(typed_text: str) -> str:
    return typed_text[typed_text.find("=") + 1 :].strip()


def _expression_way(must: str, node: arith.Node, wanted: arith.Node) -> str:
    if must == "expanded" and algebra.terms(node) > algebra.terms(wanted):
        return "That is equal! Now multiply out the brackets and put like terms together."
    if must == "factored" and algebra.factor(node) != algebra.factor(wanted):
        return "That is equal! Now write it as a product, with the common factor outside."
    if must == "surd" and not algebra.is_simplest_surd(node):
        return "That is equal! Now simplify: small numbers under the roots, none below a bar."
    return ""


_READERS: dict[str, Callable[[Family, Params, str], tuple[Value, str]]] = {
    "remainder": _read_pair,
    "point": _read_pair,
    "ratio": _read_pair,
    "word": _read_word,
    "expression": _read_expression,
}
