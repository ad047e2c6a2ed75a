"""Every page can be drawn: its components ask for nothing that its views do not hold."""

import pytest

from vel_tutor.vel_tutor import app

PAGES = dict(app._unevaluated_pages)


@pytest.mark.parametrize("path", PAGES)
def test_the_page_can_be_drawn(path):
    component = PAGES[path].component

    assert component() if callable(component) else component


@pytest.mark.parametrize(
    ("path", "is_interrupted"),
    [("today", True), ("practice", False), ("rescue", False), ("challenges/[challenge]", False)],
)
def test_whoever_is_about_to_learn_or_inviting_already_is_not_asked_to_invite(path, is_interrupted):
    component = PAGES[path].component

    drawn = str(component() if callable(component) else component)

    assert ("Don't suggest this again" in drawn) == is_interrupted
