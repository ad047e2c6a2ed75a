"""Sums of who brings whom, and the indexes that keep them up to date quickly"""

import sqlalchemy as sa
from alembic import op


revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('active_day',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('root_id', sa.Uuid(), nullable=False),
    sa.Column('first_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('user_id', 'day')
    )
    op.create_index('active_day_of_simulation', 'active_day', ['simulation', 'day'], unique=False)
    op.create_table('coming_back',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('is_referred', sa.Boolean(), nullable=False),
    sa.Column('counting', sa.String(), nullable=False),
    sa.Column('after', sa.Integer(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('back', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'day', 'persona', 'is_referred', 'counting', 'after')
    )
    op.create_table('credited_touch',
    sa.Column('touch_id', sa.Uuid(), nullable=False),
    sa.Column('invitee_id', sa.Uuid(), nullable=False),
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('inviter_id', sa.Uuid(), nullable=False),
    sa.Column('root_id', sa.Uuid(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_valuable', sa.Boolean(), nullable=False),
    sa.Column('is_fraud', sa.Boolean(), nullable=False),
    sa.Column('last', sa.Float(), nullable=False),
    sa.Column('first', sa.Float(), nullable=False),
    sa.Column('linear', sa.Float(), nullable=False),
    sa.Column('decay', sa.Float(), nullable=False),
    sa.PrimaryKeyConstraint('touch_id', 'invitee_id')
    )
    op.create_index('credited_touch_of_invitee', 'credited_touch', ['invitee_id'], unique=False)
    op.create_index('credited_touch_of_simulation', 'credited_touch', ['simulation', 'day'], unique=False)
    op.create_table('delay',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('happened', sa.Boolean(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'kind', 'day', 'loop', 'persona', 'happened', 'minutes')
    )
    op.create_table('funnel_day',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('earlier', sa.Integer(), nullable=False),
    sa.Column('sent', sa.Integer(), nullable=False),
    sa.Column('opened', sa.Integer(), nullable=False),
    sa.Column('joined', sa.Integer(), nullable=False),
    sa.Column('valuable', sa.Integer(), nullable=False),
    sa.Column('won', sa.Integer(), nullable=False),
    sa.Column('rewarded', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'day', 'loop', 'persona', 'earlier')
    )
    op.create_table('k_alert',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('alarm', sa.String(), nullable=False),
    sa.Column('began_on', sa.Date(), nullable=False),
    sa.Column('cleared_on', sa.Date(), nullable=True),
    sa.Column('k', sa.Float(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('k_alert_once', 'k_alert', ['simulation', 'loop', 'alarm', 'began_on'], unique=True)
    op.create_table('k_day',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('k', sa.Float(), nullable=False),
    sa.Column('low', sa.Float(), nullable=False),
    sa.Column('high', sa.Float(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'loop', 'day')
    )
    op.create_table('k_exposed',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'starts_on', 'ends_on', 'loop', 'persona')
    )
    op.create_table('k_period',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('rolled_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'starts_on', 'ends_on')
    )
    op.create_table('k_sum',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('model', sa.String(), nullable=False),
    sa.Column('goal', sa.String(), nullable=False),
    sa.Column('is_net', sa.Boolean(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('persona', sa.String(), nullable=False),
    sa.Column('other_loop', sa.String(), nullable=False),
    sa.Column('other_persona', sa.String(), nullable=False),
    sa.Column('product', sa.Float(), nullable=False),
    sa.Column('total', sa.Float(), nullable=False),
    sa.PrimaryKeyConstraint('simulation', 'starts_on', 'ends_on', 'model', 'goal', 'is_net', 'channel', 'loop', 'persona', 'other_loop', 'other_persona')
    )
    op.create_table('roll_up',
    sa.Column('simulation', sa.String(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('differing', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('simulation')
    )
    op.create_index('card_review_reviewed', 'card_review', ['reviewed_at'], unique=False)
    op.create_index('diagnostic_question_answered', 'diagnostic_question', ['answered_at'], unique=False, postgresql_where=sa.text('answered_at IS NOT NULL'))
    op.create_index('practice_question_answered', 'practice_question', ['answered_at'], unique=False, postgresql_where=sa.text('answered_at IS NOT NULL'))
    op.add_column('referral', sa.Column('fraud_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('referral', 'fraud_at')
    op.drop_index('practice_question_answered', table_name='practice_question', postgresql_where=sa.text('answered_at IS NOT NULL'))
    op.drop_index('diagnostic_question_answered', table_name='diagnostic_question', postgresql_where=sa.text('answered_at IS NOT NULL'))
    op.drop_index('card_review_reviewed', table_name='card_review')
    op.drop_table('roll_up')
    op.drop_table('k_sum')
    op.drop_table('k_period')
    op.drop_table('k_exposed')
    op.drop_table('k_day')
    op.drop_index('k_alert_once', table_name='k_alert')
    op.drop_table('k_alert')
    op.drop_table('funnel_day')
    op.drop_table('delay')
    op.drop_index('credited_touch_of_simulation', table_name='credited_touch')
    op.drop_index('credited_touch_of_invitee', table_name='credited_touch')
    op.drop_table('credited_touch')
    op.drop_table('coming_back')
    op.drop_index('active_day_of_simulation', table_name='active_day')
    op.drop_table('active_day')
