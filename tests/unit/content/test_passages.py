"""Passages can be read by somebody who knows nothing of the facts they were made from."""

import pytest

from vel_tutor import content
from vel_tutor.content import bank, gates, parts, reader
from vel_tutor.content.facts import Fact, Line, NotTold, Telling
from vel_tutor.content.family import say
from vel_tutor.content.worlds import helping
from vel_tutor.content.worlds.people import NAMES
from vel_tutor.vocabulary import Subject

SEEDS = range(10_000, 10_300)
"""Other passages than those which the gates of all families look at."""
PEOPLE = (*NAMES, "aunt", "cousin", "grandfather")
WITH_PASSAGE = [
    family.id
    for family in content.families()
    if not family.authored
    and content.instance(family.id, 0).subject is Subject.READING
    and "\n" in content.instance(family.id, 0).passage
]


each_family = pytest.mark.parametrize("family_id", WITH_PASSAGE, scope="module")
"""Module scope runs the tests of one family together, so its passages are made only once."""


@each_family
def test_a_reader_of_the_text_finds_the_key_and_no_second_answer(family_id):
    """And is never in doubt whom a pronoun means."""
    family = content.family(family_id)

    for seed in SEEDS:
        made = bank.draft(family_id, seed)
        text = say(family.passage, made.params)
        right = [value for slip, value in made.options if slip is None]
        taken = [value for _, value in made.options if family.checker(made.params, value)]
        assert taken == right, (seed, text)
        assert reader.ambiguous_pronouns(text, PEOPLE) == (), (seed, text)


@each_family
def test_a_reader_refuses_every_other_order_that_learners_give(family_id):
    """Where the answer is an order or pairs: there are no options to take it from."""
    family = content.family(family_id)

    for seed in range(200):
        p = bank.params(family_id, seed)
        assert family.format not in parts.IN_PARTS or family.checker(p, family.key(p)), seed
        assert not any(family.checker(p, value) for _, value in bank.wrong_answers(family, p)), seed


@each_family
def test_a_passage_has_the_length_of_one_sitting(family_id):
    for seed in range(100):
        assert 55 <= len(bank.instance(family_id, seed).passage.split()) <= 220


@each_family
def test_a_passage_reads_at_its_grade(family_id):
    family, prose = content.family(family_id), []
    for seed in range(60):
        blocks = bank.instance(family_id, seed).passage.split("\n\n")[1:]
        prose += [block for block in blocks if " | " not in block]

    assert gates.flesch_kincaid(" ".join(prose)) <= family.grade + 1


@each_family
def test_every_worked_step_quotes_the_passage(family_id):
    for seed in range(100):
        item = bank.instance(family_id, seed)
        assert any(step.lhs and step.lhs in item.passage for step in item.steps), seed
        assert all(not step.lhs or step.lhs in item.passage for step in item.steps), seed


@each_family
def test_every_quotation_in_feedback_stands_in_the_passage(family_id):
    for seed in range(100):
        item = bank.instance(family_id, seed)
        for choice in item.choices:
            _, found, quote = choice.feedback.partition("Look at this part: “")
            assert not found or quote.partition("”")[0] in item.passage, seed


def test_no_two_jobs_of_an_occasion_share_a_reason_or_a_result():
    for occasion in helping.OCCASIONS:
        said = [
            text for job in occasion.jobs for text in (job.reason, job.effect, job.guess, job.place)
        ]
        assert len(set(said)) == len(said), occasion.title


def test_a_telling_refuses_to_answer_what_it_does_not_say():
    told = Telling("Two Jobs", ((Line("Mei sang.", (Fact("Mei", "did", "sang"),)),),))

    assert told.value("Mei", "did") == "sang"
    assert told.bearer("did", "sang") == "Mei"
    with pytest.raises(NotTold):
        told.value("Omar", "did")


def test_the_reader_follows_a_pronoun_to_the_last_name():
    text = "Title\n\nMei sang. She was glad. Omar slept."

    assert reader.about(text, "Mei", ("Mei", "Omar")) == ("Mei sang.", "She was glad.")
    assert reader.about(text, "Omar", ("Mei", "Omar")) == ("Omar slept.",)


def test_the_reader_sees_when_a_pronoun_could_be_two_people():
    text = "Title\n\nMei and Rosa sang. She was glad."

    assert reader.ambiguous_pronouns(text, ("Mei", "Rosa")) == ("She was glad.",)


def test_whole_words_count_not_parts_of_them():
    assert reader.says("The leader came.", "leader")
    assert not reader.says("The leader came.", "lead")
