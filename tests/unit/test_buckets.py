"""How much a screen may send, and what happens to who sends more."""

import pytest

from vel_tutor.state import buckets
from vel_tutor.state.buckets import COOL_OFF_S, PATIENCE, Bucket, CoolingOff, Verdict


class Hand:
    """A clock turned by hand, in seconds."""

    def __init__(self) -> None:
        self.at = 1000.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def time(monkeypatch) -> Hand:
    hand = Hand()
    monkeypatch.setattr(buckets, "time", hand)
    return hand


def test_a_burst_passes_and_one_more_waits(time):
    bucket = Bucket(40, 100)

    verdicts = [bucket.take() for _ in range(42)]

    assert verdicts == [Verdict.GO] * 40 + [Verdict.WAIT, Verdict.DROP]


def test_answering_every_second_is_never_held_up(time):
    bucket = Bucket(40, 100)
    verdicts = set()

    for _ in range(600):
        time.at += 1
        verdicts.add(bucket.take())

    assert verdicts == {Verdict.GO}


def test_who_slows_down_is_forgiven(time):
    bucket = Bucket(1, 60)
    bucket.take()
    assert bucket.take() is Verdict.WAIT

    time.at += 1

    assert bucket.take() is Verdict.GO
    assert bucket.take() is Verdict.WAIT


def test_who_never_stops_is_cut_off(time):
    bucket = Bucket(1, 60)

    verdicts = [bucket.take() for _ in range(1 + PATIENCE)]

    assert verdicts[-1] is Verdict.CLOSE
    assert Verdict.CLOSE not in verdicts[:-1]


def test_what_we_asked_for_is_counted_apart(time):
    bucket = Bucket(1, 60)

    asked = [bucket.take(free=True) for _ in range(20)]

    assert asked == [Verdict.GO] * 20
    assert bucket.take() is Verdict.GO


def test_who_flooded_stays_away_for_a_while(time):
    cooling = CoolingOff()
    cooling.send("203.0.113.7")

    assert cooling.holds("203.0.113.7")
    assert not cooling.holds("203.0.113.8")

    time.at += COOL_OFF_S

    assert not cooling.holds("203.0.113.7")


def test_a_crowd_that_flooded_long_ago_is_forgotten(time, monkeypatch):
    monkeypatch.setattr(buckets, "MOST_COOLING", 3)
    cooling = CoolingOff()
    for who in "abc":
        cooling.send(who)
    time.at += COOL_OFF_S

    cooling.send("d")

    assert cooling._until.keys() == {"d"}
