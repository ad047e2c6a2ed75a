"""Streaks by the day: what each day was, pauses, breaks, and shields that are really used"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)

_STREAKS = """
    INSERT INTO streak (
        user_id, settled_through, length, restored, day, day_ends_at, is_practised, lives,
        last_practised_at, reminders
    )
    SELECT user_id, settled, length, 0, settled, now(), false, length > 0, last_at, 0
    FROM (
        SELECT user_id, last_on, last_at, length, CASE
            WHEN last_on >= today - 1 THEN last_on ELSE today - 1 END AS settled
        FROM (
            SELECT d.user_id, max(d.local_date) AS last_on, max(d.at) AS last_at,
                ((now() AT TIME ZONE u.time_zone) - interval '3 hours')::date AS today
            FROM streak_day d JOIN "user" u ON u.id = d.user_id
            GROUP BY d.user_id, u.time_zone
        ) AS people
        CROSS JOIN LATERAL (
            SELECT CASE WHEN last_on >= today - 1 THEN count(*) ELSE 0 END AS length
            FROM (
                SELECT local_date, row_number() OVER (ORDER BY local_date DESC) AS place
                FROM streak_day WHERE user_id = people.user_id
            ) AS days
            WHERE local_date + place::int = last_on + 1
        ) AS chain
    ) AS stands
"""
"""Streaks that ran until yesterday go on, settled up to their last practice; all others are over."""


def upgrade() -> None:
    op.add_column(
        "streak_day", sa.Column("kind", sa.String(), nullable=False, server_default="practised")
    )
    op.alter_column("streak_day", "kind", server_default=None)
    op.create_table(
        "time_zone_choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("time_zone_choice_of", "time_zone_choice", ["user_id", "at"])
    op.create_table(
        "streak",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("settled_through", sa.Date(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("restored", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("day_ends_at", _MOMENT, nullable=False),
        sa.Column("is_practised", sa.Boolean(), nullable=False),
        sa.Column("lives", sa.Boolean(), nullable=False),
        sa.Column("last_practised_at", _MOMENT, nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("remind_at", _MOMENT, nullable=True),
        sa.CheckConstraint("length >= restored AND restored >= 0", name="streak_length_is_sound"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_index(
        "streak_ending", "streak", ["day_ends_at", "user_id"], postgresql_where=sa.text("lives")
    )
    op.create_index(
        "streak_reminding",
        "streak",
        ["remind_at", "user_id"],
        postgresql_where=sa.text("remind_at IS NOT NULL"),
    )
    op.create_table(
        "streak_break",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("own", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("restarted_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("user_id", "local_date", name="streak_break_once"),
    )
    op.create_table(
        "streak_pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("declared_by", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_streak_pause_user_id", "streak_pause", ["user_id"])
    op.create_table(
        "shield_use",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("returned_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger_entry.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_shield_use_user_id", "shield_use", ["user_id"])
    op.create_index(
        "shield_use_once",
        "shield_use",
        ["entry_id"],
        unique=True,
        postgresql_where=sa.text("returned_at IS NULL"),
    )
    op.execute(_STREAKS)


def downgrade() -> None:
    op.execute("DELETE FROM streak_day WHERE kind <> 'practised'")
    for table in ("shield_use", "streak_pause", "streak_break", "streak", "time_zone_choice"):
        op.drop_table(table)
    op.drop_column("streak_day", "kind")
