"""Practice as a tab sees it: what is shown, what is not sent, where it leads."""

from uuid import UUID

import pytest

from tests import people
from tests.decks import FIVE, finished, question, right_answer, wrong_answer
from vel_tutor import routes
from vel_tutor.domain import practice
from vel_tutor.state.practice import ChooseState, PlayState
from vel_tutor.state.results import ResultsState


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def deck(ada):
    """A deck Ada has just opened."""
    return practice.open_session(people.acting(ada), FIVE).session_id


@pytest.fixture
async def playing(tab, ada, deck):
    """Ada's tab with that deck on show."""
    opened = tab(ada, routes.practice_session(deck))
    await opened.do(PlayState.begin)
    return opened


def _form(position, answer):
    return {"position": str(position), "answer": answer}


async def test_the_shelf_starts_at_the_learners_grade(tab, ada):
    choosing = tab(ada, routes.PRACTICE)

    await choosing.do(ChooseState.begin)

    shelf = choosing.held["shelf"]
    assert (shelf.subject, shelf.grade, shelf.mixed_grade) == ("math", "9", 9)
    cards = [card for strand in shelf.strands for card in strand.skills]
    assert {card.grade for card in cards} == {"Grade 9"}
    assert all(card.words == "Not tried yet" for card in cards)


async def test_an_address_may_name_the_skill(tab, ada):
    choosing = tab(ada, "/practice?subject=math&grade=4&skill=math.place_value")

    await choosing.do(ChooseState.begin)

    page = choosing.held["skill"]
    assert (page.card.id, page.grade) == ("math.place_value", 4)
    assert len(page.examples) == 2
    assert all(example.steps and example.key for example in page.examples)
    assert page.about
    assert page.needs
    assert page.slips


async def test_a_skill_nobody_knows_shows_the_shelf(tab, ada):
    choosing = tab(ada, "/practice?subject=math&grade=4&skill=math.juggling")

    await choosing.do(ChooseState.begin)

    assert choosing.held["skill"].card.id == ""
    assert choosing.held["shelf"].grade == "4"


async def test_chips_lead_to_other_grades_and_subjects_and_to_all(tab, ada):
    choosing = tab(ada, routes.PRACTICE)
    await choosing.do(ChooseState.begin)

    await choosing.do(ChooseState.choose_grade("4"))
    assert choosing.held["shelf"].grade == "4"
    await choosing.do(ChooseState.choose_subject("science"))
    assert (choosing.held["shelf"].subject, choosing.held["shelf"].grade) == ("science", "4")
    await choosing.do(ChooseState.choose_grade("all"))

    shelf = choosing.held["shelf"]
    offered = {skill.id for skill in practice.menu() if skill.subject == "science"}
    assert {card.id for strand in shelf.strands for card in strand.skills} == offered


async def test_a_search_looks_through_all_grades(tab, ada):
    choosing = tab(ada, routes.PRACTICE)
    await choosing.do(ChooseState.begin)

    await choosing.do(ChooseState.search("PLACE value"))
    found = {card.id for strand in choosing.held["shelf"].strands for card in strand.skills}
    await choosing.do(ChooseState.search("juggling"))

    assert "math.place_value" in found
    assert choosing.held["shelf"].strands == ()
    assert choosing.held["shelf"].found == "0 skills"


@pytest.mark.parametrize(
    ("handler", "sent"),
    [
        (ChooseState.choose_grade, "99"),
        (ChooseState.choose_grade, "four"),
        (ChooseState.choose_subject, "juggling"),
        (ChooseState.search, "x" * 3000),
    ],
)
async def test_what_no_chip_sends_changes_nothing(tab, ada, handler, sent):
    choosing = tab(ada, routes.PRACTICE)
    await choosing.do(ChooseState.begin)
    before = choosing.held["shelf"]

    await choosing.do(handler(sent))

    assert choosing.said
    assert choosing.held["shelf"] == before


async def test_a_wrong_key_is_taken_back_on_the_screen(playing, deck):
    await playing.do(PlayState.answer(_form(0, wrong_answer(deck, 0))))
    assert playing.held["verdict"].is_slip

    await playing.do(PlayState.take_back(0))

    assert not playing.held["verdict"].shown
    assert (playing.held["answered"], playing.held["question"].position) == (0, 0)


async def test_starting_leads_to_the_deck(tab, ada):
    choosing = tab(ada, routes.PRACTICE)
    form = {"subject": "math", "grade": "4", "skill": "", "size": "5"}

    await choosing.do(ChooseState.start(form))

    session = practice.unfinished(people.acting(ada))[0].session_id
    assert choosing.went_to == routes.practice_session(session)


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "juggling"},
        {"grade": "four"},
        {"size": "5000"},
        {"size": "²"},
        {"skill": "science.nothing"},
        {"grade": {"$gt": 0}},
        {"subject": None},
    ],
)
async def test_a_choice_nobody_offered_opens_nothing(tab, ada, wrong):
    choosing = tab(ada, routes.PRACTICE)
    form = {"subject": "math", "grade": "4", "skill": "", "size": "5"} | wrong

    await choosing.do(ChooseState.start(form))

    assert choosing.said
    assert not practice.unfinished(people.acting(ada))


async def test_answering_shows_the_verdict_and_moves_the_bar(playing, deck):
    await playing.do(PlayState.answer(_form(0, right_answer(deck, 0))))

    assert (playing.held["verdict"].heading, playing.held["progress"]) == ("Right!", 20)


