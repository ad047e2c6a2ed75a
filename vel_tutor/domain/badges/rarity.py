"""How rare each badge is among real learners, counted now and then."""

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import transaction
from vel_tutor.models.accounts import User
from vel_tutor.models.badges import BadgeRarity
from vel_tutor.models.incentives import UserBadge
from vel_tutor.vocabulary import Role


def count_rarity() -> int:
    """Count anew who holds what; safe to run twice. Says how many badges anybody holds."""
    with transaction() as tx:
        real = (User.role == Role.STUDENT, User.simulation == "", col(User.closed_at).is_(None))
        learners = tx.session.exec(select(func.count()).select_from(User).where(*real)).one()
        held = tx.session.exec(
            select(UserBadge.badge, func.count())
            .join(User, col(User.id) == UserBadge.user_id)
            .where(UserBadge.level == 1, *real)
            .group_by(UserBadge.badge)
        ).all()
        rows = [
            {"badge": badge, "holders": holders, "learners": learners, "at": tx.now}
            for badge, holders in sorted(held)
        ]
        gone = col(BadgeRarity.badge).not_in([row["badge"] for row in rows])
        tx.session.exec(delete(BadgeRarity).where(gone))
        if rows:
            new = insert(BadgeRarity).values(rows)
            fresh = {name: new.excluded[name] for name in ("holders", "learners", "at")}
            tx.session.exec(new.on_conflict_do_update(index_elements=["badge"], set_=fresh))
        return len(rows)
