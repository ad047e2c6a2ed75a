"""Who watches what."""

from vel_tutor.state.audience import Audience, Seat

HERE = Seat("challenge:1", "state.refresh")
THERE = Seat("challenge:2", "state.refresh")
NUMBERS = Seat("challenge:1", "")


def test_nobody_sits_twice_in_one_seat():
    audience = Audience()

    assert (audience.sit("sid", HERE), audience.sit("sid", HERE)) == (True, False)


def test_a_topic_knows_each_way_it_is_watched():
    audience = Audience()
    audience.sit("one", HERE)
    audience.sit("two", NUMBERS)
    audience.sit("two", THERE)

    assert set(audience.seats("challenge:1")) == {HERE, NUMBERS}
    assert set(audience.topics()) == {"challenge:1", "challenge:2"}


def test_leaving_leaves_nothing_behind():
    audience = Audience()
    audience.sit("one", HERE)
    audience.sit("one", THERE)

    assert audience.leave("one") == {HERE, THERE}
    assert audience.topics() == ()
    assert audience.leave("one") == set()


def test_others_stay_when_one_leaves():
    audience = Audience()
    audience.sit("one", HERE)
    audience.sit("two", HERE)

    audience.leave("one")

    assert audience.seats("challenge:1") == (HERE,)


def test_only_a_handler_we_call_ourselves_counts_as_asked_for():
    audience = Audience()
    audience.sit("one", HERE)
    audience.sit("two", NUMBERS)

    assert audience.is_asked("one", "state.refresh")
    assert not audience.is_asked("one", "state.other")
    assert not audience.is_asked("two", "state.refresh")
    assert not audience.is_asked("two", "")
