"""How we know who brought whom, and from where links were opened"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'touch_trace',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('touch_id', sa.Uuid(), nullable=False),
        sa.Column('origin_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['touch_id'], ['touch.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('touch_id'),
    )
    op.create_index('ix_touch_trace_at', 'touch_trace', ['at'])
    op.create_index('touch_trace_of_origin', 'touch_trace', ['origin_hash', 'at'])
    # All referrals so far were proved by a click of the guest's own browser.
    for column in (
        sa.Column('match', sa.String(), nullable=False, server_default='cookie'),
        sa.Column('confidence', sa.Float(), nullable=False, server_default='0.95'),
    ):
        op.add_column('referral', column)
        op.alter_column('referral', column.name, server_default=None)
    op.create_check_constraint(
        'referral_confidence_in_range', 'referral', 'confidence BETWEEN 0 AND 1'
    )
    op.create_check_constraint(
        'referral_likely_is_not_paid',
        'referral',
        "match <> 'probabilistic' OR (held IS NOT NULL AND paid_at IS NULL)",
    )


def downgrade() -> None:
    op.drop_constraint('referral_likely_is_not_paid', 'referral')
    op.drop_constraint('referral_confidence_in_range', 'referral')
    op.drop_column('referral', 'confidence')
    op.drop_column('referral', 'match')
    op.drop_table('touch_trace')
