"""A product manager watches invitations while they happen."""

from uuid import UUID

from playwright.sync_api import expect

from tests import people
from tests.decks import finished
from tests.e2e.test_looks import runs_over, serious, settled
from vel_tutor import routes
from vel_tutor.core import events
from vel_tutor.domain import loops
from vel_tutor.live import bus
from vel_tutor.vocabulary import Channel, Role
from vt.browser import DESK


def test_the_stream_moves_while_pia_looks(enter, monkeypatch):
    monkeypatch.setattr(events, "_listeners", [bus.carry])  # what ada does here is news there
    ada = people.acting(people.student("Ada"))
    pia = people.staff("Pia", Role.PRODUCT_MANAGER)
    page = settled(enter(pia, size=DESK).go(routes.ATTRIBUTION))
    expect(page.get_by_text("Nothing has happened yet")).to_be_visible()
    assert serious(page) == []

    share = loops.challenge_from(ada, finished(ada)).share
    steps = page.get_by_role("table", name="Steps, the latest first")
    expect(steps.get_by_role("cell", name="Link made")).to_be_visible()
    loops.note_share(ada, UUID(share.link_id), Channel.WHATSAPP)

    expect(steps.get_by_role("cell", name="Sent")).to_be_visible()
    expect(steps.get_by_role("cell", name="WhatsApp")).to_be_visible()
    assert serious(page) == []
    steps.get_by_role("link").first.click()
    expect(page.get_by_text("Only link")).to_be_visible()
    assert not runs_over(page)
