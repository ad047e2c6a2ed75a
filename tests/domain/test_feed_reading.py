"""Reading the feed: page by page while lines arrive, what is new, what is said and put away."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import func, select

from tests import people
from tests.befriending import befriend
from tests.decks import FIVE, finished
from tests.feeding import grow_up, reach, read
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts, feed, loops, moderation
from vel_tutor.domain.feed.events import FeedItemAnswered
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.feed import FeedReaction
from vel_tutor.vocabulary import (
    CaseKind,
    Decision,
    FeedKind,
    PutAway,
    Reaction,
    ReportKind,
    Subject,
)

MATH = DeckChoice(subject=Subject.MATH, grade=9, size=5)
HOUR = timedelta(hours=1)


@pytest.fixture
def cleo(clean_world):
    """A stranger of ada's age and grade, who practises math too."""
    theirs = people.acting(people.student("Cleo"))
    finished(theirs, MATH)
    return theirs


def ids(view):
    return [line.id for line in view.lines]


def line_of(actor, item_id):
    return next(line for line in feed.page(actor).lines if line.id == str(item_id))


def said(line):
    return {one.reaction: one.count for one in line.reactions if one.count or one.is_mine}


def all_pages(actor, between=lambda: None, size=4):
    after, seen = "", []
    while True:
        page = feed.page(actor, after, size)
        seen += ids(page)
        between()
        if not page.after:
            return seen
        after = page.after


def test_pages_skip_nothing_and_repeat_nothing_while_lines_arrive(ada, bob, cleo):
    befriend(bob, cleo)
    for hours in range(0, 60, 5):
        with clock.stopped(clock.now() - hours * HOUR):
            reach(ada)
            reach(bob)
    before = set(all_pages(cleo))

    seen = all_pages(cleo, between=lambda: (reach(ada), reach(bob)))

    assert len(before) == 24
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_friends_come_first_within_a_day_and_never_before_a_later_day(ada, bob, cleo):
    befriend(bob, cleo)
    today = people.local(people.MONDAY, 12)
    yesterday = today - timedelta(days=1)
    for at, who, days in (
        (today, ada, 7),
        (today - HOUR / 60, bob, 14),
        (yesterday, ada, 30),
        (yesterday - HOUR / 60, bob, 50),
    ):
        with clock.stopped(at):
            reach(who, days)

    with clock.stopped(today + HOUR):
        lines = feed.page(cleo).lines

    assert [line.words.split()[2] for line in lines] == ["14-day", "7-day", "50-day", "30-day"]
    assert [line.day for line in lines] == ["Today", "", "Yesterday", ""]


@pytest.mark.parametrize("said", ["x", "2026-01-01|1|now|x", "2026-01-01|1|2026-01-01T00:00:00|1"])
def test_a_place_nobody_told_is_refused(ada, said):
    with pytest.raises(Invalid):
        feed.page(ada, said)


def test_a_page_asks_few_questions(ada, bob, cleo, queries):
    befriend(bob, cleo)
    for _ in range(6):
        reach(ada)
        reach(bob)

    with queries(at_most=14):
        assert len(feed.page(cleo).lines) == 12


def test_what_is_new_is_counted_and_comes_when_asked_for(ada, bob):
    befriend(ada, bob)
    reach(ada, 7)
    first = feed.page(bob)
    held = [UUID(one) for one in ids(first)]
    reach(ada, 14)
    reach(ada, 30)

    assert feed.news(bob, first.read_at, held).waiting == 2
    assert len(feed.latest(bob, first.read_at, held).lines) == 2


def test_lines_that_are_gone_are_not_among_those_read_again(ada, bob):
    befriend(ada, bob)
    stays, goes = reach(ada, 7), reach(ada, 14)
    first = feed.page(bob)

    feed.remove(ada, goes)

    assert ids(feed.news(bob, first.read_at, [stays, goes])) == [str(stays)]


def test_saying_it_twice_is_saying_it_once_and_it_can_be_taken_back(ada, bob, published):
    befriend(ada, bob)
    line = reach(ada)

    for _ in range(2):
        feed.react(bob, line, Reaction.FIRE, on=True)
    feed.react(bob, line, Reaction.STAR, on=True)
    assert said(line_of(bob, line)) == {"fire": "", "star": ""}
    for _ in range(2):
        feed.react(bob, line, Reaction.STAR, on=False)

    assert said(line_of(ada, line)) == {"fire": "1"}
    assert sum(isinstance(event, FeedItemAnswered) for event in published) == 3


@pytest.mark.commits
def test_twenty_threads_say_it_once(ada, bob):
    befriend(ada, bob)
    line = reach(ada)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: feed.react(bob, line, Reaction.FIRE, on=True), range(20)))

    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(FeedReaction)).one() == 1


