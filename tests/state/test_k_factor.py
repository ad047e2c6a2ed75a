"""The K-factor as a tab of the staff sees it: filters in the address, for those who may look."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.domain.insight.views import KScreen
from vel_tutor.state.k_factor import KFactorState
from vel_tutor.vocabulary import Role


@pytest.fixture
def pam(clean_world):
    return people.staff("Pam", Role.PRODUCT_MANAGER)


async def test_the_address_says_what_is_shown(tab, pam):
    page = tab(pam, routes.k_factor("days=7&model=linear&net=0&loops=results_rally,magic"))

    await page.do(KFactorState.begin)

    choice = page.held["choice"]
    assert (choice.days, choice.model, choice.net) == ("7", "linear", "0")
    assert choice.loops == ("results_rally",)
    assert page.held["screen"].model == "all touches alike, raw"
    assert page.held["screen"].is_empty


async def test_filters_lead_to_an_address_of_their_own(tab, pam):
    page = tab(pam, routes.K_FACTOR)
    form = {
        "days": "custom",
        "since": "2026-10-05",
        "until": "2026-10-11",
        "cohorts": "month",
        "loop_proud_parent": "1",
        "persona_student": "1",
        "persona_parent": "1",
        "persona_tutor": "1",
    }

    await page.do(KFactorState.filter(form))

    asked = parse_qs(urlsplit(page.went_to).query)
    assert (asked["since"], asked["until"]) == (["2026-10-05"], ["2026-10-11"])
    assert (asked["loops"], asked["cohorts"]) == (["proud_parent"], ["month"])
    assert "personas" not in asked


@pytest.mark.parametrize(
    "query", ["days=x&since=y&until=z", "days=custom&since=9999-01-01&until=0001-01-01", "net=%00"]
)
async def test_an_address_that_makes_no_sense_still_shows_something(tab, pam, query):
    page = tab(pam, routes.k_factor(query))

    await page.do(KFactorState.begin)

    assert page.held["loaded"]
    assert page.held["problem"] == ""


async def test_a_student_is_sent_nothing_of_it(tab, clean_world):
    page = tab(people.student("Ada"), routes.K_FACTOR)

    await page.do(KFactorState.begin)

    assert page.held.get("screen", KScreen()) == KScreen()
