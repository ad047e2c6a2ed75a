"""The feed: what happened among friends and around one's subjects, and what is said to it."""

from vel_tutor.domain.feed.actions import About, tell
from vel_tutor.domain.feed.events import FeedItemAdded, FeedItemAnswered, FeedItemGone
from vel_tutor.domain.feed.forgetting import forget, forget_old_lines
from vel_tutor.domain.feed.putting_away import (
    hide,
    mute,
    muted,
    remove,
    report,
    settle_reports,
    take_back,
    unmute,
    unsettle_reports,
)
from vel_tutor.domain.feed.reacting import react
from vel_tutor.domain.feed.reading import latest, news, page
from vel_tutor.domain.feed.reviewing import lines_for_staff
from vel_tutor.domain.feed.rules import PAGE
from vel_tutor.domain.feed.seeing import Seen, seen
from vel_tutor.domain.feed.spotlight import spotlight
from vel_tutor.domain.feed.telling import badge, cards, deck, streak
from vel_tutor.domain.feed.views import (
    FeedView,
    LineView,
    MutedView,
    NewsView,
    ReactionView,
    ReviewedLineView,
    SpotView,
)

__all__ = [
    "PAGE",
    "About",
    "FeedItemAdded",
    "FeedItemAnswered",
    "FeedItemGone",
    "FeedView",
    "LineView",
    "MutedView",
    "NewsView",
    "ReactionView",
    "ReviewedLineView",
    "Seen",
    "SpotView",
    "badge",
    "cards",
    "deck",
    "forget",
    "forget_old_lines",
    "hide",
    "latest",
    "lines_for_staff",
    "mute",
    "muted",
    "news",
    "page",
    "react",
    "remove",
    "report",
    "seen",
    "settle_reports",
    "spotlight",
    "streak",
    "take_back",
    "tell",
    "unmute",
    "unsettle_reports",
]
