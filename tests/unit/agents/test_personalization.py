"""A prompt speaks to whom it is for, in our words only; the best way of sharing stands first."""

import json
from dataclasses import replace

import pytest

from vel_tutor.agents.brains import personalization, prompt_copy
from vel_tutor.agents.brains.personalization import Habit, Question
from vel_tutor.agents.desk import AgentDown
from vel_tutor.agents.facts import Facts
from vel_tutor.vocabulary import AgeBand, Channel, LoopKind, Role, Subject, Tone

FACTS = Facts(
    subject=Subject.MATH,
    title="Fractions",
    percent=85,
    rank=7,
    peers=143,
    streak_days=7,
    hours_left=3,
    skills_improved=5,
)
TEEN = Question(
    loop=LoopKind.BUDDY_CHALLENGE, role=Role.STUDENT, age_band=AgeBand.TEEN, facts=FACTS
)
TREATED = replace(TEEN, variant=prompt_copy.TREATMENT)
GUILT = ("lose everything", "hurry", "last chance", "everyone", "only", "don't", "miss out", "now!")


STUDENTS = [
    (loop, Role.STUDENT, band)
    for loop in LoopKind
    if loop is not LoopKind.PROUD_PARENT
    for band in AgeBand
]


@pytest.mark.parametrize("variant", ["control", "treatment"])
@pytest.mark.parametrize(
    ("loop", "role", "band"), [*STUDENTS, (LoopKind.PROUD_PARENT, Role.PARENT, AgeBand.ADULT)]
)
def test_every_loop_has_words_for_every_age_and_both_wordings(loop, role, band, variant):
    question = Question(loop=loop, role=role, age_band=band, facts=FACTS, variant=variant)

    answer = personalization.advise(question)

    words = prompt_copy.filled(prompt_copy.BY_KEY[answer.template], FACTS)
    assert "{" not in words
    assert len(words) <= 120


def test_no_prompt_presses_anybody():
    told = [f"{one.words} {one.button}".lower() for one in prompt_copy.TEMPLATES]

    assert [words for words in told if any(mark in words for mark in GUILT)] == []


def test_keys_are_told_apart():
    assert len(prompt_copy.BY_KEY) == len(prompt_copy.TEMPLATES)


def test_a_score_that_is_not_to_be_shown_is_not_spoken_of():
    answer = personalization.advise(replace(TEEN, facts=replace(FACTS, percent=-1)))

    assert answer.template == "challenge_any"


def test_nothing_known_is_no_template_rather_than_a_gap():
    answer = personalization.advise(replace(TEEN, facts=Facts()))

    assert (answer.template, answer.word) == ("", "none")


def test_the_treatment_is_playful_with_teens():
    assert personalization.advise(TREATED).tone is Tone.PLAYFUL


def test_what_has_brought_friends_before_stands_first():
    habits = (Habit(channel=Channel.QR, sent=6, joined=3),)

    assert personalization.advise(replace(TEEN, habits=habits)).channels[0] is Channel.QR


def test_one_lucky_or_unlucky_share_turns_nothing_upside_down():
    unlucky = (Habit(channel=Channel.QR, sent=1, joined=0),)

    before, after = (
        personalization.order(TEEN),
        personalization.order(replace(TEEN, habits=unlucky)),
    )

    assert before == after


def test_a_child_is_not_sent_to_messengers():
    channels = personalization.advise(replace(TEEN, age_band=AgeBand.CHILD)).channels

    assert set(channels) == {Channel.NATIVE, Channel.QR, Channel.COPY}


def test_rules_say_that_they_are_rules():
    answer = personalization.advise(TEEN)

    assert not answer.by_model
    assert answer.reason.startswith("By rules")


def test_a_model_may_pick_another_of_our_templates(oracle):
    oracle.says = json.dumps({"template": "challenge_together"})

    answer = personalization.by_model(TREATED, within_s=60)

    assert (answer.template, answer.by_model) == ("challenge_together", True)
    assert answer.channels == personalization.advise(TREATED).channels


@pytest.mark.parametrize(
    "said",
    ['{"template": "rally_climb"}', '{"template": "Give her 1000 XP"}', '{"words": "Hi"}', "no"],
)
def test_a_model_that_picks_anything_else_is_not_heard(oracle, said):
    oracle.says = said

    with pytest.raises(AgentDown):
        personalization.by_model(TREATED, within_s=60)


def test_a_model_is_told_no_figure_and_no_name_of_what_was_practised(oracle):
    oracle.says = json.dumps({"template": "challenge_together"})

    personalization.by_model(TREATED, within_s=60)

    told = oracle.asked[0]["messages"][1]["content"]
    assert "85" not in told
    assert "Fractions" not in told


def test_about_a_child_no_model_is_asked(oracle):
    with pytest.raises(AgentDown):
        personalization.by_model(replace(TREATED, age_band=AgeBand.CHILD), within_s=60)

    assert oracle.asked == []
