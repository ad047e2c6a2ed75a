"""Flashcards: decks, cards, reviews and what goes with them"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table('card_deck',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('terms', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['owner_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('card_deck_once', 'card_deck', ['owner_id', 'kind', 'terms', 'subject'], unique=True, postgresql_where=sa.text("kind <> 'own'"))
    op.create_index(op.f('ix_card_deck_owner_id'), 'card_deck', ['owner_id'], unique=False)
    op.create_table('card_limits',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('new_a_day', sa.Integer(), nullable=False),
    sa.Column('reviews_a_day', sa.Integer(), nullable=False),
    sa.CheckConstraint('new_a_day BETWEEN 0 AND 50', name='card_limits_new_in_range'),
    sa.CheckConstraint('reviews_a_day BETWEEN 10 AND 500', name='card_limits_reviews_in_range'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id')
    )
    op.create_table('card_receipt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'key', name='card_receipt_once')
    )
    op.create_index(op.f('ix_card_receipt_at'), 'card_receipt', ['at'], unique=False)
    op.create_table('card_weights',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('reviews', sa.Integer(), nullable=False),
    sa.Column('weights', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('held_out', sa.Integer(), nullable=False),
    sa.Column('loss_before', sa.Float(), nullable=False),
    sa.Column('loss_after', sa.Float(), nullable=False),
    sa.Column('fitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('adopted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'reviews', name='card_weights_once')
    )
    op.create_table('flashcard',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('deck_id', sa.Uuid(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('slip', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('front', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('back', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('memo', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=True),
    sa.Column('stability', sa.Float(), nullable=True),
    sa.Column('difficulty', sa.Float(), nullable=True),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reviewed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.Column('introduced_on', sa.Date(), nullable=True),
    sa.Column('reviews', sa.Integer(), nullable=False),
    sa.Column('lapses', sa.Integer(), nullable=False),
    sa.Column('leech_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('suspended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('postponed_until', sa.Date(), nullable=True),
    sa.CheckConstraint('(reviews = 0) = (due_at IS NULL)', name='flashcard_due_once_reviewed'),
    sa.CheckConstraint('(reviews = 0) = (introduced_on IS NULL)', name='flashcard_new_until_reviewed'),
    sa.CheckConstraint('(reviews = 0) = (stability IS NULL)', name='flashcard_known_once_reviewed'),
    sa.CheckConstraint('lapses BETWEEN 0 AND reviews', name='flashcard_lapses_le_reviews'),
    sa.ForeignKeyConstraint(['deck_id'], ['card_deck.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['owner_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('deck_id', 'key', name='flashcard_once')
    )
    op.create_index('flashcard_due', 'flashcard', ['owner_id', 'due_at'], unique=False)
    op.create_index('flashcard_of_deck', 'flashcard', ['deck_id', 'position'], unique=False)
    op.create_table('card_review',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('card_id', sa.Uuid(), nullable=False),
    sa.Column('rating', sa.Integer(), nullable=False),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('was_new', sa.Boolean(), nullable=False),
    sa.Column('spent_ms', sa.Integer(), nullable=False),
    sa.Column('reviewed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reviewed_on', sa.Date(), nullable=False),
    sa.CheckConstraint('rating BETWEEN 1 AND 4', name='card_review_rating_in_range'),
    sa.ForeignKeyConstraint(['card_id'], ['flashcard.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('card_review_of_card', 'card_review', ['card_id', 'reviewed_at'], unique=False)
    op.create_index('card_review_of_day', 'card_review', ['user_id', 'reviewed_on'], unique=False)
    op.create_table('card_undo',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('seq', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('card_id', sa.Uuid(), nullable=False),
    sa.Column('review_id', sa.Uuid(), nullable=True),
    sa.Column('before', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['flashcard.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['card_review.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('seq')
    )
    op.create_index('card_undo_of_user', 'card_undo', ['user_id', 'seq'], unique=False)



def downgrade() -> None:

    op.drop_index('card_undo_of_user', table_name='card_undo')
    op.drop_table('card_undo')
    op.drop_index('card_review_of_day', table_name='card_review')
    op.drop_index('card_review_of_card', table_name='card_review')
    op.drop_table('card_review')
    op.drop_index('flashcard_of_deck', table_name='flashcard')
    op.drop_index('flashcard_due', table_name='flashcard')
    op.drop_table('flashcard')
    op.drop_table('card_weights')
    op.drop_index(op.f('ix_card_receipt_at'), table_name='card_receipt')
    op.drop_table('card_receipt')
    op.drop_table('card_limits')
    op.drop_index(op.f('ix_card_deck_owner_id'), table_name='card_deck')
    op.drop_index('card_deck_once', table_name='card_deck', postgresql_where=sa.text("kind <> 'own'"))
    op.drop_table('card_deck')

