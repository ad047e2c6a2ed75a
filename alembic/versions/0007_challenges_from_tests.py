"""Challenges from an adaptive test, and studying one skill together"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("challenge", "session_id", nullable=True)
    op.alter_column("challenge", "percent", nullable=True)
    op.add_column(
        "challenge", sa.Column("kind", sa.String(), server_default="score", nullable=False)
    )
    op.alter_column("challenge", "kind", server_default=None)
    op.add_column("challenge", sa.Column("diagnostic_id", sa.Uuid(), nullable=True))
    op.add_column("challenge", sa.Column("grade", sa.Integer(), nullable=True))
    op.add_column(
        "challenge",
        sa.Column(
            "skill", sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False
        ),
    )
    op.alter_column("challenge", "skill", server_default=None)
    op.create_foreign_key(
        "challenge_of_diagnostic", "challenge", "diagnostic", ["diagnostic_id"], ["id"]
    )
    op.create_unique_constraint(
        "challenge_once_a_test", "challenge", ["diagnostic_id", "kind", "skill"]
    )
    op.create_check_constraint(
        "challenge_of_one_thing", "challenge", "(session_id IS NULL) <> (diagnostic_id IS NULL)"
    )
    op.create_check_constraint(
        "challenge_has_a_score", "challenge", "(kind = 'score') = (percent IS NOT NULL)"
    )
    op.add_column("challenge_play", sa.Column("grade", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("challenge_play", "grade")
    op.drop_constraint("challenge_has_a_score", "challenge", type_="check")
    op.drop_constraint("challenge_of_one_thing", "challenge", type_="check")
    op.drop_constraint("challenge_once_a_test", "challenge", type_="unique")
    op.drop_constraint("challenge_of_diagnostic", "challenge", type_="foreignkey")
    op.execute("DELETE FROM challenge_play USING challenge c WHERE challenge_id = c.id "
               "AND c.session_id IS NULL")
    op.execute("DELETE FROM challenge WHERE session_id IS NULL")
    for column in ("skill", "grade", "diagnostic_id", "kind"):
        op.drop_column("challenge", column)
    op.alter_column("challenge", "percent", nullable=False)
    op.alter_column("challenge", "session_id", nullable=False)
