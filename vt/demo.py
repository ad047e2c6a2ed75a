"""The loops in real browsers, two people each: a challenge, a family brought, a streak rescued.

Runs the app on servers of its own, so that it can be played again and again; leaves a picture of
each step and prints the rows that prove it.
"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from itertools import count

import click
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import text

from vel_tutor.core.settings import settings
from vt import browser, journeys, journeys_parent, journeys_rescue, seed
from vt.checks import ROOT
from vt.problems import Problem
from vt.services import Services

PICTURES = ROOT / "out" / "demo"
OPEN_WITHIN_S = 300
CLOSED_WITHIN_S = 30
SETTLED_MS = 1200
"""By then a score has counted up to its end."""
MIA = journeys.Newcomer("Mia", "mia@example.org", "three kites up high")
KIM = journeys.Newcomer("Kim", "kim@example.org", "nine bees in a hive", (5, 14, 1984))
LEO = journeys.Newcomer("Leo", "leo@example.org", "four ducks on a pond")
PROOF = {
    "ledger": "SELECT u.first_name, l.currency, l.amount, l.reason FROM ledger_entry l "
    'JOIN "user" u ON u.id = l.user_id WHERE l.at >= :since ORDER BY l.at',
    "attribution": "SELECT kind, loop, invitee_key <> '' AS has_invitee, held, at "
    "FROM attribution_event WHERE at >= :since ORDER BY at",
    "notifications": "SELECT u.first_name, n.kind, n.path, n.at FROM notification n "
    'JOIN "user" u ON u.id = n.user_id WHERE n.at >= :since ORDER BY n.at',
    "passes": "SELECT u.first_name, l.amount, l.reason FROM ledger_entry l "
    "JOIN \"user\" u ON u.id = l.user_id WHERE l.currency = 'class_pass' ORDER BY l.at",
    "referral": "SELECT i.first_name AS invitee, r.first_name AS referrer, depth, match, held, "
    'paid_at FROM referral JOIN "user" i ON i.id = invitee_id JOIN "user" r ON r.id = referrer_id',
    "feed": "SELECT kind, at FROM feed_item WHERE at >= :since",
    "outbox": "SELECT kind, count(*) AS events, count(queued_at) AS carried FROM happening "
    "WHERE happened_at >= :since GROUP BY kind ORDER BY kind",
}


def play() -> None:
    """Play the demo from the first page to the last, and print what it left."""
    with Services.temporary() as services, app(services):
        began, since = time.monotonic(), _database_time()
        look = _camera()
        with browser.chromium() as chromium:
            for name, flow in FLOWS:
                click.echo(f"\n{name}")
                flow(chromium, look)
        click.echo(f"Played in {time.monotonic() - began:.0f} s. Pictures: {PICTURES}")
        for name, query in PROOF.items():
            _print_rows(name, query, since)


@contextlib.contextmanager
def app(services: Services) -> Generator[str]:
    """`vt up` on `services`, with the demo people in it; its address."""
    os.environ |= {"DATABASE_URL": services.database_url, "REDIS_URL": services.redis_url}
    settings.cache_clear()
    command = [sys.executable, "-m", "vt", "up"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr, start_new_session=True)
    try:
        _wait_until_open(process)
        yield settings().public_url
    finally:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=CLOSED_WITHIN_S)
        process.kill()
        process.wait()


def _wait_until_open(process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + OPEN_WITHIN_S
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{settings().public_url}/readyz", timeout=2).close()  # noqa: S310
            return
        time.sleep(0.3)
    raise Problem("The app did not open; see above.")


def _rescue(chromium: Browser, look: journeys.Look) -> None:
    """Flow 3: ada calls a friend before her streak is over, and both keep it."""
    address = settings().public_url
    ada, leo = (_phone(chromium) for _ in range(2))
    journeys.sign_in(ada, address, "ada@example.org", seed.PASSWORD)
    look(ada, "ada's day")
    link = journeys_rescue.call(ada, address, look)
    room = journeys_rescue.come(leo, link, look)
    journeys_rescue.go_in(ada, look)
    journeys_rescue.practise_together({True: ada, False: leo}, room, look=look)
    journeys_rescue.sign_up(leo, LEO, look)
    ada.context.close()
    leo.context.close()


def _challenge(chromium: Browser, look: journeys.Look) -> None:
    """Flow 1: ada challenges a friend, who plays, joins, and both win."""
    address = settings().public_url
    ada, mia = (_phone(chromium) for _ in range(2))
    journeys.sign_in(ada, address, "ada@example.org", seed.PASSWORD)
    journeys.practise(ada, address, wrong=1, look=look)
    link = journeys.challenge(ada, look)
    ada.get_by_role("link", name="See who plays").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Waiting for your friend")
    look(ada, "waiting")
    journeys.accept(mia, link, wrong=0, look=look)
    expect(ada.get_by_role("heading", level=1)).not_to_have_text("Waiting for your friend")
    look(ada, "ada sees it happen, without touching her phone")
    journeys.sign_up(mia, MIA, look)
    expect(mia.get_by_text(re.compile("shield", re.I)).first).to_be_visible()
    look(mia, "mia has joined")
    expect(ada.get_by_text(re.compile("shield", re.I)).first).to_be_visible()
    look(ada, "both have a shield")
    ada.context.close()
    mia.context.close()


def _family(chromium: Browser, look: journeys.Look) -> None:
    """Flow 2: pat shows ada's week, kim's family follows, and pat books a class with the pass."""
    address = settings().public_url
    pat, kim = (_phone(chromium) for _ in range(2))
    pat.add_locator_handler(pat.get_by_role("button", name="Not now"), _put_away)
    journeys_parent.write_letters(seed.NEW_YORK)
    journeys.sign_in(pat, address, "pat@example.org", seed.PASSWORD)
    journeys_parent.read_letter(pat, address, look)
    link = journeys_parent.invite(pat, look)
    journeys_parent.accept(kim, link, KIM, look)
    journeys_parent.add_child(kim, address, "Noa", KIM.password, look)
    test_id = journeys_parent.begin_test(kim, look)
    journeys_parent.see_passes(pat, address, "first test is still to come", look)
    journeys_parent.finish_test(seed.acting(KIM.first_name), test_id)
    expect(pat.get_by_text("Your class pass comes on")).to_be_visible()
    journeys_parent.let_the_week_pass()
    journeys_parent.see_passes(pat, address, "You got a class pass", look)
    journeys_parent.book_class(pat, address, look)
    pat.context.close()
    kim.context.close()


FLOWS = (
    ("Flow 3: streak rescue", _rescue),
    ("Flow 1: buddy challenge", _challenge),
    ("Flow 2: proud parent", _family),
)
"""The rescue comes first: once ada has practised today there is nothing to rescue."""


def _phone(chromium: Browser) -> Page:
    page = chromium.new_context(viewport=browser.PHONE, timezone_id=seed.NEW_YORK).new_page()
    page.set_default_timeout(30_000)
    return page


def _put_away(not_now: Locator) -> None:
    """What somebody does whom a prompt meets on their way to something else."""
    not_now.click()


def _camera() -> journeys.Look:
    """Takes numbered pictures and says what they show."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    numbers = count(1)

    def look(page: Page, shows: str) -> None:
        number = next(numbers)
        name = re.sub(r"[^a-z0-9]+", "-", shows.lower()).strip("-")
        page.wait_for_timeout(SETTLED_MS)
        page.screenshot(path=PICTURES / f"{number:02}-{name}.png")
        click.echo(f"{number:2}  {shows}")

    return look


def _database_time() -> object:
    from vel_tutor.core.db import engine

    with engine().connect() as connection:
        return connection.execute(text("SELECT now()")).scalar_one()


def _print_rows(name: str, query: str, since: object) -> None:
    from vel_tutor.core.db import engine

    with engine().connect() as connection:
        result = connection.execute(text(query), {"since": since})
        click.echo(f"\n{name}: {', '.join(result.keys())}")
        for row in result:
            click.echo("  " + "  ".join(str(value) for value in row))
