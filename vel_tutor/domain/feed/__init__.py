"""The feed: what happened among friends and around one's subjects."""

from vel_tutor.domain.feed.actions import tell

__all__ = ["tell"]