def test_only_minors_themselves_know_how_many_said_something(ada, bob, cleo):
    befriend(ada, bob)
    line = reach(ada)
    feed.react(bob, line, Reaction.FIRE, on=True)

    seen = line_of(cleo, line)

    assert (said(seen), seen.few) == ({}, "a few")
    assert line_of(bob, line).few == ""


def test_among_grown_ups_everybody_sees_the_count(ada, bob):
    grow_up(ada)
    grow_up(bob)
    ada, bob = accounts.actor_of(ada.user_id), accounts.actor_of(bob.user_id)
    befriend(ada, bob)
    line = reach(ada)

    feed.react(ada, line, Reaction.HEART, on=True)

    assert said(line_of(bob, line)) == {"heart": "1"}


def test_what_is_hidden_stays_hidden_for_one_person_until_it_is_undone(ada, bob, cleo):
    befriend(ada, bob)
    line = reach(ada)

    feed.hide(bob, line)
    assert (read(bob), len(read(cleo))) == ([], 1)
    feed.take_back(bob, line, PutAway.HIDE)

    assert len(read(bob)) == 1


def test_three_reports_hide_a_line_from_all_until_the_staff_has_looked(ada, bob, cleo, sam):
    befriend(ada, bob)
    dora = people.acting(people.student("Dora"))
    befriend(ada, dora)
    line = reach(ada)
    for one in (bob, cleo):
        feed.report(one, line, ReportKind.UNKIND)
    assert (len(read(ada)), read(bob)) == (1, [])

    feed.report(dora, line, ReportKind.SPAM)
    assert read(ada) == []
    moderation.settle(sam, CaseKind.LINE, line, Decision.STAYS)

    assert (len(read(ada)), read(bob)) == (1, [])


def test_a_report_that_is_taken_back_counts_no_more(ada, bob, cleo):
    befriend(ada, bob)
    dora = people.acting(people.student("Dora"))
    befriend(ada, dora)
    line = reach(ada)
    for one in (bob, cleo, dora):
        feed.report(one, line, ReportKind.SPAM)

    feed.take_back(dora, line, PutAway.REPORT)

    assert (len(read(ada)), len(read(dora))) == (1, 1)


def test_a_muted_friend_is_not_read_and_comes_back(ada, bob):
    befriend(ada, bob)
    line = reach(ada)

    feed.mute(bob, line)
    assert read(bob) == []
    [muted] = feed.muted(bob)
    assert muted.name == "Ada"
    feed.unmute(bob, UUID(muted.id))

    assert len(read(bob)) == 1


def test_ada_deletes_her_own_line_and_undoes_it(ada, bob):
    befriend(ada, bob)
    line = reach(ada)
    with pytest.raises(NotFound):
        feed.remove(bob, line)

    feed.remove(ada, line)
    assert read(bob) == []
    feed.take_back(ada, line, PutAway.DELETE)

    assert len(read(bob)) == 1


def best_of(actor):
    """The line about the actor's best deck."""
    finished(actor, FIVE, wrong=2)
    with transaction() as tx:
        feed.deck(tx, finished(actor, FIVE, at=clock.now()))
    [line] = [one for one in feed.page(actor).lines if one.kind == FeedKind.PERSONAL_BEST]
    return UUID(line.id)


def test_a_friend_takes_up_the_same_deck_and_a_stranger_practises_the_like(ada, bob, cleo):
    befriend(ada, bob)
    line = best_of(ada)

    path = loops.challenge_me_too(bob, line)

    assert path.startswith("/challenge/")
    assert loops.challenge_me_too(bob, line) == path
    assert line_of(cleo, line).try_href == "/practice?subject=math&grade=4"
    with pytest.raises(NotFound):
        loops.challenge_me_too(cleo, line)


def test_the_spotlight_shows_the_best_of_each_and_ones_own_first(ada, bob):
    befriend(ada, bob)
    reach(ada, 7)
    reach(ada, 30)
    reach(bob, 7)
    with clock.stopped(clock.now() - timedelta(days=8)):
        reach(ada, 365)

    spots = feed.spotlight(bob)

    assert [(spot.who, spot.figure) for spot in spots] == [("You", "7"), ("Ada", "30")]
    assert [bool(spot.share_href) for spot in spots] == [True, False]


def test_without_friends_the_spotlight_shows_strangers_under_made_up_names(ada, cleo):
    reach(ada, 30)

    [spot] = feed.spotlight(cleo)

    assert (spot.figure, "Ada" in repr(spot)) == ("30", False)


def test_where_nothing_happened_there_is_no_spotlight(ada, pat):
    assert (feed.spotlight(ada), feed.spotlight(pat)) == ((), ())
