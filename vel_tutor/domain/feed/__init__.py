"""The feed: what happened among friends and around one's subjects."""

from vel_tutor.domain.feed.actions import About, tell
from vel_tutor.domain.feed.events import FeedItemAdded

__all__ = ["About", "FeedItemAdded", "tell"]
