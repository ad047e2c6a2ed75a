"""Badges that are shown around, and what friends who came by them have tried"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_WORDS = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "spotlight_invite",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=False),
        sa.Column("badge_row_id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("badge", _WORDS(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["sender_id"], ["user.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["badge_row_id"], ["user_badge.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("badge_row_id", name="spotlight_invite_once"),
    )
    op.create_table(
        "spotlight_try",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("invite_id", sa.Uuid(), nullable=False),
        sa.Column("player_user_id", sa.Uuid(), nullable=True),
        sa.Column("player_visitor_id", _WORDS(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("first_value_at", _MOMENT, nullable=True),
        sa.Column("completed_at", _MOMENT, nullable=True),
        sa.Column("joined_at", _MOMENT, nullable=True),
        sa.Column("saw_end_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)",
            name="spotlight_try_one_player",
        ),
        sa.ForeignKeyConstraint(["invite_id"], ["spotlight_invite.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["player_user_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["session_id"], ["practice_session.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("invite_id", "player_user_id", name="spotlight_try_once_a_user"),
        sa.UniqueConstraint("invite_id", "player_visitor_id", name="spotlight_try_once_a_visitor"),
        sa.UniqueConstraint("session_id"),
    )
    op.create_index("spotlight_try_of_user", "spotlight_try", ["player_user_id"])
    op.create_index(
        "spotlight_try_of_visitor", "spotlight_try", ["player_visitor_id", "started_at"]
    )


def downgrade() -> None:
    op.drop_table("spotlight_try")
    op.drop_table("spotlight_invite")
