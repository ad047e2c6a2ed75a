"""Challenges that somebody has played, found by whom"""

from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "challenge_play_of_user", "challenge_play", ["player_user_id", "started_at"]
    )


def downgrade() -> None:
    op.drop_index("challenge_play_of_user", "challenge_play")
