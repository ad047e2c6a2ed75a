"""The whole schema, one module per context."""

from vel_tutor.core import outbox
from vel_tutor.models import accounts, happenings, incentives, safety

__all__ = ["accounts", "happenings", "incentives", "outbox", "safety"]
