"""How far people are on the way to badges, which they were shown, and how rare each is"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_WORDS = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sa.DateTime(timezone=True)


def _person() -> tuple[sa.Column, sa.ForeignKeyConstraint]:
    return (
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="CASCADE"),
    )


def upgrade() -> None:
    op.create_table(
        "badge_count",
        *_person(),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("of", _WORDS(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.CheckConstraint("value > 0", name="badge_count_positive"),
        sa.PrimaryKeyConstraint("user_id", "measure", "of"),
    )
    op.create_table(
        "badge_deed",
        *_person(),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("of", _WORDS(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "measure", "of", "source_id"),
    )
    op.create_table(
        "badge_shown",
        sa.Column("badge_row_id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["badge_row_id"], ["user_badge.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("badge_row_id"),
    )
    op.create_table(
        "badge_recount",
        *_person(),
        sa.Column("edition", _WORDS(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "badge_rarity",
        sa.Column("badge", _WORDS(), nullable=False),
        sa.Column("holders", sa.Integer(), nullable=False),
        sa.Column("learners", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("badge"),
    )


def downgrade() -> None:
    for table in ("badge_rarity", "badge_recount", "badge_shown", "badge_deed", "badge_count"):
        op.drop_table(table)
