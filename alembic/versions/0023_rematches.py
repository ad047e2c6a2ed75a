"""Challenges that answer others, and rematches with new questions"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('challenge', sa.Column('answers_id', sa.Uuid(), nullable=True))
    op.add_column('challenge', sa.Column('to_user_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(
        'challenge_answers_id_fkey', 'challenge', 'challenge', ['answers_id'], ['id']
    )
    op.create_foreign_key('challenge_to_user_id_fkey', 'challenge', 'user', ['to_user_id'], ['id'])
    op.create_index('ix_challenge_to_user_id', 'challenge', ['to_user_id'])
    op.create_table(
        'rematch',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('play_id', sa.Uuid(), nullable=False),
        sa.Column('by_user_id', sa.Uuid(), nullable=False),
        sa.Column('to_user_id', sa.Uuid(), nullable=False),
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['play_id'], ['challenge_play.id']),
        sa.ForeignKeyConstraint(['by_user_id'], ['user.id']),
        sa.ForeignKeyConstraint(['to_user_id'], ['user.id']),
        sa.ForeignKeyConstraint(['session_id'], ['practice_session.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('session_id'),
        sa.UniqueConstraint('play_id', 'by_user_id', name='rematch_once_a_side'),
    )


def downgrade() -> None:
    op.drop_table('rematch')
    op.drop_index('ix_challenge_to_user_id', 'challenge')
    op.drop_constraint('challenge_to_user_id_fkey', 'challenge')
    op.drop_constraint('challenge_answers_id_fkey', 'challenge')
    op.drop_column('challenge', 'to_user_id')
    op.drop_column('challenge', 'answers_id')
