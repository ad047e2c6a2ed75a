"""Rooms in which two practise together"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rescue',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('inviter_id', sa.Uuid(), nullable=False),
    sa.Column('link_id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('ends_at > created_at', name='rescue_lasts'),
    sa.ForeignKeyConstraint(['inviter_id'], ['user.id']),
    sa.ForeignKeyConstraint(['link_id'], ['link.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('link_id')
    )
    op.create_index('rescue_of_inviter', 'rescue', ['inviter_id', 'created_at'])
    op.create_index('rescue_open', 'rescue', ['ends_at'], postgresql_where=sa.text('closed_at IS NULL'))
    op.create_table('rescue_seat',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('rescue_id', sa.Uuid(), nullable=False),
    sa.Column('is_inviter', sa.Boolean(), nullable=False),
    sa.Column('player_user_id', sa.Uuid(), nullable=True),
    sa.Column('player_visitor_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('answered', sa.Integer(), nullable=False),
    sa.Column('sat_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held', sa.String(), nullable=True),
    sa.Column('earned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('paid_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('saw_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('saw_shield', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(player_user_id IS NULL) <> (player_visitor_id IS NULL)', name='rescue_seat_one_player'),
    sa.CheckConstraint('answered BETWEEN 0 AND 10', name='rescue_seat_answered_in_range'),
    sa.CheckConstraint('paid_at IS NULL OR earned_at IS NOT NULL', name='rescue_seat_paid_earned'),
    sa.ForeignKeyConstraint(['player_user_id'], ['user.id']),
    sa.ForeignKeyConstraint(['rescue_id'], ['rescue.id']),
    sa.ForeignKeyConstraint(['session_id'], ['practice_session.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('rescue_id', 'is_inviter', name='rescue_seat_for_two'),
    sa.UniqueConstraint('rescue_id', 'player_user_id', name='rescue_seat_once_a_user'),
    sa.UniqueConstraint('session_id')
    )
    op.create_index('rescue_seat_of_user', 'rescue_seat', ['player_user_id', 'sat_at'])
    op.create_index('rescue_seat_of_visitor', 'rescue_seat', ['player_visitor_id', 'sat_at'])
    op.create_table('rescue_answer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('seat_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('given', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('position BETWEEN 0 AND 9', name='rescue_answer_of_the_deck'),
    sa.ForeignKeyConstraint(['seat_id'], ['rescue_seat.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('seat_id', 'position', name='rescue_answer_once')
    )


def downgrade() -> None:
    for table in ('rescue_answer', 'rescue_seat', 'rescue'):
        op.drop_table(table)
