"""The simulator's own book, by hand: what it says the dashboard has to say too."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from vel_tutor.vocabulary import LoopKind
from vt.simulation.book import Book, Opened

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
ADA, BOB, CID = uuid4(), uuid4(), uuid4()
WEEK = (date(2026, 1, 5), date(2026, 1, 11))


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def opened(inviter: UUID, at: float, loop: LoopKind = LoopKind.BUDDY_CHALLENGE) -> Opened:
    return Opened(inviter, loop, day(at))


@pytest.fixture
def book() -> Book:
    """Ada and bob have practised this week."""
    book = Book()
    book.learns(ADA, day(0))
    book.learns(BOB, day(1))
    return book


def test_a_friend_who_joins_counts_for_whoever_practised(book):
    book.opens("phone", "ada's link", opened(ADA, 0))
    book.joins("phone", CID, day(1))

    found = book.k(*WEEK)

    assert found["active"] == 2
    assert found["signup"]["buddy_challenge"] == found["signup"]["all"] == 0.5
    assert found["first_value"]["all"] == 0


def test_the_last_invitation_opened_has_all_the_credit(book):
    book.opens("phone", "ada's link", opened(ADA, 0))
    book.opens("phone", "bob's link", opened(BOB, 1, LoopKind.RESULTS_RALLY))
    book.values("phone", day(1))
    book.joins("phone", CID, day(2))

    found = book.k(*WEEK)

    assert (found["signup"]["buddy_challenge"], found["signup"]["results_rally"]) == (0, 0.5)
    assert found["first_value"]["results_rally"] == 0.5


def test_the_same_link_opened_again_is_the_first_opening(book):
    book.opens("phone", "ada's link", opened(ADA, 0))
    book.opens("phone", "ada's link", opened(ADA, 9))
    book.joins("phone", CID, day(14.5))

    assert book.k(*WEEK)["signup"]["all"] == 0


@pytest.mark.parametrize(("joined", "k"), [(14, 0.5), (14.01, 0)])
def test_an_invitation_works_for_fourteen_days(book, joined, k):
    book.opens("phone", "ada's link", opened(ADA, 0))
    book.joins("phone", CID, day(joined))

    assert book.k(*WEEK)["signup"]["all"] == k


def test_nobody_counts_who_did_not_practise_in_the_period(book):
    book.opens("phone", "cid's link", opened(CID, 0))
    book.joins("phone", uuid4(), day(1))

    assert book.k(*WEEK)["signup"]["all"] == 0


def test_what_is_opened_in_another_week_counts_there(book):
    book.learns(ADA, day(8))
    book.opens("phone", "ada's link", opened(ADA, 8))
    book.joins("phone", CID, day(9))

    assert book.k(*WEEK)["signup"]["all"] == 0
    assert book.k(date(2026, 1, 12), date(2026, 1, 18))["signup"]["all"] == 1


def test_trees_grow_from_those_whom_nobody_invited(book):
    book.joins("adas", ADA, day(-1))
    book.opens("bobs", "ada's link", opened(ADA, 0))
    book.joins("bobs", BOB, day(1))
    book.opens("cids", "bob's link", opened(BOB, 2))
    book.joins("cids", CID, day(3))

    assert book.trees() == {ADA: 2}
