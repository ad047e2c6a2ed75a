"""Every page can be drawn: its components ask for nothing that its views do not hold."""

import pytest

from vel_tutor.vel_tutor import app

PAGES = dict(app._unevaluated_pages)


@pytest.mark.parametrize("path", PAGES)
def test_the_page_can_be_drawn(path):
    component = PAGES[path].component

    assert component() if callable(component) else component
