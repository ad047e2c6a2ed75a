"""Friends, cohorts, the feed and leaderboards."""

from vel_tutor.domain.social.actions import tell

__all__ = ["tell"]
