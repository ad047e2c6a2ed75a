"""Several parents and several children, and switches whose last deed stands"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'family_tie',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('child_id', sa.Uuid(), nullable=False),
        sa.Column('parent_id', sa.Uuid(), nullable=False),
        sa.Column('how', sa.String(), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('approved_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('approved_by_id', sa.Uuid(), nullable=True),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('ended_by_id', sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(['child_id'], ['user.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['parent_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index('ix_family_tie_child_id', 'family_tie', ['child_id'])
    op.create_index('ix_family_tie_parent_id', 'family_tie', ['parent_id'])
    op.create_index(
        'family_tie_open_key',
        'family_tie',
        ['child_id', 'parent_id'],
        unique=True,
        postgresql_where=sa.text('ended_at IS NULL'),
    )
    op.execute(
        """
        INSERT INTO family_tie (id, child_id, parent_id, how, asked_at, approved_at, approved_by_id)
        SELECT gen_random_uuid(), bond.child_id, bond.parent_id, 'consented',
               coalesce(child.consented_at, bond.waiting_since),
               coalesce(child.consented_at, bond.waiting_since), bond.parent_id
        FROM guardianship bond JOIN "user" child ON child.id = bond.child_id
        WHERE bond.parent_id IS NOT NULL AND bond.revoked_at IS NULL
        """
    )
    op.drop_index('ix_guardianship_parent_id', table_name='guardianship')
    op.drop_constraint('guardianship_parent_id_fkey', 'guardianship', type_='foreignkey')
    op.drop_column('guardianship', 'parent_id')

    op.add_column('consent_entry', sa.Column('seq', sa.BigInteger(), sa.Identity(), nullable=False))
    op.create_unique_constraint('consent_entry_seq_key', 'consent_entry', ['seq'])
    op.add_column('consent_entry', sa.Column('actor_id', sa.Uuid(), nullable=True))
    op.drop_index('ix_consent_entry_child_id', table_name='consent_entry')
    op.create_index('consent_entry_last', 'consent_entry', ['child_id', 'scope', 'seq'])


def downgrade() -> None:
    op.drop_index('consent_entry_last', table_name='consent_entry')
    op.create_index('ix_consent_entry_child_id', 'consent_entry', ['child_id'])
    op.drop_column('consent_entry', 'actor_id')
    op.drop_constraint('consent_entry_seq_key', 'consent_entry', type_='unique')
    op.drop_column('consent_entry', 'seq')

    op.add_column('guardianship', sa.Column('parent_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(
        'guardianship_parent_id_fkey', 'guardianship', 'user', ['parent_id'], ['id']
    )
    op.create_index('ix_guardianship_parent_id', 'guardianship', ['parent_id'])
    op.execute(
        """
        UPDATE guardianship bond SET parent_id = (
            SELECT tie.parent_id FROM family_tie tie
            WHERE tie.child_id = bond.child_id AND tie.ended_at IS NULL
            ORDER BY tie.approved_at, tie.id LIMIT 1
        )
        """
    )
    op.drop_table('family_tie')
