"""What is said to lines of the feed, and what each person put away"""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

_SHOWN = sa.text('removed_at IS NULL AND hidden_at IS NULL')


def upgrade() -> None:
    _widen()
    op.drop_index('ix_feed_item_owner_id', 'feed_item')
    op.create_index(
        'feed_item_of_owner', 'feed_item', ['owner_id', 'at', 'id'], postgresql_where=_SHOWN
    )
    op.create_index(
        'feed_item_of_peers',
        'feed_item',
        ['simulation', 'age_band', 'subject', 'grade', 'at', 'id'],
        postgresql_where=_SHOWN,
    )
    op.create_index('feed_item_at', 'feed_item', ['at'])
    op.create_index('ix_feed_item_other_user_id', 'feed_item', ['other_user_id'])
    op.create_table(
        'feed_reaction',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('item_id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('reaction', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['item_id'], ['feed_item.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('item_id', 'user_id', 'reaction', name='feed_reaction_once'),
    )
    op.create_index('ix_feed_reaction_user_id', 'feed_reaction', ['user_id'])
    op.create_table(
        'feed_hide',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('item_id', sa.Uuid(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['item_id'], ['feed_item.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('user_id', 'item_id', name='feed_hide_once'),
    )
    op.create_index('ix_feed_hide_item_id', 'feed_hide', ['item_id'])
    op.create_table(
        'feed_mute',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('muted_id', sa.Uuid(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['muted_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('user_id', 'muted_id', name='feed_mute_once'),
    )
    op.create_index('ix_feed_mute_muted_id', 'feed_mute', ['muted_id'])


def _widen() -> None:
    """New columns; lines that stand already get what their owner is now."""
    for name, kind, empty in (
        ('subject', sa.String(), "''"),
        ('what', sa.String(), "''"),
        ('number', sa.Integer(), '0'),
        ('age_band', sa.String(), "'child'"),
        ('grade', sa.Integer(), '-1'),
        ('simulation', sa.String(), "''"),
    ):
        op.add_column('feed_item', sa.Column(name, kind, nullable=False, server_default=empty))
        op.alter_column('feed_item', name, server_default=None)
    for name in ('removed_at', 'hidden_at', 'looked_at'):
        op.add_column('feed_item', sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.execute(
        'UPDATE feed_item SET age_band = u.age_band, grade = coalesce(u.grade, -1), '
        'simulation = u.simulation FROM "user" u WHERE u.id = owner_id'
    )


def downgrade() -> None:
    op.drop_table('feed_mute')
    op.drop_table('feed_hide')
    op.drop_table('feed_reaction')
    op.drop_index('ix_feed_item_other_user_id', 'feed_item')
    for name in ('feed_item_at', 'feed_item_of_peers', 'feed_item_of_owner'):
        op.drop_index(name, 'feed_item')
    op.create_index('ix_feed_item_owner_id', 'feed_item', ['owner_id'])
    for name in (
        'looked_at',
        'hidden_at',
        'removed_at',
        'simulation',
        'grade',
        'age_band',
        'number',
        'what',
        'subject',
    ):
        op.drop_column('feed_item', name)
