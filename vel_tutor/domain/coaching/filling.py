"""Steps of an example that the learner works out: those that are one sum with one number for it."""

from fractions import Fraction

from vel_tutor.content import arith, typed
from vel_tutor.domain.coaching import picking, telling
from vel_tutor.domain.coaching.picking import Card


def asked_step(card: Card) -> int:
    """Which step (from 0) of the working out the learner is asked for; -1 for none.

    It is the last one that is a sum and whose sentence does not say what it comes to.
    """
    found = [at for at in range(len(picking.raw_steps(card))) if value_of(card, at) is not None]
    return found[-1] if found else -1


def value_of(card: Card, at: int) -> Fraction | None:
    """What step `at` comes to; None unless a learner can be asked for it."""
    step = picking.raw_steps(card)[at]
    if not step.lhs or not any(sign in step.lhs for sign in "+-*/÷^"):
        return None
    try:
        value = arith.exact(arith.parse(step.rhs))
        plain = arith.exact(arith.parse(step.lhs))
    except (arith.Unreadable, RecursionError, ArithmeticError):
        return None
    if not isinstance(value, int | Fraction) or value != plain:
        return None
    number = typed.number(step.rhs)
    if number is None or number.value != value or typed.number(step.lhs) is not None:
        return None
    return None if number.value in telling.numbers(step.sentence) else Fraction(value)


def is_right(card: Card, at: int, answer: str) -> bool | None:
    """Whether `answer` is what step `at` comes to; None if it is no number."""
    number = typed.number(answer)
    return None if number is None else number.value == value_of(card, at)
