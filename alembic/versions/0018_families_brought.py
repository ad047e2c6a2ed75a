"""Parents whom parents brought, and what people want to be told"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('notice_choice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'kind', 'way', name='notice_choice_once')
    )
    op.add_column('pass_reward', sa.Column('joined_at', sa.DateTime(timezone=True), nullable=True))
    op.execute('UPDATE pass_reward SET joined_at = earned_at')
    op.alter_column('pass_reward', 'joined_at', nullable=False)
    op.add_column('pass_reward', sa.Column('may_name', sa.Boolean(), nullable=False, server_default='false'))
    op.alter_column('pass_reward', 'may_name', server_default=None)
    op.create_check_constraint('pass_reward_due_if_earned', 'pass_reward', '(earned_at IS NULL) = (due_at IS NULL)')
    op.create_check_constraint('pass_reward_waited', 'pass_reward', 'granted_at IS NULL OR granted_at >= due_at')
    op.alter_column('pass_reward', 'earned_at',
               existing_type=postgresql.TIMESTAMP(timezone=True),
               nullable=True)
    op.alter_column('pass_reward', 'due_at',
               existing_type=postgresql.TIMESTAMP(timezone=True),
               nullable=True)
    op.drop_index(op.f('pass_reward_of_referrer'), table_name='pass_reward')
    op.create_index('pass_reward_of_referrer', 'pass_reward', ['referrer_id', 'joined_at'], unique=False)


def downgrade() -> None:
    op.drop_constraint('pass_reward_waited', 'pass_reward')
    op.drop_constraint('pass_reward_due_if_earned', 'pass_reward')
    op.execute('DELETE FROM pass_reward WHERE earned_at IS NULL')
    op.drop_index('pass_reward_of_referrer', table_name='pass_reward')
    op.create_index(op.f('pass_reward_of_referrer'), 'pass_reward', ['referrer_id', 'earned_at'], unique=False)
    op.alter_column('pass_reward', 'due_at',
               existing_type=postgresql.TIMESTAMP(timezone=True),
               nullable=False)
    op.alter_column('pass_reward', 'earned_at',
               existing_type=postgresql.TIMESTAMP(timezone=True),
               nullable=False)
    op.drop_column('pass_reward', 'may_name')
    op.drop_column('pass_reward', 'joined_at')
    op.drop_table('notice_choice')
