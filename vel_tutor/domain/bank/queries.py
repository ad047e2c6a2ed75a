"""What the live bank holds."""

from sqlmodel import col, func, select

from vel_tutor.core.db import reading
from vel_tutor.models.bank import BankItem
from vel_tutor.vocabulary import Subject


def stock() -> dict[Subject, int]:
    """How many questions tests may draw now, by subject."""
    with reading() as tx:
        rows = tx.session.exec(
            select(BankItem.subject, func.count())
            .where(col(BankItem.retired_at).is_(None))
            .group_by(col(BankItem.subject))
        ).all()
    return dict.fromkeys(Subject, 0) | {Subject(subject): count for subject, count in rows}
