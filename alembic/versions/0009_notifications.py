"""What people are told, and people who are made up"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    simulation = sa.Column('simulation', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='')
    op.add_column('user', simulation)
    op.alter_column('user', 'simulation', server_default=None)
    op.create_table(
        'notification',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('source_id', sa.Uuid(), nullable=False),
        sa.Column('path', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('data', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('user_id', 'kind', 'source_id', name='notification_once'),
    )
    op.create_index('notification_of_user', 'notification', ['user_id', 'at', 'id'])


def downgrade() -> None:
    op.drop_table('notification')
    op.drop_column('user', 'simulation')
