"""Leaderboards, their places, classes and leagues"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table('board',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('scope', sa.String(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cohort_id', sa.Uuid(), nullable=True),
    sa.Column('band', sa.String(), nullable=False),
    sa.Column('tenure', sa.String(), nullable=False),
    sa.Column('tier', sa.String(), nullable=True),
    sa.Column('pool_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('simulation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('time_zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('noted_before_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stale_since', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('key', name='board_once')
    )
    op.create_index('board_open', 'board', ['ends_at'], unique=False, postgresql_where=sa.text('closed_at IS NULL'))
    op.create_index('board_with_seats', 'board', ['pool_key', 'opened_at'], unique=False, postgresql_where=sa.text("closed_at IS NULL AND scope = 'league'"))
    op.create_index(op.f('ix_board_cohort_id'), 'board', ['cohort_id'], unique=False)
    op.create_table('board_cohort',
    sa.Column('cohort_id', sa.Uuid(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('time_zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('cohort_id')
    )
    op.create_table('league_cut',
    sa.Column('pool_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('low', sa.Integer(), nullable=False),
    sa.Column('high', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('pool_key')
    )
    op.create_table('board_cohort_member',
    sa.Column('cohort_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['cohort_id'], ['board_cohort.cohort_id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('cohort_id', 'user_id')
    )
    op.create_index(op.f('ix_board_cohort_member_user_id'), 'board_cohort_member', ['user_id'], unique=False)
    op.create_table('board_place',
    sa.Column('board_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('xp', sa.Integer(), nullable=False),
    sa.Column('accuracy', sa.Integer(), nullable=False),
    sa.Column('streak', sa.Integer(), nullable=False),
    sa.Column('wins', sa.Integer(), nullable=False),
    sa.Column('score', sa.BigInteger(), nullable=False),
    sa.Column('noted_rank', sa.Integer(), nullable=True),
    sa.Column('noted_before', sa.Integer(), nullable=True),
    sa.Column('final_rank', sa.Integer(), nullable=True),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('accuracy BETWEEN 0 AND 1000', name='board_place_accuracy_in_range'),
    sa.CheckConstraint('xp > 0 AND score > 0', name='board_place_has_xp'),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'user_id')
    )
    op.create_index('board_place_by_score', 'board_place', ['board_id', sa.literal_column('score DESC'), sa.literal_column('user_id DESC')], unique=False)
    op.create_index('board_place_of_user', 'board_place', ['user_id'], unique=False)
    op.create_table('league_standing',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('tier', sa.String(), nullable=False),
    sa.Column('moved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id')
    )



def downgrade() -> None:

    op.drop_table('league_standing')
    op.drop_index('board_place_of_user', table_name='board_place')
    op.drop_index('board_place_by_score', table_name='board_place')
    op.drop_table('board_place')
    op.drop_index(op.f('ix_board_cohort_member_user_id'), table_name='board_cohort_member')
    op.drop_table('board_cohort_member')
    op.drop_table('league_cut')
    op.drop_table('board_cohort')
    op.drop_index(op.f('ix_board_cohort_id'), table_name='board')
    op.drop_index('board_with_seats', table_name='board', postgresql_where=sa.text("closed_at IS NULL AND scope = 'league'"))
    op.drop_index('board_open', table_name='board', postgresql_where=sa.text('closed_at IS NULL'))
    op.drop_table('board')

