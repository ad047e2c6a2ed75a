"""Where a request comes from: one answer for limits, consent and the list of sign-ins."""

from starlette.requests import HTTPConnection

from vel_tutor.core.settings import settings
from vel_tutor.domain import safety

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def client_ip(request: HTTPConnection) -> str:
    """The network address of the browser, with IPv6 cut to its /64.

    Of `X-Forwarded-For` only as many entries count, from the right, as there are proxies of ours
    in front (`trusted_proxy_hops`): what stands left of them was written by the client.
    """
    return safety.network(
        _told_by_proxies(request) or (request.client.host if request.client else "")
    )


def device(request: HTTPConnection) -> str:
    """Browser and system in words, for their owner's list; `A browser` when it does not say."""
    agent = request.headers.get("user-agent", "")
    browser = _first(_BROWSERS, agent) or ("Safari" if "Safari" in agent else "A browser")
    system = _first(_SYSTEMS, agent)
    return f"{browser} on {system}" if system else browser


def _told_by_proxies(request: HTTPConnection) -> str:
    hops = settings().trusted_proxy_hops
    if hops == 0:
        return ""
    told = [
        entry.strip()
        for header in request.headers.getlist("x-forwarded-for")
        for entry in header.split(",")
    ]
    return told[-hops] if len(told) >= hops else ""


def _first(words: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((said for mark, said in words if mark in agent), "")
