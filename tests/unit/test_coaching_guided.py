"""Whatever a learner does, nothing the guided tutor says gives the answer away before two tries."""

from random import Random
from uuid import UUID

import pytest

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.errors import Conflict
from vel_tutor.domain import mastery
from vel_tutor.domain.coaching import guided, picking, rules, telling, wording
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.models.coaching import CoachingSession
from vel_tutor.vocabulary import CoachMove, CoachTurn

FAMILIES = [family.id for family in content.families()][::16]
HELP = (CoachMove.STUCK, CoachMove.WHY, CoachMove.EXAMPLE, CoachMove.NEXT)
MOVES = 16


def opened(card: Card) -> CoachingSession:
    """A conversation with this question on show."""
    now, nobody = clock.now(), UUID(int=1)
    skill = content.family(card.family).skill
    session = CoachingSession(
        user_id=nobody, skill=skill, family="", seed=0, started_at=now, touched_at=now
    )
    guided.pose(session, card)
    return session


def said_to(session: CoachingSession, move: CoachMove, answer: str = "") -> list[str]:
    """Every word the tutor says to a move that is possible."""
    if move not in guided.moves(session) and move is not CoachMove.ANSWER:
        return []
    session.turns += 2
    spoken = guided.reply(session, move, answer)
    words = [
        wording.of_tutor(one.kind, one.card, one.place, one.answer) for one in spoken if one.card
    ]
    return [f"{one.text} {one.claim} {' '.join(map(str, one.steps))}" for one in words]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_answer_is_not_given_away_before_two_tries(family):
    card = Card(family, 5)
    session, chance = opened(card), Random(family)  # noqa: S311
    heard = said_to(session, CoachMove.ANSWER, content.wrong_answer(card.item))
    for _ in range(MOVES):
        if guided.own(session) != card:
            break
        heard += said_to(session, chance.choice(HELP))

    assert len(heard) > 1
    assert [words for words in heard if telling.tells(card.item, words)] == []


@pytest.mark.parametrize("family", FAMILIES[::8])
def test_every_known_slip_is_named_or_kept_quiet_where_its_name_tells(family):
    card = Card(family, 5)
    for choice in range(len(card.item.choices)):
        session = opened(card)
        went = content.check(card.item, str(choice))
        if went.right or not went.misconception:
            continue

        said = guided.reply(session, CoachMove.ANSWER, str(choice))

        tells = telling.tells(card.item, went.feedback)
        assert said[0].kind is (CoachTurn.MISS if tells else CoachTurn.SLIP)


@pytest.mark.parametrize("skill", sorted(mastery.families_of())[::12])
def test_the_working_out_of_an_example_does_not_answer_the_question(skill):
    for family in mastery.families_of()[skill]:
        other = picking.like(Card(family.id, 5))
        if other is not None:
            told = " ".join(picking.solution_words(other.item))
            assert not telling.tells(content.instance(family.id, 5), told)


def test_the_answer_is_told_by_any_words_that_hold_it():
    item = content.instance("math.place_value.digit", 7)

    assert item.key == "90,000"
    for words in ("It is 90000.", "Think of 90,000, then look.", r"\(9 \times 10000 = 90000\)"):
        assert telling.tells(item, words)
    for silent in ("It is 9000.", "Name the places from the right.", "98,555 has five digits."):
        assert not telling.tells(item, silent)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Since 3 + 4 = 7, go on.", True),
        ("So 12 ÷ 4 = 3.", True),
        ("that makes 3 * 4 = 13", False),
        ("so 1/2 + 1/4 = 3/4 = 0.75", True),
        ("2x + 3x = 5x for every x", True),
        ("x = 4", False),
        ("area = length times width", False),
        ("= 4", False),
        ("no sums at all", None),
    ],
)
def test_a_sum_is_worked_out_before_it_is_believed(text, holds):
    assert telling.true_sums(text) is holds


def test_however_often_somebody_is_stuck_there_is_something_to_say():
    session = opened(Card(FAMILIES[0], 5))

    for _ in range(40):
        moves = guided.moves(session)
        assert moves
        assert said_to(session, moves[0])


def test_what_is_not_offered_is_refused():
    session = opened(Card(FAMILIES[0], 5))
    session.tries = rules.TRIES_AND_TOLD
    guided.reply(session, CoachMove.ANSWER, content.right_answer(guided.own(session).item))

    with pytest.raises(Conflict):
        guided.reply(session, CoachMove.EASIER)
