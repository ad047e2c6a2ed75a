"""Who was shown what: no question may become known before it is asked."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.bank import rules
from vel_tutor.domain.bank.pools import Live
from vel_tutor.measure.irt import BoolArray
from vel_tutor.measure.select import MAX_EXPOSURE
from vel_tutor.models.bank import BankExposure, BankItem, BankTest
from vel_tutor.vocabulary import Subject

_COUNTED = col(BankTest.forgotten_at).is_(None)


def note_exposure(
    tx: Transaction, test_id: UUID, subject: Subject, grade: int, item_id: UUID
) -> None:
    """Remember that one more test of `grade` was given this item. Once for each item of a test."""
    given = insert(BankTest).values(id=test_id, subject=subject, grade=grade, items=[str(item_id)])
    tx.session.exec(
        given.on_conflict_do_update(
            index_elements=["id"],
            set_={"items": col(BankTest.items).op("||")(given.excluded["items"])},
        )
    )
    tx.session.exec(
        insert(BankExposure)
        .values(id=uuid4(), item_id=item_id, subject=subject, grade=grade, shown=1)
        .on_conflict_do_update(
            constraint="bank_exposure_once", set_={"shown": BankExposure.shown + 1}
        )
    )
    tx.session.exec(
        update(BankItem)
        .where(col(BankItem.id) == item_id)
        .values(shown=BankItem.shown + 1)
        .execution_options(synchronize_session=False)
    )


def unexposed(tx: Transaction, live: Live, grade: int) -> BoolArray:
    """Which questions may still be given in the next test of `grade`: under the cap."""
    tests = tx.session.exec(
        select(func.count()).where(
            BankTest.subject == live.subject,
            BankTest.grade == grade,
            _COUNTED,
        )
    ).one()
    cap = MAX_EXPOSURE * (max(min(tests, rules.WINDOW), rules.FEWEST_TESTS) + 1)
    worn = tx.session.exec(
        select(BankExposure.item_id).where(
            BankExposure.subject == live.subject,
            BankExposure.grade == grade,
            BankExposure.shown >= cap,
        )
    ).all()
    return ~live.pool.mask(worn)


def forget_old_tests() -> int:
    """Hourly: count only the latest tests of each grade. Safe to run twice, and to skip.

    Returns:
        How many tests left the window.
    """
    gone = 0
    with transaction() as tx:
        groups = select(BankTest.subject, BankTest.grade).distinct()
        for subject, grade in tx.session.exec(groups.where(_COUNTED)).all():
            for test in _beyond_window(tx, Subject(subject), grade):
                _take_back(tx, test)
                gone += 1
    return gone


def _beyond_window(tx: Transaction, subject: Subject, grade: int) -> Sequence[BankTest]:
    """Tests that are still counted though `rules.WINDOW` newer ones of that grade are."""
    of_grade = (BankTest.subject == subject, BankTest.grade == grade, _COUNTED)
    newest_first = col(BankTest.seq).desc()
    edge = tx.session.exec(
        select(BankTest.seq).where(*of_grade).order_by(newest_first).offset(rules.WINDOW).limit(1)
    ).one_or_none()
    if edge is None:
        return ()
    old = select(BankTest).where(*of_grade, col(BankTest.seq) <= edge)
    return tx.session.exec(old.order_by(newest_first).with_for_update(skip_locked=True)).all()


def _take_back(tx: Transaction, test: BankTest) -> None:
    test.forgotten_at = tx.now
    tx.session.exec(
        update(BankExposure)
        .where(col(BankExposure.item_id).in_([UUID(item) for item in test.items]))
        .where(col(BankExposure.grade) == test.grade, col(BankExposure.shown) > 0)
        .values(shown=BankExposure.shown - 1)
        .execution_options(synchronize_session=False)
    )
