"""Weeks that parents show, class passes and the classes they are for"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('class_session',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('tutor_id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade_from', sa.Integer(), nullable=False),
    sa.Column('grade_to', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('taken', sa.Integer(), nullable=False),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('called_off_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('grade_from <= grade_to', name='class_session_grades_in_order'),
    sa.CheckConstraint('taken BETWEEN 0 AND seats', name='class_session_seats_in_range'),
    sa.ForeignKeyConstraint(['tutor_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('class_session_of_tutor', 'class_session', ['tutor_id', 'starts_at'], unique=False)
    op.create_index('class_session_to_come', 'class_session', ['subject', 'starts_at'], unique=False, postgresql_where=sa.text('called_off_at IS NULL'))
    op.create_table('pass_reward',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('invitee_id', sa.Uuid(), nullable=False),
    sa.Column('referrer_id', sa.Uuid(), nullable=False),
    sa.Column('earned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_over_cap', sa.Boolean(), nullable=False),
    sa.Column('granted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reversed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('granted_at IS NULL OR NOT is_over_cap', name='pass_reward_within_cap'),
    sa.ForeignKeyConstraint(['invitee_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['referrer_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('invitee_id')
    )
    op.create_index('pass_reward_due', 'pass_reward', ['due_at'], unique=False, postgresql_where=sa.text('granted_at IS NULL AND reversed_at IS NULL AND NOT is_over_cap'))
    op.create_index('pass_reward_of_referrer', 'pass_reward', ['referrer_id', 'earned_at'], unique=False)
    op.create_table('skill_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('before', sa.String(), nullable=False),
    sa.Column('after', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('skill_step_of_user', 'skill_step', ['user_id', 'at'], unique=False)
    op.create_table('weekly_letter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=False),
    sa.Column('week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('children', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('parent_id', 'week', name='weekly_letter_once')
    )
    op.create_table('class_seat',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('child_id', sa.Uuid(), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=False),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('given_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['child_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['parent_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['session_id'], ['class_session.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('class_seat_of_parent', 'class_seat', ['parent_id', 'taken_at'], unique=False)
    op.create_index('class_seat_once', 'class_seat', ['session_id', 'child_id'], unique=True, postgresql_where=sa.text('given_up_at IS NULL'))
    op.create_table('proud_card',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=False),
    sa.Column('child_id', sa.Uuid(), nullable=False),
    sa.Column('week', sa.Date(), nullable=False),
    sa.Column('link_id', sa.Uuid(), nullable=True),
    sa.Column('improved', sa.Integer(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('answers', sa.Integer(), nullable=False),
    sa.Column('streak', sa.Integer(), nullable=False),
    sa.Column('skills', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['child_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['link_id'], ['link.id'], ),
    sa.ForeignKeyConstraint(['parent_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('parent_id', 'child_id', 'week', name='proud_card_once')
    )
    op.create_index(op.f('ix_proud_card_child_id'), 'proud_card', ['child_id'], unique=False)
    op.add_column('letter', sa.Column('html', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    op.alter_column('letter', 'html', server_default=None)
    op.add_column('letter', sa.Column('unsubscribe', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    op.alter_column('letter', 'unsubscribe', server_default=None)
    op.add_column('purse', sa.Column('class_passes', sa.Integer(), nullable=False, server_default='0'))
    op.alter_column('purse', 'class_passes', server_default=None)
    op.create_check_constraint('purse_passes_not_negative', 'purse', 'class_passes >= 0')
    op.add_column('user', sa.Column('email_confirmed_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('user', 'email_confirmed_at')
    op.drop_column('purse', 'class_passes')
    op.drop_column('letter', 'unsubscribe')
    op.drop_column('letter', 'html')
    op.drop_index(op.f('ix_proud_card_child_id'), table_name='proud_card')
    op.drop_table('proud_card')
    op.drop_index('class_seat_once', table_name='class_seat', postgresql_where=sa.text('given_up_at IS NULL'))
    op.drop_index('class_seat_of_parent', table_name='class_seat')
    op.drop_table('class_seat')
    op.drop_table('weekly_letter')
    op.drop_index('skill_step_of_user', table_name='skill_step')
    op.drop_table('skill_step')
    op.drop_index('pass_reward_of_referrer', table_name='pass_reward')
    op.drop_index('pass_reward_due', table_name='pass_reward', postgresql_where=sa.text('granted_at IS NULL AND reversed_at IS NULL AND NOT is_over_cap'))
    op.drop_table('pass_reward')
    op.drop_index('class_session_to_come', table_name='class_session', postgresql_where=sa.text('called_off_at IS NULL'))
    op.drop_index('class_session_of_tutor', table_name='class_session')
    op.drop_table('class_session')
