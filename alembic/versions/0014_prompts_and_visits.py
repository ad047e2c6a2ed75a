"""What people are asked to share and what comes of it, and how long they stay to learn"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('loop_prior',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('simulation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('alpha', sa.Float(), nullable=False),
    sa.Column('beta', sa.Float(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('learned_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('alpha > 0 AND beta > 0', name='loop_prior_positive'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('simulation', 'loop', name='loop_prior_once')
    )
    op.create_table('learning_visit',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('last_at >= started_at', name='learning_visit_runs_on'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('learning_visit_of_user', 'learning_visit', ['user_id', 'started_at'], unique=False)
    op.create_index('learning_visit_one_open', 'learning_visit', ['user_id'], unique=True, postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('prompt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('trigger', sa.String(), nullable=False),
    sa.Column('source_id', sa.Uuid(), nullable=False),
    sa.Column('loop', sa.String(), nullable=True),
    sa.Column('bar', sa.String(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_default', sa.Boolean(), nullable=False),
    sa.Column('template', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('variant', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reward', sa.String(), nullable=True),
    sa.Column('place', sa.String(), nullable=True),
    sa.Column('target', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('shown_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('dismissed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('acted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('worked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(loop IS NULL) <> (bar IS NULL)', name='prompt_loop_or_bar'),
    sa.CheckConstraint('(loop IS NULL) = (expires_at IS NULL) AND (loop IS NULL) = (place IS NULL)', name='prompt_whole'),
    sa.CheckConstraint('dismissed_at IS NULL OR acted_at IS NULL', name='prompt_dismissed_or_acted'),
    sa.CheckConstraint('loop IS NOT NULL OR num_nonnulls(shown_at, dismissed_at, acted_at) = 0', name='prompt_none_is_not_shown'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'trigger', 'source_id', name='prompt_once_a_cause')
    )
    op.create_index('prompt_of_loop', 'prompt', ['loop', 'created_at'], unique=False, postgresql_where=sa.text('loop IS NOT NULL'))
    op.create_index('prompt_of_user', 'prompt', ['user_id', 'created_at'], unique=False)
    op.create_table('prompt_mute',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('loop', sa.String(), nullable=True),
    sa.Column('muted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'loop', name='prompt_mute_once', postgresql_nulls_not_distinct=True)
    )
    op.create_table('loop_success',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('loop', sa.String(), nullable=False),
    sa.Column('source_id', sa.Uuid(), nullable=False),
    sa.Column('prompt_id', sa.Uuid(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['prompt_id'], ['prompt.id'], ),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id', 'loop', 'source_id', name='loop_success_once')
    )


def downgrade() -> None:
    op.drop_table('loop_success')
    op.drop_table('prompt_mute')
    op.drop_index('prompt_of_user', table_name='prompt')
    op.drop_index('prompt_of_loop', table_name='prompt', postgresql_where=sa.text('loop IS NOT NULL'))
    op.drop_table('prompt')
    op.drop_index('learning_visit_one_open', table_name='learning_visit', postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index('learning_visit_of_user', table_name='learning_visit')
    op.drop_table('learning_visit')
    op.drop_table('loop_prior')
