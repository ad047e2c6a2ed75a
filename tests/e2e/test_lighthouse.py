"""The pages people meet first are light, and open to everybody. How fast they are: bench/pages."""

import pytest

from tests import people
from tests.decks import finished
from vel_tutor import routes
from vel_tutor.domain import loops
from vt.lighthouse import OPENNESS, auditor

SCRIPT_KB = 180
STYLE_KB = 20


@pytest.fixture
def eva(clean_world):
    return people.student("Eva")


def check(audit):
    assert audit.scores["accessibility"] == 100, audit.failed
    assert audit.scores["best-practices"] >= 95, audit.failed
    assert audit.script_kb <= SCRIPT_KB
    assert audit.style_kb <= STYLE_KB


def test_the_front_page_is_light_and_open_to_everybody(house, chromium):
    with auditor(chromium) as lighthouse:
        check(lighthouse.audit(house + routes.HOME, OPENNESS))


def test_an_invitation_is_light_and_open_to_everybody(house, chromium, eva):
    sent = loops.challenge_from(people.acting(eva), finished(people.acting(eva)))
    code = sent.share.qr.split("/")[2]

    with auditor(chromium) as lighthouse:
        check(lighthouse.audit(f"{house}{routes.challenge(code)}", OPENNESS))


def test_practice_is_open_to_everybody(house, chromium, eva):
    cookie = {"name": "vt_session", "value": eva.token, "url": house}

    with auditor(chromium, [cookie]) as lighthouse:
        audit = lighthouse.audit(house + routes.PRACTICE, OPENNESS)

    assert audit.scores["accessibility"] == 100, audit.failed
    assert audit.scores["best-practices"] >= 95, audit.failed
