"""Parents who ask, and links that make a parent of whoever opens them"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'family_request',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('how', sa.String(), nullable=False),
        sa.Column('asked_by_id', sa.Uuid(), nullable=False),
        sa.Column('child_id', sa.Uuid(), nullable=True),
        sa.Column('named', sa.String(), nullable=False),
        sa.Column('mark', sa.String(), nullable=False),
        sa.Column('link_id', sa.Uuid(), nullable=True),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('declined_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['asked_by_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['child_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['link_id'], ['posted_link.id'], ondelete='SET NULL'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('link_id'),
    )
    op.create_index('ix_family_request_asked_by_id', 'family_request', ['asked_by_id'])
    op.create_index('ix_family_request_child_id', 'family_request', ['child_id'])


def downgrade() -> None:
    op.drop_table('family_request')
