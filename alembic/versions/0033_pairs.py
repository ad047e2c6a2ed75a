"""Streaks of two"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('pair',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('friendship_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(agreed_at IS NULL) = (since IS NULL)', name='pair_since_agreed'),
    sa.ForeignKeyConstraint(['friendship_id'], ['friendship.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('pair_of_friendship', 'pair', ['friendship_id'], unique=False)
    op.create_index('pair_open_key', 'pair', ['friendship_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))


def downgrade() -> None:
    op.drop_index('pair_open_key', table_name='pair', postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index('pair_of_friendship', table_name='pair')
    op.drop_table('pair')
