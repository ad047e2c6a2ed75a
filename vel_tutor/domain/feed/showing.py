"""Lines of the feed as words: who did what, from ids and numbers, when somebody reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor import content, routes
from vel_tutor.content.badges import BADGES
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.feed import rules, viewers
from vel_tutor.domain.feed.viewers import Viewer
from vel_tutor.domain.feed.views import LineView, ReactionView
from vel_tutor.models.feed import FeedItem, FeedReaction
from vel_tutor.vocabulary import AgeBand, FeedKind, Reaction, Subject

SUBJECT_WORDS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
LABELS = {
    Reaction.CHEER: "Well done",
    Reaction.FIRE: "On fire",
    Reaction.STAR: "Star",
    Reaction.HEART: "Love it",
    Reaction.ROCKET: "Keep going",
}
_SENTENCES = {
    FeedKind.BADGE_EARNED: "earned the badge {title}",
    FeedKind.STREAK_REACHED: "reached a {number}-day streak",
    FeedKind.CHALLENGE_ISSUED: "challenged {other} to {title}",
    FeedKind.CHALLENGE_ACCEPTED: "found a challenger: {other} took it up",
    FeedKind.CHALLENGE_WON: "won a challenge against {other}",
    FeedKind.STREAKS_SAVED: "and {other} saved both their streaks",
    FeedKind.RALLY_JOINED: "brought {other} into the rally",
    FeedKind.PERSONAL_BEST: "scored {number}% in {title}, a personal best",
    FeedKind.CARDS_MASTERED: "mastered a deck of {number} {title} cards",
}
_OF_CHALLENGES = frozenset(
    {
        FeedKind.CHALLENGE_ISSUED,
        FeedKind.CHALLENGE_ACCEPTED,
        FeedKind.CHALLENGE_WON,
        FeedKind.PERSONAL_BEST,
    }
)
"""What one can take up oneself."""

_OF_NO_SUBJECT = frozenset({FeedKind.STREAK_REACHED, FeedKind.STREAKS_SAVED, FeedKind.BADGE_EARNED})
"""Their subject only says whom they may interest."""


@dataclass
class _Said:
    """What has been said to one line."""

    counts: dict[Reaction, int]
    mine: set[Reaction]


def lines(tx: Transaction, who: Viewer, rows: Sequence[FeedItem]) -> tuple[LineView, ...]:
    """`rows` as `who` may see them; for callers who have made sure that they may."""
    said = _said(tx, who, [row.id for row in rows])
    return tuple(_line(who, row, said[row.id], tx.now) for row in rows)


def by_day(
    views: Sequence[LineView], days: Sequence[date], *, today: date, last: date | None
) -> tuple[LineView, ...]:
    """The same with the name of the day above the first line of each; `last` is above already."""
    shown: list[LineView] = []
    for view, day in zip(views, days, strict=True):
        shown.append(view if day == last else replace(view, day=rules.day_words(day, today)))
        last = day
    return tuple(shown)


def _line(who: Viewer, item: FeedItem, said: _Said, now: datetime) -> LineView:
    is_own, is_friend = item.owner_id == who.user_id, item.owner_id in who.names
    shown = _reactions(said, counts=is_own or item.age_band is AgeBand.ADULT)
    subject = "" if item.kind in _OF_NO_SUBJECT else item.subject
    others = sum(said.counts.values()) - len(said.mine)
    return LineView(
        id=str(item.id),
        kind=item.kind.value,
        who=name(who, item),
        words=sentence(who, item),
        face=face(who, item),
        subject=subject,
        subject_words=SUBJECT_WORDS[Subject(subject)] if subject else "",
        ago=rules.ago(item.at, now),
        at=item.at.isoformat(),
        is_own=is_own,
        is_friend=is_friend,
        may_challenge=is_friend and item.kind in _OF_CHALLENGES,
        try_href="" if is_own else practice_of(item),
        reactions=shown,
        few=rules.A_FEW if others and not (is_own or item.age_band is AgeBand.ADULT) else "",
    )


def name(who: Viewer, item: FeedItem) -> str:
    """What `who` calls the owner of a line."""
    if item.owner_id == who.user_id:
        return "You"
    return who.names.get(item.owner_id) or viewers.alias(item)


def face(who: Viewer, item: FeedItem) -> str:
    """What the owner's picture is drawn from: the same always for friends, a week for others."""
    if item.owner_id == who.user_id or item.owner_id in who.names:
        return accounts.pseudonym(item.owner_id)
    return viewers.alias(item)


def sentence(who: Viewer, item: FeedItem) -> str:
    """What happened, to go on after the name."""
    return _SENTENCES[item.kind].format(
        title=_title(item), number=item.number, other=_other(who, item.other_user_id)
    )


def _other(who: Viewer, other_id: UUID | None) -> str:
    """Whom a line is about besides its owner: only oneself and one's friends by name."""
    if other_id == who.user_id:
        return "you"
    if other_id is None or other_id in who.shut_out:
        return "a friend"
    return who.names.get(other_id, "a friend")


def _title(item: FeedItem) -> str:
    if item.kind is FeedKind.BADGE_EARNED:
        badge = BADGES.get(item.what)
        return badge.titled(item.number) if badge else "of the week"
    if item.kind is FeedKind.CARDS_MASTERED:
        return item.subject
    skill, _, grade = item.what.partition(":")
    if grade:
        return f"mixed {item.subject}, grade {grade}"
    if skill:
        return content.skill(skill).name
    return f"a {item.subject} duel"


def practice_of(item: FeedItem) -> str:
    """Where the skill or mixed deck of a line is practised; nothing for other lines."""
    if item.kind is not FeedKind.PERSONAL_BEST:
        return ""
    skill, _, grade = item.what.partition(":")
    if grade:
        return routes.practice_shelf(item.subject, grade)
    return routes.practice_choice(item.subject, content.skill(skill).grade, skill)


def _said(tx: Transaction, who: Viewer, ids: Sequence[UUID]) -> dict[UUID, _Said]:
    found: dict[UUID, _Said] = {item_id: _Said({}, set()) for item_id in ids}
    if not ids:
        return found
    mine = func.bool_or(col(FeedReaction.user_id) == who.user_id)
    counted: Any = (
        select(FeedReaction.item_id, FeedReaction.reaction, func.count(), mine)
        .where(col(FeedReaction.item_id).in_(ids))
        .group_by(col(FeedReaction.item_id), col(FeedReaction.reaction))
    )
    session: Any = tx.session
    rows = cast(Sequence[tuple[UUID, Reaction, int, bool]], session.exec(counted).all())
    for item_id, reaction, count, is_mine in rows:
        found[item_id].counts[reaction] = count
        if is_mine:
            found[item_id].mine.add(reaction)
    return found


def _reactions(said: _Said, *, counts: bool) -> tuple[ReactionView, ...]:
    return tuple(
        ReactionView(
            reaction=reaction.value,
            label=LABELS[reaction],
            is_mine=reaction in said.mine,
            count=str(said.counts[reaction]) if counts and reaction in said.counts else "",
        )
        for reaction in Reaction
    )
