"""What a screen may hold of feeds. Friends go by first names, everybody else by made-up ones."""

from dataclasses import dataclass

from vel_tutor.vocabulary import FeedStage


@dataclass(frozen=True)
class ReactionView:
    """One thing that can be said to a line."""

    reaction: str = ""
    label: str = ""
    is_mine: bool = False
    count: str = ""
    """How many said it; empty for none, and where only the owner may know."""


@dataclass(frozen=True)
class LineView:
    """One line of the feed, as one person sees it."""

    id: str = ""
    kind: str = ""
    day: str = ""
    """What stands above the first line of a day; empty at all others."""
    who: str = ""
    words: str = ""
    """What follows the name."""
    face: str = ""
    """What the picture of the person is drawn from."""
    subject: str = ""
    subject_words: str = ""
    ago: str = ""
    at: str = ""
    """The moment, for machines."""
    is_own: bool = False
    is_friend: bool = False
    may_challenge: bool = False
    try_href: str = ""
    """Where the same is practised; empty where there is nothing to practise."""
    reactions: tuple[ReactionView, ...] = ()
    few: str = ""
    """That others have said something, where it is not to be counted."""
    put_away: str = ""
    """How the reader has just put it away, which can be taken back; empty while it stands."""


@dataclass(frozen=True)
class FeedView:
    """One page of somebody's feed."""

    stage: str = FeedStage.LOADING.value
    lines: tuple[LineView, ...] = ()
    after: str = ""
    """Where the next page begins; empty on the last."""
    read_at: str = ""
    """When it was read: what comes later is news."""
    topics: tuple[str, ...] = ()
    """What speaks when there is news."""


@dataclass(frozen=True)
class NewsView:
    """What has changed for somebody who has a feed on show."""

    lines: tuple[LineView, ...] = ()
    """The lines they hold, as they stand now; those they may see no longer are not among them."""
    waiting: int = 0
    """New lines."""


@dataclass(frozen=True)
class MutedView:
    """Somebody of whom one sees no lines."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True)
class SpotView:
    """One achievement of the week."""

    id: str = ""
    who: str = ""
    words: str = ""
    kind: str = ""
    picture: str = ""
    """The name of the badge's icon; empty for other kinds."""
    figure: str = ""
    """What stands large on it: days, percent, cards."""
    face: str = ""
    is_own: bool = False
    is_cheered: bool = False
    share_href: str = ""


@dataclass(frozen=True)
class ReviewedLineView:
    """A line as the staff looks at it: the same words, and whether anybody sees them still."""

    words: str = ""
    is_shown: bool = False
    is_removed: bool = False
    """Its owner has taken it away."""
