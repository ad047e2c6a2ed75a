"""Steps of invitations by time"""

from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('attribution_event_by_time', 'attribution_event', ['at', 'id'])
    op.create_index('touch_by_time', 'touch', ['at', 'id'])
    op.create_index('referral_by_payment', 'referral', ['paid_at'])


def downgrade() -> None:
    op.drop_index('referral_by_payment', 'referral')
    op.drop_index('touch_by_time', 'touch')
    op.drop_index('attribution_event_by_time', 'attribution_event')
