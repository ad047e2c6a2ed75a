"""Links: what they open, for how long, and what opens nothing."""

import random
import string
from datetime import timedelta

import pytest

from tests.attributing import link_from
from vel_tutor.core import clock
from vel_tutor.core.settings import settings
from vel_tutor.core.signing import Purpose, sign
from vel_tutor.domain import attribution


def test_a_link_opens_what_it_was_made_for(ada):
    link = link_from(ada.user_id)

    assert attribution.link_for(link.code) == link
    assert len(link.code) == 28


def test_a_hundred_thousand_altered_codes_open_nothing(ada, queries):
    code = link_from(ada.user_id).code
    signs = string.ascii_letters + string.digits + "-_.~%é\x00 "
    dice = random.Random(20)  # noqa: S311
    refused = 0

    with queries(at_most=0):
        for _ in range(100_000):
            place = dice.randrange(len(code))
            other = dice.choice(signs.replace(code[place], ""))
            refused += attribution.link_for(code[:place] + other + code[place + 1 :]) is None

    assert refused == 100_000


@pytest.mark.parametrize("code", ["", ".", "a.b", "é" * 30, "x" * 100_000, "\x00", "../../etc"])
def test_nonsense_opens_nothing(code):
    assert attribution.link_for(code) is None


def test_a_token_for_something_else_opens_nothing(ada):
    short_id = link_from(ada.user_id).code.split(".")[0]

    for purpose in set(Purpose) - {Purpose.LINK}:
        assert attribution.link_for(sign(purpose, short_id)) is None


def test_links_of_the_old_key_open_while_keys_are_changed(ada, monkeypatch):
    config = settings()
    old, new = "o" * 20 + "ld-key-of-last-year", "n" * 20 + "ew-key-of-this-year"
    use = lambda *keys: monkeypatch.setattr(  # noqa: E731
        config, "secret_keys", tuple(map(type(config.secret_keys[0]), keys))
    )
    use(old)
    before = link_from(ada.user_id)

    use(old, new)

    opened = attribution.link_for(before.code)
    assert opened is not None
    assert opened.code != before.code, "shown again, it carries the new key"
    use(new)
    assert attribution.link_for(before.code) is None
    assert attribution.link_for(opened.code) is not None


def test_the_database_says_when_a_link_is_over(ada):
    link = link_from(ada.user_id, days=0)

    assert attribution.link_for(link.code) is None


def test_no_web_process_keeps_a_link_alive_by_its_own_clock(ada):
    with clock.stopped(clock.now() + timedelta(days=400)):
        assert attribution.link_for(link_from(ada.user_id).code) is not None
