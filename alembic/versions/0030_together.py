"""Friends at one deck, and who finished one together"""

import sqlalchemy as sa
from alembic import op

revision = '0030'
down_revision = '0029'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'shared_deck',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('host_id', sa.Uuid(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('alone_since', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['session_id'], ['practice_session.id']),
        sa.ForeignKeyConstraint(['host_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('session_id'),
    )
    op.create_index('shared_deck_of_host', 'shared_deck', ['host_id'])
    op.create_table(
        'companion',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('shared_deck_id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['shared_deck_id'], ['shared_deck.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['session_id'], ['practice_session.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('session_id'),
        sa.UniqueConstraint('shared_deck_id', 'user_id', name='companion_once'),
    )
    op.create_index('companion_of_user', 'companion', ['user_id', 'joined_at'])
    op.create_table(
        'pair_day',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('low_id', sa.Uuid(), nullable=False),
        sa.Column('high_id', sa.Uuid(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint('low_id < high_id', name='pair_day_in_order'),
        sa.ForeignKeyConstraint(['low_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['high_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('low_id', 'high_id', 'day', name='pair_day_once'),
    )
    op.create_index('pair_day_of_high', 'pair_day', ['high_id'])


def downgrade() -> None:
    op.drop_table('pair_day')
    op.drop_table('companion')
    op.drop_table('shared_deck')
