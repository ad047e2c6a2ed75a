"""Challenges and badges in the feed: what becomes a line, and where it is shared from."""

from uuid import UUID

import pytest
from sqlmodel import select

from jobs.feeding import tell_achievement, tell_challenge
from tests.challenges import code_of, play
from tests.company import member
from tests.decks import finished
from tests.spotlights import earn
from vel_tutor import routes
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import feed, loops
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import Channel, FeedKind


@pytest.fixture(autouse=True)
def joining():
    loops.listen_to_joining()


@pytest.fixture
def react(published):
    """Do what the reactions do with everything that was told; the lines of that kind."""

    def lines(kind: FeedKind) -> list[FeedItem]:
        with transaction() as tx:
            for event in tuple(published):
                tell_challenge(tx, event)
        with reading() as tx:
            return list(tx.session.exec(select(FeedItem).where(FeedItem.kind == kind)).all())

    return lines


def test_a_challenge_is_told_of_once_it_was_handed_on(ada, react):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))
    assert react(FeedKind.CHALLENGE_ISSUED) == []

    loops.note_share(ada, UUID(sent.share.link_id), Channel.COPY)
    loops.note_share(ada, UUID(sent.share.link_id), Channel.SMS)

    [line] = react(FeedKind.CHALLENGE_ISSUED)
    assert (line.owner_id, str(line.source_id), line.number) == (ada.user_id, sent.id, 80)
    assert line.other_user_id is None


def test_whoever_wins_a_challenge_has_a_line_about_it_and_nobody_else(ada, bob, react):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))
    play(member(bob), code_of(sent))

    [line] = react(FeedKind.CHALLENGE_WON)

    assert (line.owner_id, line.other_user_id) == (bob.user_id, ada.user_id)
    assert line.number == 100


def test_one_who_is_challenged_back_is_named_in_the_line(ada, bob, react):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))
    game = play(member(bob), code_of(sent))

    loops.challenge_back(bob, UUID(game.play_id))

    [line] = react(FeedKind.CHALLENGE_ISSUED)
    assert (line.owner_id, line.other_user_id) == (bob.user_id, ada.user_id)


def test_ones_own_badge_in_the_spotlight_leads_to_sharing_that_badge(ada, published):
    row_id = earn(ada)
    with transaction() as tx:
        for event in tuple(published):
            tell_achievement(tx, event)

    [spot] = feed.spotlight(ada)

    assert spot.share_href == routes.badge_sharing(row_id)
