"""XP on screen: entries in order of time, and the last level somebody was congratulated on"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ledger_in_time", "ledger_entry", ["user_id", "currency", "at", "id"])
    op.add_column(
        "purse", sa.Column("level_seen", sa.Integer(), server_default="1", nullable=False)
    )
    op.alter_column("purse", "level_seen", server_default=None)
    op.execute("UPDATE purse SET level_seen = floor((1 + sqrt(1 + 4 * (lifetime_xp / 25))) / 2)")


def downgrade() -> None:
    op.drop_column("purse", "level_seen")
    op.drop_index("ledger_in_time", "ledger_entry")
