"""Badges that were handed out as signed credentials"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "badge_credential",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "number", sa.BigInteger(), sa.Identity(start=0, minvalue=0), nullable=False
        ),
        sa.Column("badge_row_id", sa.Uuid(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["badge_row_id"], ["user_badge.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("badge_row_id"),
        sa.UniqueConstraint("number"),
    )


def downgrade() -> None:
    op.drop_table("badge_credential")
