"""Conversations with the tutor: where they stand, their turns, the time they took, flags"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('coaching_session',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('hints', sa.Integer(), nullable=False),
    sa.Column('stuck', sa.Integer(), nullable=False),
    sa.Column('is_easier', sa.Boolean(), nullable=False),
    sa.Column('example_family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('example_seed', sa.BigInteger(), nullable=False),
    sa.Column('example_step', sa.Integer(), nullable=False),
    sa.Column('fill_tries', sa.Integer(), nullable=False),
    sa.Column('posed', sa.Integer(), nullable=False),
    sa.Column('solved', sa.Integer(), nullable=False),
    sa.Column('unaided', sa.Integer(), nullable=False),
    sa.Column('misconception', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('turns', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('clock_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ran_out_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('solved BETWEEN 0 AND posed', name='coaching_session_solved_le_posed'),
    sa.CheckConstraint('unaided BETWEEN 0 AND solved', name='coaching_session_unaided_le_solved'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('coaching_session_of_user', 'coaching_session', ['user_id', 'started_at'], unique=False)
    op.create_index('coaching_session_one_open', 'coaching_session', ['user_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_index('coaching_session_open_since', 'coaching_session', ['touched_at'], unique=False, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('coaching_turn',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('move', sa.String(), nullable=True),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('is_model', sa.Boolean(), nullable=False),
    sa.Column('sealed', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['coaching_session.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('session_id', 'number', name='coaching_turn_once')
    )
    op.create_index('coaching_turn_sealed', 'coaching_turn', ['at'], unique=False, postgresql_where=sa.text("sealed <> ''"))
    op.create_table('coaching_time',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=False),
    sa.Column('trial_seconds', sa.Integer(), nullable=False),
    sa.CheckConstraint('seconds > 0', name='coaching_time_counts'),
    sa.ForeignKeyConstraint(['session_id'], ['coaching_session.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('session_id', 'since', name='coaching_time_once')
    )
    op.create_index('coaching_time_of_user', 'coaching_time', ['user_id', 'since'], unique=False)
    op.create_table('coaching_flag',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['coaching_session.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('session_id', 'kind', 'number', name='coaching_flag_once')
    )
    op.create_index('coaching_flag_by_time', 'coaching_flag', ['at'], unique=False)
    


def downgrade() -> None:
    op.drop_table("coaching_flag")
    op.drop_table("coaching_time")
    op.drop_table("coaching_turn")
    op.drop_table("coaching_session")