async def test_nothing_that_gives_the_answer_away_is_sent_before_it_is_given(playing, deck):
    for position in range(5):
        item = question(deck, position)
        secrets = [choice.feedback for choice in item.choices if len(choice.feedback) > 8]
        secrets += [step.sentence for step in item.steps] + list(item.hints)
        if not item.choices:
            secrets.append(f"'{item.key}'")

        assert not [secret for secret in secrets if secret in playing.sent]
        assert "right=True" not in playing.sent
        assert playing.held["verdict"].right_pick == -1

        await playing.do(PlayState.answer(_form(position, wrong_answer(deck, position))))
        assert playing.held["verdict"].shown
        await playing.do(PlayState.go_on(position))


async def test_what_cannot_be_read_says_so_and_keeps_the_question_open(playing):
    await playing.do(PlayState.answer(_form(0, "")))

    assert playing.held["problem"]
    assert not playing.held["verdict"].shown


async def test_a_second_tab_gets_the_verdict_of_the_first(tab, ada, deck, playing):
    other = tab(ada, playing.path)
    await other.do(PlayState.begin)
    await playing.do(PlayState.answer(_form(0, right_answer(deck, 0))))

    await other.do(PlayState.answer(_form(0, wrong_answer(deck, 0))))

    assert other.held["verdict"] == playing.held["verdict"]
    assert other.held["answered"] == 1


async def test_a_tab_that_lost_everything_is_back_at_the_same_question(tab, ada, deck, playing):
    await playing.do(PlayState.answer(_form(0, right_answer(deck, 0))))
    await playing.do(PlayState.go_on(0))
    await playing.do(PlayState.hint(1, 1))

    again = tab(ada, playing.path)
    await again.do(PlayState.begin)

    for name in ("deck", "answered", "verdict", "level", "problem"):
        assert again.held[name] == playing.held[name]
    assert again.held["question"].html == playing.held["question"].html
    assert again.held["question"].hints == playing.held["question"].hints


async def test_a_click_from_a_forgotten_screen_still_counts_once(tab, ada, deck):
    forgetful = tab(ada, routes.practice_session(deck))

    await forgetful.do(PlayState.answer(_form(0, right_answer(deck, 0))))

    assert forgetful.held["verdict"].heading == "Right!"


async def test_the_last_verdict_leads_to_the_results(playing, deck):
    for position in range(5):
        await playing.do(PlayState.answer(_form(position, right_answer(deck, position))))
        await playing.do(PlayState.go_on(position))

    assert playing.went_to == routes.practice_results(deck)


async def test_seeing_the_solution_is_an_answer_of_its_own(playing):
    await playing.do(PlayState.reveal(0))

    assert playing.held["verdict"].revealed
    assert playing.held["answered"] == 1


@pytest.mark.parametrize("missing", [str(UUID(int=7)), "nonsense", "..", ""])
async def test_a_deck_that_is_not_there_leads_to_the_missing_page(tab, ada, missing):
    lost = tab(ada, f"/practice/{missing}")

    await lost.do(PlayState.begin)

    assert lost.went_to == routes.NOT_FOUND


async def test_somebody_elses_deck_is_a_missing_one(tab, deck):
    bob = tab(people.student("Bob"), routes.practice_session(deck))

    await bob.do(PlayState.begin)
    assert bob.went_to == routes.NOT_FOUND

    await bob.do(PlayState.answer(_form(0, right_answer(deck, 0))))
    assert bob.said
    assert "verdict" not in bob.sent
    bob.path = routes.practice_results(deck)
    await bob.do(ResultsState.begin)
    assert bob.went_to == routes.NOT_FOUND


async def test_a_stranger_is_asked_to_sign_in(tab, deck):
    stranger = tab(None, routes.practice_session(deck))

    await stranger.do(PlayState.begin)

    assert stranger.went_to.startswith(routes.SIGN_IN)


@pytest.mark.parametrize("position", ["-1", "one", "1e3", "", "99999999999999999999"])
async def test_a_position_that_is_none_is_refused(playing, position):
    await playing.do(PlayState.answer(_form(position, "0")))

    assert playing.said
    assert not playing.held["verdict"].shown


async def test_results_show_the_score_and_every_question(tab, ada):
    session = finished(people.acting(ada), wrong=1)
    looking = tab(ada, routes.practice_results(session))

    await looking.do(ResultsState.begin)

    results = looking.held["results"]
    assert (results.correct, results.size, results.percent) == (4, 5, 80)
    assert len(results.questions) == 5


async def test_results_of_an_unfinished_deck_lead_back_into_it(tab, ada, deck):
    looking = tab(ada, routes.practice_results(deck))

    await looking.do(ResultsState.begin)

    assert looking.went_to == routes.practice_session(deck)


async def test_again_deals_other_questions(tab, ada):
    session = finished(people.acting(ada))
    looking = tab(ada, routes.practice_results(session))

    await looking.do(ResultsState.again)

    opened = UUID(looking.went_to.rsplit("/", 1)[1])
    assert opened != session


async def test_leaving_stops_the_clock_and_the_deck_waits(tab, ada, playing, deck):
    choosing = tab(ada, routes.PRACTICE)

    await choosing.do(ChooseState.begin)
    assert [waiting.session_id for waiting in choosing.held["waiting"]] == [deck]

    await choosing.do(ChooseState.drop(deck))
    assert choosing.held["waiting"] == []
