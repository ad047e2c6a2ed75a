"""Taking a test. Every answer is committed, and the next question chosen, before anything shows.

Whatever a browser says late, twice, or from another tab changes nothing: the first answer stands,
the server's clock decides, and the view that comes back says where the test is.
"""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import col, or_, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import bank, practice
from vel_tutor.domain.diagnostics import choosing, findings, rules, showing
from vel_tutor.domain.diagnostics import sitting as sittings
from vel_tutor.domain.diagnostics.events import DiagnosticSubmitted
from vel_tutor.domain.diagnostics.opening import TAKERS
from vel_tutor.domain.diagnostics.sitting import Sitting, access
from vel_tutor.domain.diagnostics.views import SittingView
from vel_tutor.measure import effort
from vel_tutor.models.diagnostics import (
    Diagnostic,
    DiagnosticQuestion,
    DiagnosticSection,
)
from vel_tutor.vocabulary import SittingStage


class TimeIsUp(Conflict):
    words = "The time for this part was over before that answer arrived."
    code = "time_is_up"


class NotRunning(Conflict):
    words = "This test is paused. Press Go on first."
    code = "not_running"


class NotReady(Conflict):
    words = "There are still questions to answer."
    code = "not_ready"


def look(actor: Actor, test_id: UUID) -> SittingView:
    """Where the test stands; looking starts no clock.

    Raises:
        NotFound: no such test, or not one of the actor's.
    """
    return _do(actor, test_id, lambda tx, sitting: None)


def begin_part(actor: Actor, test_id: UUID, number: int) -> SittingView:
    """Begin part `number` of the test: its clock runs from now on. Telling it again is harmless.

    Raises:
        NotFound: no such test, or not one of the actor's; or no such part.
    """

    def begin(tx: Transaction, sitting: Sitting) -> None:
        if sitting.stage not in {SittingStage.INTRO, SittingStage.SHORT}:
            return
        if number != len(sitting.sections) + 1:
            raise NotFound
        _begin_part(tx, sitting, number)

    return _do(actor, test_id, begin)


def answer(actor: Actor, test_id: UUID, position: int, answer: str) -> SittingView:
    """Hand in the answer to question `position` (from 0), and go on to the next one.

    An answer to a question that has one already changes nothing. What cannot be read as an answer
    is not counted; `problem` says why.

    Raises:
        NotFound: no such test, or not one of the actor's; or no such question yet.
        TimeIsUp: the part was over by the server's clock.
        NotRunning: the test is paused.
        Invalid: too long, or holding signs nobody can type.
    """
    given = practice.readable(answer)

    def mark(tx: Transaction, sitting: Sitting) -> str:
        row = _open_question(sitting, position)
        if row is None:
            return ""
        went = content.check(content.instance(row.family, row.seed), given)
        if not went.counted:
            return went.feedback
        row.answer, row.misconception = given, went.misconception
        _answered(tx, sitting, row, right=went.right)
        return ""

    return _do(actor, test_id, mark)


def pass_over(actor: Actor, test_id: UUID, position: int) -> SittingView:
    """Say "I don't know" to question `position`: not right, and not taken for a guess.

    Raises:
        NotFound, TimeIsUp, NotRunning: as for `answer`.
    """

    def mark(tx: Transaction, sitting: Sitting) -> None:
        row = _open_question(sitting, position)
        if row is not None:
            row.was_unknown = True
            _answered(tx, sitting, row, right=False)

    return _do(actor, test_id, mark)


def pause(actor: Actor, test_id: UUID) -> SittingView:
    """Stop the clocks until somebody goes on, here or on another device.

    Raises:
        NotFound: no such test, or not one of the actor's.
    """
    return _do(actor, test_id, lambda tx, sitting: sittings.stop(sitting, tx.now))


def go_on(actor: Actor, test_id: UUID) -> SittingView:
    """Let the clocks run again, at the same question with the time that was left.

    Raises:
        NotFound: no such test, or not one of the actor's.
    """

    def run(tx: Transaction, sitting: Sitting) -> None:
        if sitting.stage in {SittingStage.PAUSED, SittingStage.RESTING}:
            sitting.test.resting_since = None
            sittings.run(sitting, tx.now)

    return _do(actor, test_id, run)


def submit(actor: Actor, test_id: UUID) -> SittingView:
    """Hand the test in; scoring it is set off by the event. Telling it again is harmless.

    Raises:
        NotFound: no such test, or not one of the actor's.
        NotReady: there is more to ask.
    """

    def hand_in(tx: Transaction, sitting: Sitting) -> None:
        if sitting.stage in {SittingStage.ANALYSING, SittingStage.DONE}:
            return
        if sitting.stage is not SittingStage.READY:
            raise NotReady
        submit_for(tx, sitting)

    return _do(actor, test_id, hand_in)


def submit_for(tx: Transaction, sitting: Sitting) -> None:
    """The same inside the caller's transaction, for a test that is ready."""
    sitting.test.finished_at = sitting.test.finished_at or tx.now
    sitting.test.submitted_at = tx.now
    tx.publish(DiagnosticSubmitted(test_id=sitting.test.id, student_id=sitting.test.student_id))


