"""Friends, blocks, reports and friend codes"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None

def upgrade() -> None:
    op.create_table('block',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('about_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('by_id <> about_id', name='block_of_another'),
    sa.ForeignKeyConstraint(['about_id'], ['user.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('block_about', 'block', ['about_id'], unique=False)
    op.create_index('block_open_key', 'block', ['by_id', 'about_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('friend_code',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code')
    )
    op.create_index('friend_code_of', 'friend_code', ['user_id'], unique=False)
    op.create_index('friend_code_open_key', 'friend_code', ['user_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('friendship',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('low_id', sa.Uuid(), nullable=False),
    sa.Column('high_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('allowed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('declined_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('accepted_at IS NULL OR (sent_at IS NOT NULL AND agreed_at IS NOT NULL)', name='friendship_agreed'),
    sa.CheckConstraint('asked_by_id = low_id OR asked_by_id = high_id', name='friendship_asked_by_one'),
    sa.CheckConstraint('low_id < high_id', name='friendship_in_order'),
    sa.ForeignKeyConstraint(['high_id'], ['user.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['low_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('friendship_of_high', 'friendship', ['high_id'], unique=False)
    op.create_index('friendship_of_pair', 'friendship', ['low_id', 'high_id', 'asked_at'], unique=False)
    op.create_index('friendship_open_key', 'friendship', ['low_id', 'high_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('about_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('source_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['about_id'], ['user.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['by_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('by_id', 'about_id', 'source_id', name='report_once')
    )
    op.create_index('report_about', 'report', ['about_id'], unique=False)
    op.create_index('report_waiting', 'report', ['at'], unique=False, postgresql_where=sa.text('settled_at IS NULL'))

def downgrade() -> None:
    op.drop_index('report_waiting', table_name='report', postgresql_where=sa.text('settled_at IS NULL'))
    op.drop_index('report_about', table_name='report')
    op.drop_table('report')
    op.drop_index('friendship_open_key', table_name='friendship', postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index('friendship_of_pair', table_name='friendship')
    op.drop_index('friendship_of_high', table_name='friendship')
    op.drop_table('friendship')
    op.drop_index('friend_code_open_key', table_name='friend_code', postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index('friend_code_of', table_name='friend_code')
    op.drop_table('friend_code')
    op.drop_index('block_open_key', table_name='block', postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index('block_about', table_name='block')
    op.drop_table('block')
