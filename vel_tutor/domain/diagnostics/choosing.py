"""Which question comes next, and what is known so far: the adaptive part, from the rows alone."""

from collections.abc import Iterable
from hashlib import sha256
from random import Random
from uuid import UUID

import numpy as np
from sqlmodel import select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import bank
from vel_tutor.domain.bank import Live
from vel_tutor.domain.diagnostics import rules
from vel_tutor.domain.diagnostics.sitting import Sitting
from vel_tutor.measure.eap import Posterior, replay
from vel_tutor.measure.irt import BoolArray, Parameters, Response
from vel_tutor.measure.select import next_item
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion
from vel_tutor.vocabulary import StopReason

_TRYOUT_REACH = 1.5
"""A question that is tried out lies within so many logits of the learner."""


def prior(test: Diagnostic) -> Posterior:
    """What was expected before the first answer."""
    return Posterior.normal(test.prior_mean, test.prior_sd)


def response(row: DiagnosticQuestion) -> Response:
    """A stored answer, with the parameters its question was chosen by."""
    item = Parameters(row.a, row.b, row.c, row.d)
    return Response(item, right=bool(row.was_right), knew=not row.was_unknown)


def posterior(test: Diagnostic, rows: Iterable[DiagnosticQuestion]) -> Posterior:
    """What is known after these answers: the same rows in the same order give the same bits."""
    return replay(prior(test), [response(row) for row in rows])


def digest(known: Posterior) -> str:
    """A fingerprint of every bit of what is known."""
    return sha256(known.points.tobytes() + known.log_weights.tobytes()).hexdigest()


def ask_next(tx: Transaction, sitting: Sitting) -> bool:
    """Put the next question on show, its clock not running yet; whether there is one."""
    live = bank.live(tx, sitting.test.subject)
    known = posterior(sitting.test, sitting.telling)
    step = _next(tx, sitting, live, known)
    if isinstance(step, StopReason):
        return False
    tryout = _tryout(tx, sitting, live, known, step)
    place = step if tryout is None else tryout
    item = live.pool.parameters(place)
    item_id = UUID(str(live.pool.ids[place]))
    row = DiagnosticQuestion(
        test_id=sitting.test.id,
        position=len(sitting.questions),
        section=len(sitting.sections),
        item_id=item_id,
        family=live.families[place],
        seed=live.seeds[place],
        **item._asdict(),
        is_scored=tryout is None,
        shown_at=tx.now,
    )
    tx.session.add(row)
    tx.session.flush()
    sitting.questions.append(row)
    bank.note_exposure(tx, sitting.test.id, sitting.test.subject, sitting.test.grade, item_id)
    return True


def _next(tx: Transaction, sitting: Sitting, live: Live, known: Posterior) -> int | StopReason:
    """What adaptive selection asks next; the exposure cap gives way before a test ends early."""
    test = sitting.test
    given = bank.positions(live, [row.item_id for row in sitting.questions if row.is_scored])
    new = _new_to(tx, sitting, live) & ~live.tryouts
    limits = rules.limits(live.blueprint(test.grade), sitting.expired)
    step: int | StopReason = StopReason.NOTHING_LEFT
    for available in (new & bank.unexposed(tx, live, test.grade), new):
        step = next_item(
            live.pool,
            known,
            given,
            seed=test.seed,
            rules=limits,
            available=available,
        )
        if step is not StopReason.NOTHING_LEFT or len(given) >= limits.shortest:
            break
    return step


def _new_to(tx: Transaction, sitting: Sitting, live: Live) -> BoolArray:
    """Questions the learner has not met in any test lately, this one included."""
    met = tx.session.exec(
        select(DiagnosticQuestion.item_id).where(
            DiagnosticQuestion.test_id == Diagnostic.id,
            Diagnostic.student_id == sitting.test.student_id,
            Diagnostic.subject == sitting.test.subject,
            DiagnosticQuestion.shown_at > tx.now - rules.UNSEEN_FOR,
        )
    ).all()
    return ~live.pool.mask(met)


def _tryout(
    tx: Transaction, sitting: Sitting, live: Live, known: Posterior, step: int
) -> int | None:
    """The position of a question to try out now, if it is the time for one.

    Never in the middle of a passage: the one at hand is finished first.
    """
    number = len(sitting.questions) + 1
    so_far = sum(not row.is_scored for row in sitting.questions)
    due = sum(place <= number for place in rules.tryout_numbers(sitting.test.seed))
    if so_far >= due or _goes_on(sitting, live, step):
        return None
    pool = live.pool
    near = np.abs(pool.b - known.theta) <= _TRYOUT_REACH
    used = {row.family for row in sitting.questions}
    open_to = near & _new_to(tx, sitting, live) & (pool.testlet < 0)
    open_to &= ~np.isin(np.array(live.families), list(used))
    open_to = open_to & live.tryouts if (open_to & live.tryouts).any() else open_to
    open_to[step] = False
    if not open_to.any():
        return None
    least = open_to & (live.family_answers == live.family_answers[open_to].min())
    draw = Random(f"{sitting.test.seed}/tryout/{so_far}")  # noqa: S311  (repeatable)
    return int(draw.choice(np.flatnonzero(least)))


def _goes_on(sitting: Sitting, live: Live, step: int) -> bool:
    """Whether the next question is about the passage of the last one."""
    if not sitting.questions or live.pool.testlet[step] < 0:
        return False
    last = bank.positions(live, [sitting.questions[-1].item_id])
    return bool(last) and live.pool.testlet[last[0]] == live.pool.testlet[step]
