"""What advisers said, who outside may ask them, and who is given which variant"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TRIGGERS = {
    "advice_entry": (
        ("never_changed", "UPDATE", ""),
        ("kept_a_while", "DELETE", "WHEN (OLD.at > now() - interval '30 days')"),
    ),
    "experiment_assignment": (("append_only", "UPDATE OR DELETE", ""),),
    "experiment_version": (("locked", "UPDATE OR DELETE", "WHEN (OLD.locked_at IS NOT NULL)"),),
}


def upgrade() -> None:
    op.create_table(
        "advice_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("question_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("latency_ms", sa.Float(), nullable=False),
        sa.Column("lapse", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("latency_ms >= 0", name="advice_entry_latency_positive"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("seq"),
    )
    op.create_index("advice_entry_lately", "advice_entry", ["agent", "at"], unique=False)
    op.create_index("advice_entry_of_agent", "advice_entry", ["agent", "seq"], unique=False)
    op.create_index("advice_entry_old", "advice_entry", ["at"], unique=False)
    op.create_table(
        "experiment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("seed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changes_rewards", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "mcp_token",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("scopes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_table(
        "experiment_exposure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("experiment_id", sa.Uuid(), nullable=False),
        sa.Column("unit_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("variant", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.CheckConstraint("times > 0", name="experiment_exposure_counted"),
        sa.ForeignKeyConstraint(["experiment_id"], ["experiment.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("experiment_id", "unit_key", name="experiment_exposure_once"),
    )
    op.create_index(
        "experiment_exposure_by_time",
        "experiment_exposure",
        ["experiment_id", "first_at"],
        unique=False,
    )
    op.create_table(
        "experiment_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("experiment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("config", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("config_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("number > 0", name="experiment_version_from_one"),
        sa.ForeignKeyConstraint(["experiment_id"], ["experiment.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("experiment_id", "number", name="experiment_version_numbered"),
    )
    op.create_table(
        "experiment_assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("experiment_id", sa.Uuid(), nullable=False),
        sa.Column("unit_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("variant", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["experiment_id"], ["experiment.id"]),
        sa.ForeignKeyConstraint(["version_id"], ["experiment_version.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("experiment_id", "unit_key", name="experiment_assignment_once"),
    )
    for table, triggers in TRIGGERS.items():
        for name, deed, condition in triggers:
            op.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {deed} ON {table} "
                f"FOR EACH ROW {condition} EXECUTE FUNCTION refuse_change()"
            )
        op.execute(
            f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    op.drop_table("experiment_assignment")
    op.drop_table("experiment_version")
    op.drop_index("experiment_exposure_by_time", table_name="experiment_exposure")
    op.drop_table("experiment_exposure")
    op.drop_table("mcp_token")
    op.drop_table("experiment")
    op.drop_index("advice_entry_old", table_name="advice_entry")
    op.drop_index("advice_entry_of_agent", table_name="advice_entry")
    op.drop_index("advice_entry_lately", table_name="advice_entry")
    op.drop_table("advice_entry")
