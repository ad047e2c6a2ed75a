"""Two people in one room: they see each other come, cheer, and one of them is put out."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.e2e.test_looks import runs_over, serious, settled
from tests.halls import crowd, group, party, practise
from vel_tutor import routes
from vel_tutor.domain import accounts, rooms


@pytest.fixture
def ada(clean_world):
    """She keeps a study group with a few others in it."""
    signed_in = people.student("Ada")
    rooms.found_clubs()
    crowd(group(people.acting(signed_in)), 12, points=3)
    practise(people.acting(signed_in))
    return signed_in


def test_bob_comes_in_ada_sees_him_and_his_sign_and_puts_him_out(enter, ada):
    somebody = people.student("Bob")
    keeper, bob = enter(ada), enter(somebody)
    page = keeper.go(routes.room("algebra-aces"))
    expect(page.get_by_text("You are the first one here.")).to_be_visible()

    theirs = bob.go(routes.ROOMS)
    theirs.get_by_role("link", name="Algebra Aces").click()
    theirs.get_by_role("button", name="Join the room").click()
    expect(theirs.get_by_role("heading", name="Members")).to_be_visible()
    expect(page.get_by_text("A few here now")).to_be_visible()
    expect(page.get_by_text("You are the first one here.")).to_have_count(0)
    expect(page.get_by_text("14 members")).to_be_visible()

    theirs.get_by_role("button", name="On fire").click()
    expect(page.get_by_role("button", name="On fire, 1 today")).to_be_visible()
    expect(theirs.get_by_role("button", name="On fire, 1 today")).to_be_visible()

    made_up = accounts.pseudonym(people.acting(somebody).user_id)
    page.get_by_role("button", name=f"Put out {made_up}", exact=True).click()
    page.get_by_role("button", name="Put them out").click()
    expect(theirs.get_by_role("main")).to_contain_text("You were put out of this room.")
    expect(theirs.get_by_role("heading", name="Members")).to_have_count(0)


def test_nothing_in_a_room_keeps_anybody_out(enter, ada):
    slug = party(people.acting(people.staff("Tess", people.Role.TUTOR)))
    paths = (
        routes.ROOMS,
        routes.room("algebra-aces"),
        routes.room("math-club-teen"),
        routes.room(slug),
        routes.room("no-such-room"),
    )
    found, over = {}, []
    for theme in ("light", "dark"):
        screen = enter(ada, theme=theme)
        found |= {(theme, path): serious(settled(screen.go(path))) for path in paths}
    screen.page.set_viewport_size({"width": 320, "height": 640})
    over += [path for path in paths if runs_over(settled(screen.go(path)))]

    assert (found, over) == ({place: [] for place in found}, [])
