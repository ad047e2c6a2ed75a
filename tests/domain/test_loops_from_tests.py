"""Challenges from an adaptive test, each friend at their level; or one skill, studied together."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from tests.challenges import code_of, play
from tests.company import guest
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import bank, diagnostics, loops
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.vocabulary import CardTemplate, GameStage, Subject
from vt import exam

SCIENCE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def world(clean_world):
    loops.listen_to_joining()
    bank.fill(Subject.SCIENCE, per_family=3)
    with clock.stopped(MORNING):
        yield


@pytest.fixture
def strong(ada):
    """Ada's test, in the upper half."""
    return exam.take(ada, SCIENCE, 2.5, MORNING)


@pytest.fixture
def weak(ada):
    return exam.take(ada, SCIENCE, -1.5, MORNING)


def grades_played():
    with reading() as tx:
        families = tx.session.exec(select(PracticeQuestion)).all()
    return {content.skill(content.family(row.family).skill).grade for row in families}


def test_a_good_result_becomes_a_score_to_beat(ada, strong):
    found = diagnostics.results(ada, strong)

    sent = loops.challenge_with(ada, strong)

    assert (sent.percent, sent.title, sent.size) == (found.domain_percent, found.title, 5)
    assert f"I scored {found.domain_percent}% in {found.title}!" in sent.share.text
    assert loops.challenge_with(ada, strong).id == sent.id


def test_a_result_below_the_middle_is_not_shown_around_but_company_is_welcome(ada, weak):
    with pytest.raises(NotAllowed):
        loops.challenge_with(ada, weak)

    step = diagnostics.results(ada, weak).next_steps[0]
    sent = loops.study_with(ada, weak, step.skill)

    assert sent.is_study
    assert sent.title == step.name
    assert "%" not in sent.share.text
    assert "I get a reward if you join" in sent.share.text


def test_only_ones_own_test_and_its_own_steps_are_shared(ada, bob, lea, pat, strong):
    step = diagnostics.results(ada, strong).next_steps[0].skill
    with pytest.raises(NotFound):
        loops.challenge_with(bob, strong)
    with pytest.raises(NotFound):
        loops.study_with(bob, strong, step)
    with pytest.raises(NotFound):
        loops.study_with(ada, strong, "math.nothing_of_hers")
    for actor in (lea, pat):
        with pytest.raises(NotAllowed):
            loops.challenge_with(actor, strong)


def test_a_guest_chooses_the_level_and_gets_questions_of_it(ada, strong):
    code = code_of(loops.challenge_with(ada, strong))
    met = loops.invitation(guest(), code)
    assert met.grade == 8
    assert "4" in {level.value for level in met.grades}

    begun = loops.begin(guest(), code, 4)

    assert begun.stage == GameStage.PLAYING
    assert grades_played() == {4}


def test_a_level_there_is_none_of_leads_to_the_nearest_one(ada, strong):
    code = code_of(loops.challenge_with(ada, strong))

    loops.begin(guest(), code, 99)

    assert max(grades_played()) == max(
        skill.grade for skill in content.skills() if skill.subject is Subject.SCIENCE
    )


def test_the_comparison_is_made_with_the_share_of_the_grade(ada, strong):
    sent = loops.challenge_with(ada, strong)
    code = code_of(sent)
    loops.begin(guest(), code, 6)

    done = play(guest(), code)

    assert done.to_beat == sent.percent
    assert done.yours == 100
    assert done.outcome == "won"


def test_studying_together_has_no_winner(ada, weak):
    step = diagnostics.results(ada, weak).next_steps[0]
    code = code_of(loops.study_with(ada, weak, step.skill))
    met = loops.invitation(guest(), code)
    assert (met.is_study, met.grades) == (True, ())
    loops.begin(guest(), code)

    done = play(guest(), code)

    assert (done.outcome, done.to_beat) == ("", 0)
    assert "Practised together" in done.headline
    with reading() as tx:
        [played] = tx.session.exec(select(ChallengePlay)).all()
        assert played.percent == 100


def test_the_card_of_a_test_is_its_owners_and_only_for_the_upper_half(ada, bob, strong):
    own = loops.card(strong, ada)
    assert own
    assert own.template is CardTemplate.RESULT
    assert loops.card(strong, bob) is None
    assert loops.card(strong, None) is None


def test_the_card_of_studying_together_shows_no_score(ada, weak):
    step = diagnostics.results(ada, weak).next_steps[0]
    sent = loops.study_with(ada, weak, step.skill)
    with reading() as tx:
        [challenge] = tx.session.exec(select(Challenge)).all()

    facts = loops.card(challenge.id, None)

    assert facts
    assert (facts.template, facts.percent) == (CardTemplate.STUDY, 0)
    assert loops.card(weak, ada) is None
    assert sent.card.endswith(".png")
