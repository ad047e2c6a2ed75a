# ruff: noqa
import os
from uuid import UUID, uuid4

from tests import people
from tests.befriending import befriend, code_of
from tests.e2e.test_looks import runs_over, serious, settled
from tests.people import acting, student
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, friends, incentives, pairs
from vel_tutor.vocabulary import ConsentScope
from vt.browser import DESK, PHONE

OUT = "/tmp/friends_pics"


def test_pictures(enter, clean_world):
    os.makedirs(OUT, exist_ok=True)
    ada = student("Ada")
    a = acting(ada)
    empty = student("Eve")
    others = [
        student(n)
        for n in ["Bob", "Cleo", "Dan", "Maximiliana", "Finn", "Gia", "Hugo", "Ida", "Jon", "Kay"]
    ]
    for o in others[:9]:
        befriend(a, acting(o))
    zoe, yan = student("Zoe"), student("Yan")
    friends.ask(acting(zoe), code_of(a))
    friends.ask(a, code_of(acting(yan)))
    friends.ask(acting(others[9]), code_of(a))
    vic = student("Vic")
    friends.block(a, acting(vic).user_id)
    f = friends.page(a).friends
    pairs.propose(a, UUID(f[0].id))
    bobs = pairs.pairs(acting(others[0])).pairs[0]
    pairs.agree(acting(others[0]), UUID(bobs.id))
    pairs.propose(a, UUID(f[1].id))
    cl = next(x for x in friends.page(acting(others[2])).friends)
    pairs.propose(acting(others[2]), UUID(cl.id))
    with transaction() as tx:
        for p in (a, acting(others[0])):
            incentives.record_practice_day(tx, p.user_id, uuid4())
    code = code_of(acting(others[9])).replace("-", "")
    pat = people.parent("Pat")
    child = people.child("Lea", "pat.of.lea@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat.of.lea"), accounts.Browser(address="198.51.100.7")
    )
    from tests.state.test_friends import link_family

    link_family(pat, acting(child))
    accounts.switch(acting(pat), acting(child).user_id, ConsentScope.FRIENDS, on=True)
    friends.ask(acting(zoe), code_of(accounts.actor_of(acting(child).user_id)))
    problems = {}
    for size, sn in ((PHONE, "phone"), (DESK, "desk")):
        for theme in ("light", "dark"):
            crowd, lone, guest, mum, off = (
                enter(w, size=size, theme=theme) for w in (ada, empty, None, pat, child)
            )
            shots = [
                ("crowded", crowd, routes.FRIENDS),
                ("empty", lone, routes.FRIENDS),
                ("door-guest", guest, routes.friend_invited(code)),
                ("door-open", lone, routes.friend_invited(code)),
                ("door-closed", crowd, routes.friend_invited("ABCDEFGH")),
                ("family", mum, routes.family_child(acting(child).user_id)),
                ("door-asked", crowd, routes.friend_invited(code_of(acting(yan)).replace("-", ""))),
            ]
            for name, who, path in shots:
                page = settled(who.go(path))
                page.wait_for_timeout(300)
                page.screenshot(path=f"{OUT}/{name}-{sn}-{theme}.png", full_page=True)
                bad = serious(page)
                if bad or runs_over(page):
                    problems[f"{name}-{sn}-{theme}"] = bad or "runs over"
            page = settled(crowd.go(routes.FRIENDS))
            page.get_by_role("button", name="More about Bob").click()
            page.get_by_role("dialog").wait_for()
            page.wait_for_timeout(300)
            page.screenshot(path=f"{OUT}/menu-{sn}-{theme}.png")
            if serious(page):
                problems[f"menu-{sn}-{theme}"] = serious(page)
            page.get_by_role("button", name="Report").click()
            page.wait_for_timeout(300)
            page.screenshot(path=f"{OUT}/report-{sn}-{theme}.png")
            page.keyboard.press("Escape")
            page.get_by_role("button", name="Share my code").click()
            page.get_by_role("button", name="QR code").click()
            page.wait_for_timeout(500)
            page.screenshot(path=f"{OUT}/share-{sn}-{theme}.png")
            if serious(page):
                problems[f"share-{sn}-{theme}"] = serious(page)
            for s in (crowd, lone, guest, mum, off):
                s.context.close()
    narrow = enter(ada, size={"width": 320, "height": 640})
    if runs_over(settled(narrow.go(routes.FRIENDS))):
        problems["narrow"] = "over"
    print(problems)
    assert problems == {}
