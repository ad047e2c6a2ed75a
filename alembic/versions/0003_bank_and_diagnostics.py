"""The live bank, adaptive tests, and who a child's parent is"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('bank_edition',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('name', sa.Uuid(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('subject')
    )
    op.create_table('bank_family',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('a', sa.Float(), nullable=False),
    sa.Column('shift', sa.Float(), nullable=False),
    sa.Column('variance', sa.Float(), nullable=False),
    sa.Column('answers', sa.Integer(), nullable=False),
    sa.Column('median_ms', sa.Integer(), nullable=True),
    sa.Column('is_anchor', sa.Boolean(), nullable=False),
    sa.Column('is_seed', sa.Boolean(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('flags', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('flagged_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_why', sa.String(), nullable=True),
    sa.CheckConstraint('variance > 0', name='bank_family_variance_positive'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('family')
    )
    op.create_index(op.f('ix_bank_family_subject'), 'bank_family', ['subject'], unique=False)
    op.create_table('bank_item',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('area', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('skill', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('fingerprint', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('testlet', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('a', sa.Float(), nullable=False),
    sa.Column('b', sa.Float(), nullable=False),
    sa.Column('c', sa.Float(), nullable=False),
    sa.Column('d', sa.Float(), nullable=False),
    sa.Column('b_variance', sa.Float(), nullable=False),
    sa.Column('answers', sa.Integer(), nullable=False),
    sa.Column('shown', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_why', sa.String(), nullable=True),
    sa.CheckConstraint('b_variance > 0', name='bank_item_variance_positive'),
    sa.CheckConstraint('c >= 0 AND c < d AND d <= 1', name='bank_item_limits'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('family', 'seed', name='bank_item_once')
    )
    op.create_index('bank_item_live', 'bank_item', ['subject'], unique=False, postgresql_where=sa.text('retired_at IS NULL'))
    op.create_table('bank_test',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('seq', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('items', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('forgotten_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('seq')
    )
    op.create_index('bank_test_window', 'bank_test', ['subject', 'grade', 'seq'], unique=False)
    op.create_table('age_sign',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('user_id')
    )
    op.create_table('bank_exposure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('shown', sa.Integer(), nullable=False),
    sa.CheckConstraint('shown >= 0', name='bank_exposure_counts'),
    sa.ForeignKeyConstraint(['item_id'], ['bank_item.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('item_id', 'grade', name='bank_exposure_once')
    )
    op.create_index('bank_exposure_most', 'bank_exposure', ['subject', 'grade', 'shown'], unique=False)
    op.create_table('diagnostic',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('taker_id', sa.Uuid(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('pace', sa.String(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('prior_mean', sa.Float(), nullable=False),
    sa.Column('prior_sd', sa.Float(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('resting_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('dropped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('learned_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('completed_at IS NULL OR submitted_at IS NOT NULL', name='diagnostic_scored_after_end'),
    sa.CheckConstraint('dropped_at IS NULL OR submitted_at IS NULL', name='diagnostic_dropped_or_handed_in'),
    sa.ForeignKeyConstraint(['student_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['taker_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('diagnostic_of_student', 'diagnostic', ['student_id', 'started_at'], unique=False)
    op.create_index('diagnostic_one_open', 'diagnostic', ['student_id', 'subject'], unique=True, postgresql_where=sa.text('submitted_at IS NULL AND dropped_at IS NULL'))
    op.create_index('diagnostic_to_learn_from', 'diagnostic', ['completed_at'], unique=False, postgresql_where=sa.text('completed_at IS NOT NULL AND learned_at IS NULL'))
    op.create_table('diagnostic_question',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('test_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('section', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=False),
    sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('a', sa.Float(), nullable=False),
    sa.Column('b', sa.Float(), nullable=False),
    sa.Column('c', sa.Float(), nullable=False),
    sa.Column('d', sa.Float(), nullable=False),
    sa.Column('is_scored', sa.Boolean(), nullable=False),
    sa.Column('shown_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('clock_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('spent_ms', sa.Integer(), nullable=False),
    sa.Column('expired_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('was_right', sa.Boolean(), nullable=True),
    sa.Column('was_unknown', sa.Boolean(), nullable=False),
    sa.Column('was_rapid', sa.Boolean(), nullable=False),
    sa.Column('misconception', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('theta', sa.Float(), nullable=True),
    sa.Column('se', sa.Float(), nullable=True),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint('(answered_at IS NULL) = (was_right IS NULL)', name='diagnostic_question_answer_whole'),
    sa.CheckConstraint('NOT (was_unknown AND was_right)', name='diagnostic_question_unknown_is_not_right'),
    sa.CheckConstraint('answered_at IS NULL OR clock_since IS NULL', name='diagnostic_question_clock_stopped'),
    sa.ForeignKeyConstraint(['item_id'], ['bank_item.id'], ),
    sa.ForeignKeyConstraint(['test_id'], ['diagnostic.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('test_id', 'item_id', name='diagnostic_question_no_repeat'),
    sa.UniqueConstraint('test_id', 'position', name='diagnostic_question_once')
    )
    op.create_index('diagnostic_question_of_family', 'diagnostic_question', ['family', 'answered_at'], unique=False)
    op.create_table('diagnostic_result',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('test_id', sa.Uuid(), nullable=False),
    sa.Column('theta', sa.Float(), nullable=False),
    sa.Column('se', sa.Float(), nullable=False),
    sa.Column('wle', sa.Float(), nullable=False),
    sa.Column('scale', sa.Integer(), nullable=False),
    sa.Column('scale_low', sa.Integer(), nullable=False),
    sa.Column('scale_high', sa.Integer(), nullable=False),
    sa.Column('domain_percent', sa.Integer(), nullable=False),
    sa.Column('percentile', sa.Integer(), nullable=True),
    sa.Column('norm_n', sa.Integer(), nullable=False),
    sa.Column('is_low_effort', sa.Boolean(), nullable=False),
    sa.Column('may_share', sa.Boolean(), nullable=False),
    sa.Column('findings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('NOT is_low_effort OR (percentile IS NULL AND NOT may_share)', name='diagnostic_result_low_effort_claims_nothing'),
    sa.CheckConstraint('domain_percent BETWEEN 0 AND 100', name='diagnostic_result_percent'),
    sa.ForeignKeyConstraint(['test_id'], ['diagnostic.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('test_id')
    )
    op.create_table('diagnostic_section',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('test_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('budget_ms', sa.Integer(), nullable=True),
    sa.Column('left_ms', sa.Integer(), nullable=True),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('running_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ran_out', sa.Boolean(), nullable=False),
    sa.CheckConstraint('ended_at IS NULL OR running_since IS NULL', name='diagnostic_section_clock_stopped'),
    sa.ForeignKeyConstraint(['test_id'], ['diagnostic.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('test_id', 'number', name='diagnostic_section_once')
    )
    op.add_column('guardianship', sa.Column('parent_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_guardianship_parent_id'), 'guardianship', ['parent_id'], unique=False)
    op.create_foreign_key('guardianship_parent_id_fkey', 'guardianship', 'user', ['parent_id'], ['id'])


def downgrade() -> None:
    op.drop_constraint('guardianship_parent_id_fkey', 'guardianship', type_='foreignkey')
    op.drop_index(op.f('ix_guardianship_parent_id'), table_name='guardianship')
    op.drop_column('guardianship', 'parent_id')
    op.drop_table('diagnostic_section')
    op.drop_table('diagnostic_result')
    op.drop_index('diagnostic_question_of_family', table_name='diagnostic_question')
    op.drop_table('diagnostic_question')
    op.drop_index('diagnostic_to_learn_from', table_name='diagnostic', postgresql_where=sa.text('completed_at IS NOT NULL AND learned_at IS NULL'))
    op.drop_index('diagnostic_one_open', table_name='diagnostic', postgresql_where=sa.text('submitted_at IS NULL AND dropped_at IS NULL'))
    op.drop_index('diagnostic_of_student', table_name='diagnostic')
    op.drop_table('diagnostic')
    op.drop_index('bank_exposure_most', table_name='bank_exposure')
    op.drop_table('bank_exposure')
    op.drop_table('age_sign')
    op.drop_index('bank_test_window', table_name='bank_test')
    op.drop_table('bank_test')
    op.drop_index('bank_item_live', table_name='bank_item', postgresql_where=sa.text('retired_at IS NULL'))
    op.drop_table('bank_item')
    op.drop_index(op.f('ix_bank_family_subject'), table_name='bank_family')
    op.drop_table('bank_family')
    op.drop_table('bank_edition')
