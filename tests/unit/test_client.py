"""Where a request comes from, whatever it claims."""

import pytest
from starlette.requests import Request

from vel_tutor.core.settings import settings
from vel_tutor.web import client


def request(peer="203.0.113.5", **headers):
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": raw, "client": (peer, 4711)})


def hops(monkeypatch, number):
    monkeypatch.setattr(settings(), "trusted_proxy_hops", number)


def test_without_proxies_only_the_peer_counts(monkeypatch):
    hops(monkeypatch, 0)

    assert client.client_ip(request(x_forwarded_for="1.2.3.4")) == "203.0.113.5"


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (2, "1.2.3.4", "203.0.113.5"),
        (1, "", "203.0.113.5"),
    ],
)
def test_behind_proxies_what_the_client_wrote_does_not_count(monkeypatch, proxies, told, address):
    hops(monkeypatch, proxies)

    assert client.client_ip(request(x_forwarded_for=told)) == address


@pytest.mark.parametrize(
    ("peer", "address"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("testclient", "testclient"),
    ],
)
def test_a_household_is_one_address(monkeypatch, peer, address):
    hops(monkeypatch, 0)

    assert client.client_ip(request(peer)) == address


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0 Safari/537.36", "Chrome on Chromebook"),
        ("curl/8", "A browser"),
    ],
)
def test_a_device_is_told_in_words(agent, words):
    assert client.device(request(user_agent=agent)) == words