def drop(actor: Actor, test_id: UUID) -> None:
    """Give an unfinished test up.

    Raises:
        NotFound: no such test, or not one of the actor's.
    """
    with transaction() as tx:
        sitting = access(tx, actor, test_id)
        if sitting.test.submitted_at is None:
            sittings.stop(sitting, tx.now)
            sitting.test.dropped_at = tx.now


def put_aside(actor: Actor) -> None:
    """Stop the clocks of whatever test the actor was in the middle of."""
    actor.must_be(*TAKERS)
    with transaction() as tx:
        running = select(DiagnosticSection.test_id).where(
            DiagnosticSection.test_id == Diagnostic.id,
            col(DiagnosticSection.running_since).is_not(None),
        )
        mine = or_(
            col(Diagnostic.taker_id) == actor.user_id, col(Diagnostic.student_id) == actor.user_id
        )
        begun = select(Diagnostic).where(mine, running.exists())
        for test in tx.session.exec(begun.order_by(col(Diagnostic.id)).with_for_update()).all():
            sitting = sittings.load(tx, test)
            sittings.settle(sitting, tx.now)
            sittings.stop(sitting, tx.now)


def _do(
    actor: Actor, test_id: UUID, deed: Callable[[Transaction, Sitting], str | None]
) -> SittingView:
    """Do something to a test of the actor's, and say where it stands then.

    The deed may return why an input was no answer.
    """
    actor.must_be(*TAKERS)
    with transaction() as tx:
        sitting = access(tx, actor, test_id)
        _mend(tx, sitting)
        problem = deed(tx, sitting) or ""
        tx.session.flush()
        return showing.sitting_view(tx, actor, sitting, problem)


def _mend(tx: Transaction, sitting: Sitting) -> None:
    """Ask something else where the question on show has left the content since it was chosen."""
    row = sitting.question
    if row is not None and not findings.is_known(row.family):
        sittings.stop_question(row, tx.now)
        row.expired_at = tx.now
        _ask(tx, sitting)


def _begin_part(tx: Transaction, sitting: Sitting, number: int) -> None:
    test, size = sitting.test, rules.part_size(number)
    budget = rules.budget_ms(test.subject, test.pace, size)
    section = DiagnosticSection(
        test_id=test.id,
        number=number,
        size=size,
        budget_ms=budget,
        left_ms=budget,
        begun_at=tx.now,
        running_since=tx.now,
    )
    tx.session.add(section)
    sitting.sections.append(section)
    test.finished_at = None
    _ask(tx, sitting)


def _ask(tx: Transaction, sitting: Sitting) -> None:
    """Show the next question, or end what is over: the part, or all of the asking."""
    section = sitting.sections[-1]
    section.ran_out = sittings.left_ms(section, tx.now) == 0
    if section.ran_out or sitting.asked_in_section >= section.size:
        sittings.end_section(section, tx.now)
    elif choosing.ask_next(tx, sitting):
        if section.running_since:
            sittings.run(sitting, tx.now)
    else:
        sittings.end_section(section, tx.now)
        sitting.test.finished_at = tx.now


def _open_question(sitting: Sitting, position: int) -> DiagnosticQuestion | None:
    """The question at `position` if it is the one on show; None once it has been answered."""
    if not 0 <= position < len(sitting.questions):
        raise NotFound
    row = sitting.questions[position]
    if row.expired_at:
        raise TimeIsUp
    if row.answered_at:
        return None
    if row.clock_since is None:
        raise NotRunning
    return row


def _answered(tx: Transaction, sitting: Sitting, row: DiagnosticQuestion, *, right: bool) -> None:
    """Store how the question on show went, note the effort, and go on."""
    sittings.stop_question(row, tx.now)
    row.answered_at, row.was_right = tx.now, right
    row.was_rapid = effort.is_rapid(row.spent_ms, _usual_ms(tx, row))
    known = choosing.posterior(sitting.test, sitting.telling)
    row.theta, row.se, row.digest = known.theta, known.se, choosing.digest(known)
    practice.note_answer(tx, sitting.test.student_id)
    if _wants_a_break(sitting):
        sitting.test.resting_since = tx.now
        sittings.stop(sitting, tx.now)
    _ask(tx, sitting)
    if sitting.section is None:
        sitting.test.resting_since = None


def _usual_ms(tx: Transaction, row: DiagnosticQuestion) -> float:
    """What the family usually takes: as measured, or before that as its author thought.

    To say "I don't know" takes no longer than to read.
    """
    if row.was_unknown:
        return 0.0
    measured = bank.median_ms(tx, row.family)
    return measured or 1000.0 * content.family(row.family).time_s


def _wants_a_break(sitting: Sitting) -> bool:
    """Whether one more run of answers came too fast to have been thought about."""
    run = 0
    for row in reversed(sitting.answered):
        if not row.was_rapid:
            break
        run += 1
    return run > 0 and run % effort.IN_A_ROW == 0
