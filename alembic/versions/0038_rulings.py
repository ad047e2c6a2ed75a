"""What the staff decides about reports, flags of the tutor and rewards that are held"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_HELD = (
    "held IS NOT NULL AND match <> 'probabilistic' AND paid_at IS NULL "
    "AND fraud_at IS NULL AND released_at IS NULL"
)


def upgrade() -> None:
    op.create_table(
        "ruling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["user.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ruling_by_time", "ruling", ["at", "id"], postgresql_where=sa.text("undone_at IS NULL")
    )
    op.create_index("ruling_of_case", "ruling", ["case_id", "at"])
    op.create_index("ruling_about", "ruling", ["about_id"])
    _reports()
    op.add_column("coaching_flag", sa.Column("parents_told_at", _MOMENT, nullable=True))
    op.add_column("coaching_flag", sa.Column("settled_at", _MOMENT, nullable=True))
    op.create_index(
        "coaching_flag_waiting",
        "coaching_flag",
        ["kind", "at", "id"],
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.add_column("user", sa.Column("barred_at", _MOMENT, nullable=True))
    op.add_column("referral", sa.Column("released_at", _MOMENT, nullable=True))
    op.create_index(
        "referral_held", "referral", ["joined_at", "invitee_id"], postgresql_where=sa.text(_HELD)
    )
    op.create_index(
        "attribution_event_held",
        "attribution_event",
        ["invitee_key"],
        postgresql_where=sa.text("held IS NOT NULL AND kind = 'fvm_reached'"),
    )


def _reports() -> None:
    """What each report is about can be told from where its source is found."""
    op.add_column(
        "report", sa.Column("thing", sa.String(), nullable=False, server_default="person")
    )
    op.alter_column("report", "thing", server_default=None)
    op.execute("UPDATE report SET thing = 'line' WHERE source_id <> about_id")
    op.execute(
        "UPDATE report SET thing = 'room' WHERE source_id IN (SELECT id FROM study_room)"
    )
    op.create_check_constraint(
        "report_of_thing", "report", "(thing = 'person') = (source_id = about_id)"
    )
    op.drop_index("report_waiting", "report")
    op.create_index(
        "report_waiting",
        "report",
        ["source_id", "at"],
        postgresql_include=["about_id", "thing"],
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index("report_settled", "report", ["source_id", "settled_at"])


def downgrade() -> None:
    op.drop_index("attribution_event_held", "attribution_event")
    op.drop_index("referral_held", "referral")
    op.drop_column("referral", "released_at")
    op.drop_column("user", "barred_at")
    op.drop_index("coaching_flag_waiting", "coaching_flag")
    op.drop_column("coaching_flag", "settled_at")
    op.drop_column("coaching_flag", "parents_told_at")
    op.drop_index("report_settled", "report")
    op.drop_index("report_waiting", "report")
    op.create_index(
        "report_waiting", "report", ["at"], postgresql_where=sa.text("settled_at IS NULL")
    )
    op.drop_constraint("report_of_thing", "report")
    op.drop_column("report", "thing")
    op.drop_table("ruling")
