"""Saying that something is wrong with somebody, in one of a few words of ours."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts, safety
from vel_tutor.domain.friends.events import Reported
from vel_tutor.models.friends import Report
from vel_tutor.vocabulary import MEMBERS, CaseKind, ReportKind


def report(
    actor: Actor,
    about_id: UUID,
    kind: ReportKind,
    source_id: UUID | None = None,
    thing: CaseKind = CaseKind.LINE,
) -> None:
    """Ask the staff to look at somebody; the reporter sees the thing no longer.

    Reported again, nothing changes. The other one is never told.

    Args:
        source_id: what it is about, a line of the feed or a room; left out for the person.
        thing: what `source_id` is.

    Raises:
        Invalid: about oneself.
        NotFound: nobody has that id.
        TooMany: enough for one day.
    """
    actor.must_be(*MEMBERS)
    if about_id == actor.user_id:
        raise Invalid
    safety.spend(safety.FRIEND_REPORT, str(actor.user_id))
    with transaction() as tx:
        accounts.person(tx, about_id)
        row = Report(
            by_id=actor.user_id,
            about_id=about_id,
            kind=kind,
            source_id=source_id or about_id,
            thing=thing if source_id else CaseKind.PERSON,
            at=tx.now,
        )
        added = (
            insert(Report)
            .values(**row.model_dump())
            .on_conflict_do_nothing(constraint="report_once")
            .returning(col(Report.id))
        )
        if tx.session.exec(added).first():
            tx.publish(Reported(report_id=row.id))
