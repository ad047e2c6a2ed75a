"""Which question was on show when a wrong key was hit"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    family = sa.Column('family', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='')
    seed = sa.Column('seed', sa.BigInteger(), nullable=False, server_default='0')
    for column in (family, seed):
        op.add_column('practice_slip', column)
        op.alter_column('practice_slip', column.name, server_default=None)


def downgrade() -> None:
    op.drop_column('practice_slip', 'seed')
    op.drop_column('practice_slip', 'family')
