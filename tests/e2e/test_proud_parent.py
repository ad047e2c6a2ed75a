"""pat shows lea's week; another family follows, begins, and pat books a class with the pass."""

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import expect
from sqlmodel import delete, select

from tests import people
from tests.decks import finished
from tests.e2e.test_looks import runs_over, serious, settled
from tests.families import family
from vel_tutor import content, routes
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts, bank, incentives, loops, tutoring
from vel_tutor.domain.accounts import Browser, SignedIn
from vel_tutor.domain.loops.proud_parent import rules
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.domain.tutoring import ClassForm
from vel_tutor.models.accounts import User
from vel_tutor.models.proud_parent import WeeklyLetter
from vel_tutor.vocabulary import Role, Subject
from vt import journeys_parent as parents
from vt.browser import DESK, PHONE
from vt.journeys import Newcomer

TOM = Newcomer("Tom", "tom@example.org", people.PASSWORD, (5, 14, 1984))
SKILL = content.skill("math.place_value")
TEN = DeckChoice(subject=Subject.MATH, grade=SKILL.grade, skill=SKILL.id, size=10)


@pytest.fixture
def pats(clean_world):
    """Pat, and Lea who practised last week."""
    loops.listen_to_joining()
    monday, _ = rules.bounds(rules.last_week(clock.now(), people.ZONE), people.ZONE)
    with clock.stopped(monday - timedelta(days=9)):
        found = family()
    finished(found.child, TEN, wrong=1, seconds=30, at=monday + timedelta(days=2, hours=16))
    finished(found.child, TEN, seconds=30, at=monday + timedelta(days=3, hours=16))
    with transaction() as tx:  # on a Monday the house may have seen to Pat before Lea was there
        tx.session.exec(delete(WeeklyLetter))
    return found


def sign_in(name: str) -> SignedIn:
    """On today's browser: the sign-in of weeks ago is over."""
    return accounts.sign_in(f"{name}@example.org", people.PASSWORD, Browser(device="Chrome"))


def offer_class() -> UUID:
    tess = people.acting(people.staff("Tess", Role.TUTOR))
    at = clock.now() + timedelta(days=4)
    form = ClassForm(
        subject="math",
        band="3-5",
        day=f"{at:%Y-%m-%d}",
        at="16:00",
        minutes="45",
        seats="6",
        place="https://rooms.example.org/tess",
    )
    return tutoring.offer(tess, form)


def as_actor(email: str):
    with reading() as tx:
        user_id = tx.session.exec(select(User.id).where(User.email == email)).one()
    return accounts.actor_of(user_id)


def test_a_week_is_shown_a_family_follows_and_a_class_is_booked(enter, pats):
    bank.fill(Subject.MATH)
    parents.write_letters(people.ZONE)
    pat, tom = enter(sign_in("pat")), enter()

    parents.read_letter(pat.page, pat.address)
    link = parents.invite(pat.page)
    parents.accept(tom.page, link, TOM)
    parents.add_child(tom.page, tom.address, "Noa", people.PASSWORD)
    test_id = parents.begin_test(tom.page)
    parents.see_passes(pat.page, pat.address, "Their child's first test is still to come")
    parents.finish_test(as_actor(TOM.email), test_id)

    expect(pat.page.get_by_text("Your class pass comes on")).to_be_visible()
    assert parents.let_the_week_pass() == 1
    parents.see_passes(pat.page, pat.address, "You got a class pass")
    offer_class()
    parents.book_class(pat.page, pat.address)
    assert incentives.drift() == 0


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_parents_and_tutors_meet_no_barrier(enter, pats, size, theme):
    offer_class()
    looks = {"size": size, "theme": theme}
    pat, tutor, guest = (enter(who, **looks) for who in (sign_in("pat"), sign_in("tess"), None))
    pages = {
        routes.proud(pats.child.user_id): pat,
        routes.PASSES: pat,
        routes.NEW_CHILD: pat,
        routes.class_sample("math"): guest,
        routes.class_sample("science"): pat,
        routes.TUTOR_CLASSES: tutor,
    }

    found = {path: serious(settled(screen.go(path))) for path, screen in pages.items()}
    over = [path for path, screen in pages.items() if runs_over(settled(screen.go(path)))]

    assert found == {path: [] for path in pages}
    assert over == []
