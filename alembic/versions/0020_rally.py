"""Boards of the week, their players, and who was invited to them"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rally_cohort',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('band', sa.Integer(), nullable=False),
    sa.Column('simulation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('week', 'subject', 'band', 'simulation', name='rally_cohort_once')
    )
    op.create_table('rally_member',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('cohort_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('alias', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('answers', sa.Integer(), nullable=False),
    sa.Column('was_invited', sa.Boolean(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('points > 0', name='rally_member_has_points'),
    sa.ForeignKeyConstraint(['cohort_id'], ['rally_cohort.id'], ),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('cohort_id', 'alias', name='rally_member_alias_once'),
    sa.UniqueConstraint('user_id', 'week', 'subject', name='rally_member_once_a_week')
    )
    op.create_index('rally_member_by_arrival', 'rally_member', ['cohort_id', 'joined_at'], unique=False, postgresql_where=sa.text('was_invited'))
    op.create_index('rally_member_by_points', 'rally_member', ['cohort_id', sa.literal_column('points DESC'), 'alias'], unique=False)
    op.create_table('rally_invite',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('sender_id', sa.Uuid(), nullable=False),
    sa.Column('cohort_id', sa.Uuid(), nullable=False),
    sa.Column('link_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['cohort_id'], ['rally_cohort.id'], ),
    sa.ForeignKeyConstraint(['link_id'], ['link.id'], ),
    sa.ForeignKeyConstraint(['sender_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('sender_id', 'cohort_id', name='rally_invite_once')
    )
    op.create_table('rally_quiz',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('invite_id', sa.Uuid(), nullable=False),
    sa.Column('player_user_id', sa.Uuid(), nullable=True),
    sa.Column('player_visitor_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('saw_end_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(player_user_id IS NULL) <> (player_visitor_id IS NULL)', name='rally_quiz_one_player'),
    sa.ForeignKeyConstraint(['invite_id'], ['rally_invite.id'], ),
    sa.ForeignKeyConstraint(['player_user_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['session_id'], ['practice_session.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('invite_id', 'player_user_id', name='rally_quiz_once_a_user'),
    sa.UniqueConstraint('invite_id', 'player_visitor_id', name='rally_quiz_once_a_visitor'),
    sa.UniqueConstraint('session_id')
    )
    op.create_index('rally_quiz_of_user', 'rally_quiz', ['player_user_id'], unique=False)
    op.create_index('rally_quiz_of_visitor', 'rally_quiz', ['player_visitor_id', 'started_at'], unique=False)


def downgrade() -> None:
    op.drop_index('rally_quiz_of_visitor', table_name='rally_quiz')
    op.drop_index('rally_quiz_of_user', table_name='rally_quiz')
    op.drop_table('rally_quiz')
    op.drop_table('rally_invite')
    op.drop_index('rally_member_by_points', table_name='rally_member')
    op.drop_index('rally_member_by_arrival', table_name='rally_member', postgresql_where=sa.text('was_invited'))
    op.drop_table('rally_member')
    op.drop_table('rally_cohort')
