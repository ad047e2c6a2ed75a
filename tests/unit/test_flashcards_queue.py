"""The next card is the one that needs it most, and the day's limits hold."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from vel_tutor.domain.flashcards.queue import (
    LEARN_AHEAD,
    MOST_UNSETTLED,
    Allowance,
    Candidate,
    order,
)
from vel_tutor.vocabulary import CardStage

NOW = datetime(2026, 11, 22, 16, tzinfo=UTC)
ROOT = UUID(int=0)
ALL = Allowance(new=10, reviews=100)


def _id(name: str) -> UUID:
    return uuid5(ROOT, name)


def new(name: str, note: str = "", turn: int = 0) -> Candidate:
    return Candidate(
        id=_id(name),
        note_id=_id(note or f"note of {name}"),
        stage=CardStage.LEARNING,
        is_new=True,
        order=(turn, name),
    )


def learning(name: str, minutes: float = -1) -> Candidate:
    return Candidate(
        id=_id(name),
        note_id=_id(f"note of {name}"),
        stage=CardStage.LEARNING,
        is_new=False,
        due_at=NOW + timedelta(minutes=minutes),
    )


def review(name: str, recall: float = 0.9, note: str = "", days: float = -1) -> Candidate:
    return Candidate(
        id=_id(name),
        note_id=_id(note or f"note of {name}"),
        stage=CardStage.REVIEW,
        is_new=False,
        due_at=NOW + timedelta(days=days),
        recall=recall,
    )


def test_learning_comes_first_then_reviews_then_new():
    cards = (new("new"), review("review"), learning("learning"), learning("soon", minutes=15))

    queue = order(cards, NOW, ALL)

    assert queue.cards == (_id("learning"), _id("review"), _id("new"), _id("soon"))


def test_the_card_most_likely_forgotten_comes_first():
    cards = (review("well known", 0.95), review("nearly gone", 0.3), review("shaky", 0.7))

    assert order(cards, NOW, ALL).mixed == (_id("nearly gone"), _id("shaky"), _id("well known"))


def test_a_new_card_comes_after_every_four_reviews():
    cards = [review(f"r{n}", n / 100) for n in range(9)] + [new(f"n{n}", turn=n) for n in range(3)]

    told = order(cards, NOW, ALL).mixed

    assert [told.index(_id(f"n{n}")) for n in range(3)] == [4, 9, 11]


def test_the_mix_goes_on_where_the_day_stands():
    cards = [review(f"r{n}", n / 100) for n in range(9)] + [new("n0")]

    told = order(cards, NOW, Allowance(new=9, reviews=97, new_done=0, reviews_done=3)).mixed

    assert told.index(_id("n0")) == 1


def test_of_siblings_one_a_day_is_enough():
    twins = (review("first", 0.2, note="twin"), review("second", 0.3, note="twin"))
    third = new("third", note="twin")

    assert order((*twins, third), NOW, ALL).cards == (_id("first"),)
    assert order((*twins, third), NOW, ALL, frozenset({_id("twin")})).cards == ()


def test_a_sibling_that_is_being_learned_is_not_held_back():
    one = learning("one")

    assert order((one,), NOW, ALL, frozenset({one.note_id})).learning == (one.id,)


def test_too_many_unsettled_cards_hold_new_ones_back():
    unsettled = [learning(f"l{n}", minutes=60) for n in range(MOST_UNSETTLED)]

    queue = order([*unsettled, new("new")], NOW, ALL)

    assert (queue.cards, len(queue.waiting)) == ((), MOST_UNSETTLED)


def test_learning_ahead_stops_at_twenty_minutes():
    edge, beyond = learning("edge", minutes=20), learning("beyond", minutes=20.1)

    queue = order((edge, beyond), NOW, ALL)

    assert (queue.ahead, queue.waiting) == ((edge.id,), (beyond.due_at,))


stages = st.sampled_from(["new", "learning", "review"])
candidates = st.lists(
    st.tuples(stages, st.integers(0, 30), st.integers(-2000, 2000), st.floats(0, 1)),
    max_size=40,
).map(
    lambda rows: [
        Candidate(
            id=_id(f"card {place}"),
            note_id=_id(f"note {note}"),
            stage=CardStage.REVIEW if kind == "review" else CardStage.LEARNING,
            is_new=kind == "new",
            due_at=None if kind == "new" else NOW + timedelta(minutes=minutes),
            recall=chance,
            order=(place, ""),
        )
        for place, (kind, note, minutes, chance) in enumerate(rows)
    ]
)
allowances = st.builds(
    Allowance,
    new=st.integers(-5, 20),
    reviews=st.integers(-5, 40),
    new_done=st.integers(0, 20),
    reviews_done=st.integers(0, 90),
)


@settings(max_examples=300, deadline=None)
@given(candidates, allowances, st.frozensets(st.integers(0, 30), max_size=5), st.randoms())
def test_whatever_there_is_the_queue_keeps_its_promises(cards, allowance, answered, rng):
    notes = frozenset(_id(f"note {note}") for note in answered)
    queue = order(cards, NOW, allowance, notes)
    by_id = {one.id: one for one in cards}
    told = [by_id[one] for one in queue.cards]
    mixed = [by_id[one] for one in queue.mixed]
    reviews = [one for one in mixed if not one.is_new]
    fresh = [one for one in mixed if one.is_new]

    assert len(set(queue.cards)) == len(queue.cards)
    assert len(reviews) == queue.review <= max(0, allowance.reviews)
    assert len(fresh) == queue.new <= max(0, allowance.new)
    assert len({one.note_id for one in mixed}) == len(mixed)
    assert not notes & {one.note_id for one in mixed}
    assert [one.recall for one in reviews] == sorted(one.recall for one in reviews)
    assert all(one.due_at <= NOW + LEARN_AHEAD for one in told if not one.is_new)
    due = {one.id for one in cards if not one.is_new and one.stage is CardStage.LEARNING}
    assert due == {*queue.learning, *queue.ahead} | {
        one.id for one in cards if one.id in due and one.due_at in queue.waiting
    }
    shuffled = list(cards)
    rng.shuffle(shuffled)
    assert order(shuffled, NOW, allowance, notes) == queue


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 30), st.integers(0, MOST_UNSETTLED), st.integers(0, 40), st.integers(0, 10))
def test_dealing_card_by_card_gives_the_same_mix_as_looking_ahead(reviews, fresh, seen, begun):
    cards = [review(f"r{n:02}", n / 100) for n in range(reviews)]
    cards += [new(f"n{n:02}", turn=n) for n in range(fresh)]
    allowance = Allowance(50, 100, begun, seen)
    ahead = order(cards, NOW, allowance).mixed

    one_by_one = []
    while cards and (told := order(cards, NOW, allowance).mixed):
        first = next(one for one in cards if one.id == told[0])
        one_by_one.append(first.id)
        cards.remove(first)
        begun, seen = begun + first.is_new, seen + (not first.is_new)
        allowance = Allowance(50, 100, begun, seen)

    assert tuple(one_by_one) == ahead[: len(one_by_one)]
    assert len(one_by_one) == len(ahead)
