"""Copies of boards in Redis: they say what the rows say, and may be lost at any time."""

import random

import pytest
from redis import Redis
from sqlmodel import select, text

from tests.crowds import board_of, counted, crowd, learn, place_of, stand, stands
from tests.unit.test_board_rules import tallies
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, boards
from vel_tutor.domain.boards import Which, places
from vel_tutor.domain.boards.rules import Tally, pack
from vel_tutor.live import boards as copies
from vel_tutor.live.boards import Window
from vel_tutor.models.boards import Board
from vel_tutor.vocabulary import BoardScope, ConsentScope

ALL = Window(0, 1000)


@pytest.fixture
def board(ada) -> Board:
    """ada's board of the week."""
    learn(ada, 30)
    return board_of(ada)


@pytest.fixture
def redis():
    with Redis.from_url(settings().redis_url) as client:
        yield client


def counted_rows(board, actor, window=ALL):
    """What the rows alone say."""
    with reading() as tx:
        return places.counted(tx, board.id, actor.user_id, window)


def copied(board, actor):
    """What the copy says."""
    seen = copies.look(board.key, actor.user_id, ALL)
    assert seen is not None
    return seen


def rank_in_copy(board, actor) -> int:
    mine = copied(board, actor).mine
    assert mine is not None
    return mine.rank


def score_in_copy(board, actor) -> int:
    mine = copied(board, actor).mine
    assert mine is not None
    return mine.score


def level(number: int) -> list[Tally]:
    """Figures of which many are the same."""
    dice = random.Random(7)  # noqa: S311
    return [
        Tally(dice.randrange(1, 5) * 10, dice.randrange(2) * 500, dice.randrange(2), 0)
        for _ in range(number)
    ]


def test_postgresql_orders_a_hundred_thousand_figures_as_their_scores(clean_world):
    some = tallies(100_000)
    named = {
        "xp": [one.xp for one in some],
        "accuracy": [one.accuracy for one in some],
        "streak": [one.streak for one in some],
        "wins": [one.wins for one in some],
        "score": [pack(one) for one in some],
    }
    differing = text(
        """
        SELECT count(*) FROM (
            SELECT rank() OVER (ORDER BY xp DESC, accuracy DESC, streak DESC, wins DESC) AS one,
                rank() OVER (ORDER BY score DESC) AS other,
                rank() OVER (ORDER BY score::float8 DESC) AS as_float
            FROM unnest(CAST(:xp AS int[]), CAST(:accuracy AS int[]), CAST(:streak AS int[]),
                CAST(:wins AS int[]), CAST(:score AS bigint[]))
                AS t(xp, accuracy, streak, wins, score)
        ) AS ranked WHERE one <> other OR one <> as_float
        """
    )
    with reading() as tx:
        tx.session.connection().execute(text("SET LOCAL statement_timeout = '60s'"))
        assert tx.session.connection().execute(differing, named).scalar_one() == 0


def test_redis_and_rows_show_the_same_places_in_the_same_order(ada, board):
    crowd(board, level(60))

    assert copies.look(board.key, ada.user_id, ALL) == counted_rows(board, ada)
    near = Window(-3, 7)
    assert copies.look(board.key, ada.user_id, near) == counted_rows(board, ada, near)


def test_people_with_the_same_figures_share_a_rank(ada, board):
    crowd(board, [40, 30, 30, 20])
    stand(board, ada.user_id, Tally(xp=30))

    seen = copied(board, ada)

    assert [line.rank for line in seen.lines] == [1, 2, 2, 2, 5]
    assert rank_in_copy(board, ada) == 2


def test_made_anew_a_copy_is_the_same(ada, board, redis):
    crowd(board, level(40))
    before = copies.look(board.key, ada.user_id, ALL)
    redis.flushall()

    boards.rebuild()

    assert copies.look(board.key, ada.user_id, ALL) == before


def test_while_redis_is_empty_the_rows_answer_and_the_clock_mends_it(ada, board, redis):
    crowd(board, [50] * 10)
    redis.flushall()
    assert copies.look(board.key, ada.user_id, ALL) is None
    assert boards.board(ada, Which(BoardScope.WEEKLY)).rank == 11

    mended = boards.mend()

    assert mended >= 1
    assert boards.mend() == 0
    assert rank_in_copy(board, ada) == 11


def test_a_score_that_was_written_to_an_empty_redis_is_not_believed(ada, board, redis):
    crowd(board, [50] * 10)
    redis.flushall()

    learn(ada, 60)

    assert copies.look(board.key, ada.user_id, ALL) is None
    assert boards.board(ada, Which(BoardScope.WEEKLY)).rank == 1


def test_a_copy_that_could_not_be_kept_is_not_asked_until_it_is_mended(ada, board, monkeypatch):
    crowd(board, [50] * 10)
    with monkeypatch.context() as without:
        without.setattr(copies, "_told", lambda *_: False)
        learn(ada, 60)
    assert rank_in_copy(board, ada) == 11
    assert boards.board(ada, Which(BoardScope.WEEKLY)).rank == 1

    boards.mend()

    assert rank_in_copy(board, ada) == 1


def test_what_changes_while_a_copy_is_made_is_in_it(ada, bob, board):
    learn(bob, 40)
    copies.begin(board.key, "one")
    stand(board, ada.user_id, Tally(xp=77))
    copies.drop(board.key, bob.user_id)

    copies.fill(board.key, [(ada.user_id, pack(Tally(xp=30))), (bob.user_id, pack(Tally(xp=40)))])
    assert copies.finish(board.key, "one")

    seen = copied(board, ada)
    assert [(line.member, line.score) for line in seen.lines] == [(ada.user_id, pack(Tally(xp=77)))]


def test_of_two_who_make_a_copy_the_later_one_counts(ada, board):
    copies.begin(board.key, "one")
    copies.begin(board.key, "two")

    assert not copies.finish(board.key, "one")
    assert copies.finish(board.key, "two")


def test_a_copy_that_lacks_somebody_is_found_and_mended(ada, board):
    crowd(board, [50] * 10)
    copies.drop(board.key, ada.user_id)

    assert boards.check() == 1
    assert boards.check() == 0


def test_nothing_of_whoever_leaves_stays_in_redis(ada, board, redis):
    accounts.switch_own(ada, ConsentScope.PRESENCE, on=False)

    counted(ada)

    assert place_of(ada) is None
    keys = [key for key in redis.scan_iter("lb:*") if redis.zscore(key, ada.user_id.bytes)]
    assert keys == []


def test_a_deed_that_failed_leaves_nothing_behind_that_is_not_set_right(ada, board):
    with pytest.raises(ZeroDivisionError), transaction() as tx:
        stand_in(tx, board, ada)
    assert score_in_copy(board, ada) == pack(Tally(xp=99))

    learn(ada, 10)

    with reading() as tx:
        kept = tx.session.exec(select(Board).where(Board.id == board.id)).one()
    assert score_in_copy(kept, ada) == stands(ada).score


def stand_in(tx, board, actor):
    """Tell Redis, and then fail."""
    copies.put(board.key, actor.user_id, pack(Tally(xp=99)))
    raise ZeroDivisionError
