"""A whole adaptive test in real browsers: begun on a phone, cut off, and finished at a desk."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.e2e.conftest import arrived, pick_by_key
from tests.e2e.test_looks import runs_over, serious, settled
from tests.e2e.test_reconnect import _kill_web_process, _wait_for_web_process
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import bank, diagnostics
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.models.diagnostics import DiagnosticQuestion
from vel_tutor.vocabulary import SittingStage, Subject
from vt import exam
from vt.browser import DESK, PHONE

CHOICE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)


@pytest.fixture
def dora(clean_world):
    bank.fill(Subject.SCIENCE)
    return people.student("Dora")


@pytest.fixture
def dora_at(enter, dora):
    """dora, signed in on her phone."""
    return enter(dora)


def _begin(screen) -> UUID:
    page = screen.go(routes.diagnostic_choice("science"))
    page.get_by_role("button", name="Start the test").click()
    page.get_by_role("button", name="Start part 1").click()
    expect(page.locator("#question")).not_to_be_empty()
    return UUID(arrived(page, routes.DIAGNOSTIC))


def _thought_about(test_id: UUID, position: int) -> None:
    """As if the question had been on show for a while."""
    with transaction() as tx:
        row = tx.session.get_one(DiagnosticQuestion, exam.row_at(test_id, position).id)
        row.clock_since = tx.now - timedelta(seconds=20)


def _answer(page: Page, test_id: UUID, position: int) -> None:
    """Answer with the keyboard where there are tiles, by typing where there is a line."""
    _shows(page, position)
    _thought_about(test_id, position)
    given = exam.an_answer(test_id, position, right=True)
    if page.get_by_role("radio").count() and given.isdecimal():
        pick_by_key(page, given)
        page.keyboard.press("Enter")
    elif page.get_by_label("Your answer").count():
        page.get_by_label("Your answer").fill(given)
        page.keyboard.press("Enter")
    else:
        page.get_by_role("button", name="I don't know").click()


def _shows(page: Page, position: int) -> None:
    """Wait for the question at `position`; two in a row may read the same."""
    expect(page.locator('input[name="position"]')).to_have_value(str(position))


def _stem(page: Page) -> str:
    return page.locator("#question").text_content() or ""


def _fast_forward(actor, test_id: UUID) -> None:
    """Answer everything up to the last part, at a human pace."""
    while True:
        view = diagnostics.look(actor, test_id)
        if view.stage == SittingStage.ASKING:
            position = view.question.position
            _thought_about(test_id, position)
            given = exam.an_answer(test_id, position, right=position % 3 > 0)
            diagnostics.answer(actor, test_id, position, given)
        elif view.stage == SittingStage.INTRO and view.part < 3:
            diagnostics.begin_part(actor, test_id, view.part)
        else:
            return


def _finish(page: Page, who, test_id: UUID) -> None:
    """Answer whatever is left, and hand in."""
    _fast_forward(people.acting(who), test_id)
    page.reload()
    expect(page.get_by_role("button", name=re.compile("Start part 3|See my"))).to_be_visible()
    if page.get_by_role("button", name="Start part 3").is_visible():
        page.get_by_role("button", name="Start part 3").click()
        expect(page.locator("#question")).not_to_be_empty()
        _fast_forward(people.acting(who), test_id)
        page.reload()
    page.get_by_role("button", name="See my results").click()


def test_a_whole_test_survives_a_crash_and_a_change_of_device(dora_at, dora, enter):
    test_id = _begin(dora_at)
    page = dora_at.page
    for position in range(3):
        _answer(page, test_id, position)
    _shows(page, 3)
    stem = _stem(page)

    _kill_web_process()
    _wait_for_web_process(dora_at.address)

    expect(page.locator("#question")).to_have_text(stem)
    _answer(page, test_id, 3)
    _shows(page, 4)
    assert exam.row_at(test_id, 3).answered_at
    stem = _stem(page)
    page.get_by_role("link", name="Leave and come back later").click()

    desk = enter(dora, size=DESK).go(routes.DIAGNOSTIC)
    desk.get_by_role("link", name="Go on").click()
    expect(desk.get_by_role("heading", name="Paused")).to_be_visible()
    desk.get_by_role("button", name="Go on").click()
    expect(desk.locator("#question")).to_have_text(stem)
    _answer(desk, test_id, 4)
    _shows(desk, 5)

    _finish(desk, dora, test_id)

    desk.wait_for_url(f"**{routes.diagnostic_results(test_id)}*")
    assert diagnostics.results(people.acting(dora), test_id).answered >= 20
    assert diagnostics.retell(test_id).differing == 0


def test_two_tabs_end_up_on_the_same_question(dora_at):
    test_id = _begin(dora_at)
    other = dora_at.open_tab()
    other.goto(dora_at.page.url)
    first = _stem(dora_at.page)
    expect(other.locator("#question")).to_have_text(first)

    _answer(dora_at.page, test_id, 0)
    _shows(dora_at.page, 1)
    answered_at = exam.row_at(test_id, 0).answered_at
    other.get_by_role("button", name="I don't know").click()

    _shows(other, 1)
    expect(other.locator("#question")).to_have_text(_stem(dora_at.page))
    assert exam.row_at(test_id, 0).answered_at == answered_at
    assert exam.row_at(test_id, 1).answered_at is None


def test_the_clock_runs_down_and_is_said_in_words(dora_at):
    _begin(dora_at)

    expect(dora_at.page.get_by_text("14 minutes left in this part").first).to_be_attached()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_meets_a_barrier_on_the_way(enter, dora, size, theme):
    screen = enter(dora, size=size, theme=theme)
    found = {"choice": serious(settled(screen.go(routes.DIAGNOSTIC)))}
    page = screen.page
    page.get_by_text("Science", exact=True).click()
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("heading", name="Part 1 of 3")).to_be_visible()
    found["intro"] = serious(page)
    page.get_by_role("button", name="Start part 1").click()
    expect(page.locator("#question")).not_to_be_empty()
    found["question"] = serious(page)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    found["pause"] = serious(page)
    page.get_by_role("button", name="Go on").click()
    for position in range(3):
        _shows(page, position)
        page.get_by_role("button", name="I don't know").click()
    expect(page.get_by_role("heading", name="Time for a short break?")).to_be_visible()
    found["rest"] = serious(page)

    assert found == {name: [] for name in found}
    assert not runs_over(page)
