"""Passages can be read by somebody who knows nothing of the facts they were made from."""

import pytest

from vel_tutor import content
from vel_tutor.content import bank, gates, reader
from vel_tutor.content.facts import Fact, Line, NotTold, Telling
from vel_tutor.content.worlds import helping
from vel_tutor.content.worlds.people import NAMES
from vel_tutor.vocabulary import Subject

SEEDS = range(1000)
PEOPLE = (*NAMES, "aunt", "cousin", "grandfather")
WITH_PASSAGE = [
    family.id
    for family in content.families()
    if not family.authored
    and content.instance(family.id, 0).subject is Subject.READING
    and "\n" in content.instance(family.id, 0).passage
]


@pytest.mark.parametrize("family_id", WITH_PASSAGE)
def test_a_reader_of_the_text_finds_the_key_and_no_second_answer(family_id):
    """And is never in doubt whom a pronoun means."""
    family = content.family(family_id)

    for seed in SEEDS:
        made, text = bank.draft(family_id, seed), bank.instance(family_id, seed).passage
        right = [slip is None for slip, value in made.options if family.checker(made.params, value)]
        assert right == [True], (seed, text)
        assert reader.ambiguous_pronouns(text, PEOPLE) == (), (seed, text)


@pytest.mark.parametrize("family_id", WITH_PASSAGE)
def test_a_passage_has_the_length_of_one_sitting(family_id):
    for seed in range(100):
        assert 55 <= len(bank.instance(family_id, seed).passage.split()) <= 220


@pytest.mark.parametrize("family_id", WITH_PASSAGE)
def test_a_passage_reads_at_its_grade(family_id):
    family, prose = content.family(family_id), []
    for seed in range(60):
        blocks = bank.instance(family_id, seed).passage.split("\n\n")[1:]
        prose += [block for block in blocks if " | " not in block]

    assert gates.flesch_kincaid(" ".join(prose)) <= family.grade + 1


@pytest.mark.parametrize("family_id", WITH_PASSAGE)
def test_every_worked_step_quotes_the_passage(family_id):
    for seed in range(100):
        item = bank.instance(family_id, seed)
        assert any(step.lhs and step.lhs in item.passage for step in item.steps), seed
        assert all(not step.lhs or step.lhs in item.passage for step in item.steps), seed


def test_every_quotation_in_feedback_stands_in_the_passage():
    for family_id in WITH_PASSAGE:
        for seed in range(100):
            item = bank.instance(family_id, seed)
            for choice in item.choices:
                _, found, quote = choice.feedback.partition("Look at this part: “")
                assert not found or quote.partition("”")[0] in item.passage, (family_id, seed)


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
