"""Rooms of many: members, weeks, boards, signs, and reminders of parties"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0029'
down_revision = '0028'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('study_room',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('band', sa.String(), nullable=False),
    sa.Column('grade_from', sa.Integer(), nullable=True),
    sa.Column('grade_to', sa.Integer(), nullable=True),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('creator_id', sa.Uuid(), nullable=True),
    sa.Column('time_zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('simulation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('members', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('class_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(kind = 'watch_party') = (starts_at IS NOT NULL)", name='study_room_party_has_a_time'),
    sa.CheckConstraint('(grade_from IS NULL) = (grade_to IS NULL) AND grade_from <= grade_to', name='study_room_grades_in_order'),
    sa.CheckConstraint('members >= 0', name='study_room_members_from_nobody'),
    sa.CheckConstraint('starts_at IS NULL OR starts_at < ends_at', name='study_room_party_ends'),
    sa.ForeignKeyConstraint(['class_id'], ['class_session.id'], ),
    sa.ForeignKeyConstraint(['creator_id'], ['user.id'], ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('slug')
    )
    op.create_index(op.f('ix_study_room_creator_id'), 'study_room', ['creator_id'], unique=False)
    op.create_index('study_room_club_once', 'study_room', ['subject', 'band', 'simulation'], unique=True, postgresql_where=sa.text("kind = 'club' AND closed_at IS NULL"))
    op.create_index('study_room_of_class', 'study_room', ['class_id'], unique=False, postgresql_where=sa.text('closed_at IS NULL'))
    op.create_index('study_room_parties', 'study_room', ['ends_at'], unique=False, postgresql_where=sa.text('closed_at IS NULL AND starts_at IS NOT NULL'))
    op.create_index('study_room_shelf', 'study_room', ['band', 'simulation', sa.literal_column('members DESC'), 'id'], unique=False, postgresql_where=sa.text('closed_at IS NULL AND starts_at IS NULL'))
    op.create_table('room_cheer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('cheer', sa.String(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('room_id', 'day', 'cheer', name='room_cheer_once')
    )
    op.create_table('room_counted',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session_id'], ['practice_session.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('session_id', 'room_id', name='room_counted_once')
    )
    op.create_index('room_counted_by_age', 'room_counted', ['at'], unique=False)
    op.create_table('room_member',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('counts', sa.Boolean(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('saw_week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint('removed_at IS NULL OR left_at IS NOT NULL', name='room_member_removed_is_out'),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('room_id', 'user_id', name='room_member_once')
    )
    op.create_index('room_member_inside', 'room_member', ['room_id', 'joined_at', 'id'], unique=False, postgresql_where=sa.text('left_at IS NULL'))
    op.create_index('room_member_of_user', 'room_member', ['user_id', 'joined_at'], unique=False, postgresql_where=sa.text('left_at IS NULL'))
    op.create_table('room_reminder',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('room_id', 'user_id', name='room_reminder_once')
    )
    op.create_index('room_reminder_of_user', 'room_reminder', ['user_id'], unique=False)
    op.create_index('room_reminder_to_tell', 'room_reminder', ['room_id'], unique=False, postgresql_where=sa.text('told_at IS NULL'))
    op.create_table('room_tally',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('room_id', 'week', 'user_id', name='room_tally_once')
    )
    op.create_index('room_tally_board', 'room_tally', ['room_id', 'week', sa.literal_column('points DESC'), 'id'], unique=False)
    op.create_index('room_tally_of_user', 'room_tally', ['user_id'], unique=False)
    op.create_table('room_week',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('week', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('goal', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('reached_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['room_id'], ['study_room.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('room_id', 'week', name='room_week_once')
    )


def downgrade() -> None:
    op.drop_table('room_week')
    op.drop_index('room_tally_of_user', table_name='room_tally')
    op.drop_index('room_tally_board', table_name='room_tally')
    op.drop_table('room_tally')
    op.drop_index('room_reminder_to_tell', table_name='room_reminder', postgresql_where=sa.text('told_at IS NULL'))
    op.drop_index('room_reminder_of_user', table_name='room_reminder')
    op.drop_table('room_reminder')
    op.drop_index('room_member_of_user', table_name='room_member', postgresql_where=sa.text('left_at IS NULL'))
    op.drop_index('room_member_inside', table_name='room_member', postgresql_where=sa.text('left_at IS NULL'))
    op.drop_table('room_member')
    op.drop_index('room_counted_by_age', table_name='room_counted')
    op.drop_table('room_counted')
    op.drop_table('room_cheer')
    op.drop_index('study_room_shelf', table_name='study_room', postgresql_where=sa.text('closed_at IS NULL AND starts_at IS NULL'))
    op.drop_index('study_room_parties', table_name='study_room', postgresql_where=sa.text('closed_at IS NULL AND starts_at IS NOT NULL'))
    op.drop_index('study_room_of_class', table_name='study_room', postgresql_where=sa.text('closed_at IS NULL'))
    op.drop_index('study_room_club_once', table_name='study_room', postgresql_where=sa.text("kind = 'club' AND closed_at IS NULL"))
    op.drop_index(op.f('ix_study_room_creator_id'), table_name='study_room')
    op.drop_table('study_room')
