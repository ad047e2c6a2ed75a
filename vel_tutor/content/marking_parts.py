"""Marking answers in several parts: `1|0|2`, the picks or typed numbers of all parts in order.

All parts must be right; a wrong answer says how many are, or which slip it shows.
"""

from vel_tutor.content import bank, parts, typed
from vel_tutor.content.family import Family, Item, Params, Verdict, say
from vel_tutor.content.forms import Scalar
from vel_tutor.vocabulary import ItemFormat

BETWEEN = "|"
RIGHT = "Yes, that is right."
NOTHING_PICKED = "Choose every answer that is right."
INCOMPLETE = "Some parts have no answer yet. Fill in all of them."
TWICE = "Each one belongs in one place only. Two of yours are the same."
NOT_NUMBERS = "Write a number into every box."
_MISSING = "What you chose is right, but there is more that is right."
_IN_PLACE = "{right} of {all} parts are right. {hint}"


class Unreadable(Exception):
    """The answer cannot be marked as it stands; the message says what to do."""


def check(item: Item, answer: str) -> Verdict:
    """Mark an answer to a question in parts."""
    marker = _check_picks if item.format is ItemFormat.MULTI else _check_parts
    try:
        return marker(item, answer)
    except Unreadable as problem:
        return Verdict(right=False, counted=False, feedback=str(problem))


def places(answer: str, below: tuple[int, ...]) -> tuple[int, ...] | None:
    """The positions in an answer, one for each limit in `below`; None if they are not that."""
    codes = answer.split(BETWEEN)
    fits = len(codes) == len(below) and all(code.isascii() and code.isdigit() for code in codes)
    found = tuple(int(code) for code in codes if len(code) < 3) if fits else ()
    good = len(found) == len(below) and all(at < n for at, n in zip(found, below, strict=True))
    return found if good else None


def picks(item: Item, answer: str) -> frozenset[int]:
    """The options chosen in an answer to a `MULTI` question; none if it is not one."""
    found = places(answer, (len(item.choices),) * (answer.count(BETWEEN) + 1))
    return frozenset(found or ())


def _check_picks(item: Item, answer: str) -> Verdict:
    chosen = picks(item, answer)
    if not chosen:
        raise Unreadable(NOTHING_PICKED)
    right = frozenset(at for at, choice in enumerate(item.choices) if choice.right)
    if chosen == right:
        return Verdict(right=True, counted=True, feedback=RIGHT)
    wrong = [item.choices[at] for at in sorted(chosen - right)]
    if wrong:
        return Verdict(False, True, wrong[0].feedback, wrong[0].misconception)
    return Verdict(right=False, counted=True, feedback=_MISSING)


def _check_parts(item: Item, answer: str) -> Verdict:
    family, made = bank.family(item.family), bank.draft(item.family, item.seed)
    given = read(item, answer)
    key = parts.norms(family, family.key(made.params))
    said = parts.norms(family, given)
    if said == key:
        return Verdict(right=True, counted=True, feedback=RIGHT)
    slip = _slip(family, made.params, said)
    if slip:
        return Verdict(False, True, *slip)
    right = sum(mine == wanted for mine, wanted in zip(said, key, strict=True))
    hint = _IN_PLACE.format(right=right, all=len(key), hint=item.hints[0])
    return Verdict(right=False, counted=True, feedback=hint)


def _slip(family: Family, p: Params, said: tuple[object, ...]) -> tuple[str, str] | None:
    for slip in family.misconceptions:
        wrong = slip.value(p)
        if wrong is not None and parts.norms(family, wrong) == said:
            return say(slip.feedback, p), slip.id
    return None


def read(item: Item, answer: str) -> tuple[Scalar, ...]:
    """The parts of an answer as values.

    Raises:
        Unreadable: a part is missing, or means nothing.
    """
    if item.format is ItemFormat.TABLE:
        return _typed(item, answer)
    tiles = bank.draft(item.family, item.seed).tiles
    at = places(answer, tuple(map(len, tiles)))
    if at is None:
        raise Unreadable(INCOMPLETE)
    if item.format is not ItemFormat.CLOZE and len(set(at)) < len(at):
        raise Unreadable(TWICE)
    return tuple(options[place] for options, place in zip(tiles, at, strict=True))


def _typed(item: Item, answer: str) -> tuple[Scalar, ...]:
    cells = answer.split(BETWEEN)
    if len(cells) != len(item.parts) or not all(cell.strip() for cell in cells):
        raise Unreadable(INCOMPLETE)
    numbers = [typed.number(cell) for cell in cells]
    if None in numbers:
        raise Unreadable(NOT_NUMBERS)
    return tuple(number.value for number in numbers if number)
