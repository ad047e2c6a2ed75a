"""What a link of ours does before any page is drawn: previews, redirects, cards and QR codes.

A request is never a click: programs ask too, and browsers ahead of time. A click is counted when
the page behind the link has come alive (see `attribution.clicked`).
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from html import escape
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.settings import ATTRIBUTION_COOKIE, DEVICE_COOKIE, VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, sign, verify
from vel_tutor.domain import accounts, attribution, loops
from vel_tutor.domain.attribution import Visit
from vel_tutor.domain.loops import PreviewView
from vel_tutor.media import qr, share_card
from vel_tutor.web import client, cookies
from vel_tutor.web.forms import see
from vel_tutor.web.headers import BUILT_PAGES

KEPT = timedelta(days=30)
"""How long a browser remembers who it is and which invitation came first."""
UNTITLED = "An invitation to vel_tutor"
_PRIVATE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
_GONE_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"/>'
    f'<meta http-equiv="refresh" content="0; url={routes.EXPIRED}"/>'
    "<title>This link is closed - vel_tutor</title></head>"
    f'<body><p><a href="{routes.EXPIRED}">This link is closed.</a></p></body></html>'
)
"""For programs the link is gone, whatever the reason; people go on to the page that says so."""


@dataclass(frozen=True)
class Arrival:
    """One browser at one link."""

    visitor_id: str
    first_link: str
    """The invitation to remember; empty when there was one before."""
    is_sender: bool


async def follow(request: Request) -> Response:
    """A short link: people go on to a clean address, crawlers get what a preview may show."""
    code = request.path_params["code"]
    seen = await run_in_threadpool(loops.preview, code)
    if seen is None:
        return HTMLResponse(_GONE_PAGE, status_code=410, headers=_PRIVATE)
    if attribution.is_crawler(request.headers.get("user-agent", "")):
        await _hit(request, code, visitor_id="")
        return HTMLResponse(_preview_page(seen), headers=_PRIVATE)
    arrival = await run_in_threadpool(_arrive, request, code, seen)
    if arrival.is_sender:
        return see(seen.sender_path)
    await _hit(request, code, arrival.visitor_id)
    response = see(seen.path)
    response.headers.update(_PRIVATE)
    return _remember(request, response, arrival)


async def shell_page(request: Request) -> Response:
    """The page behind the link: the app's shell, with words for previews in its head."""
    code = request.path_params.get("token") or request.query_params.get(routes.REF, "")
    seen = await run_in_threadpool(loops.preview, code)
    shell = _shell().replace("<head>", f"<head>{_tags(seen)}", 1)
    status = 410 if seen is None else 200
    response = HTMLResponse(shell, status_code=status, headers={"X-Robots-Tag": "noindex"})
    if request.method == "HEAD" or attribution.is_crawler(request.headers.get("user-agent", "")):
        return response
    return _remember(request, response, await run_in_threadpool(_arrive, request, code, seen))


async def card(request: Request) -> Response:
    """A share card: of an open challenge for everybody, of a finished session for its owner."""
    try:
        card_id = UUID(request.path_params["card"])
    except ValueError:
        return Response(status_code=404)
    actor = await run_in_threadpool(_actor, request)
    draw = await run_in_threadpool(loops.picture, card_id, actor)
    if draw is None:
        return Response(status_code=404)
    png = await run_in_threadpool(draw)
    return Response(png, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})


async def qr_code(request: Request) -> Response:
    """The link as a QR code, for somebody across the table."""
    address = await run_in_threadpool(loops.link_address, request.path_params["code"])
    if not address:
        return Response(status_code=404)
    return Response(
        qr.svg(address),
        media_type="image/svg+xml",
        headers={"Cache-Control": "private, max-age=600", **_PRIVATE},
    )


def web_routes() -> list[Route]:
    """Open to everyone; a HEAD changes nothing."""
    return [
        Route(routes.SHORT_LINK, follow),
        Route(routes.LINK_QR, qr_code),
        *(Route(path, shell_page) for path in routes.LINK_SHELLS),
        Route(routes.CARD, card),
    ]


def _actor(request: Request) -> Actor | None:
    return accounts.actor_for(request.cookies.get(settings().session_cookie, ""))


def _arrive(request: Request, code: str, seen: PreviewView | None) -> Arrival:
    """Who this browser is: the visitor it was, or a new one."""
    carried = verify(Purpose.VISITOR, request.cookies.get(VISITOR_COOKIE, "")) or ""
    first = verify(Purpose.ATTRIBUTION, request.cookies.get(ATTRIBUTION_COOKIE, "")) or ""
    visitor_id = carried if request.method == "HEAD" else attribution.visitor_for(carried)
    actor = _actor(request)
    if request.method != "HEAD":
        owner = accounts.device_owner(request.cookies.get(DEVICE_COOKIE, ""))
        for member in filter(None, {actor.user_id if actor else None, owner}):
            attribution.seen_together(visitor_id, member)
    is_sender = seen is not None and actor is not None and str(actor.user_id) == seen.sender_id
    is_first = seen is not None and not first and not is_sender
    return Arrival(visitor_id, seen.link_id if seen and is_first else "", is_sender)


async def _hit(request: Request, code: str, visitor_id: str) -> None:
    """Note the request; its words about where it came from count only if they are ours."""
    if request.method == "HEAD":
        return
    said = request.query_params
    channel = attribution.travelled_by(
        said.get("utm_source", ""), said.get("utm_medium", ""), said.get("utm_campaign", "")
    )
    visit = Visit(visitor_id=visitor_id, channel=channel, origin_hash=_origin(request))
    await run_in_threadpool(attribution.open_link, code, visit)


def _origin(request: Request) -> str:
    return accounts.origin_hash(client.client_ip(request), client.device(request))


def _remember(request: Request, response: Response, arrival: Arrival) -> Response:
    """Let the browser carry what it should know; a HEAD leaves it as it was."""
    if request.method == "HEAD":
        return response
    cookies.keep(response, VISITOR_COOKIE, sign(Purpose.VISITOR, arrival.visitor_id), KEPT)
    if arrival.first_link:
        signed = sign(Purpose.ATTRIBUTION, arrival.first_link)
        cookies.keep(response, ATTRIBUTION_COOKIE, signed, KEPT)
    return response


@cache
def _shell() -> str:
    """The built app without a page in it."""
    return (BUILT_PAGES / "__spa-fallback.html").read_text(encoding="utf-8")


def _tags(seen: PreviewView | None) -> str:
    """Title and Open Graph tags: a score and a skill, never a person."""
    if seen is None:
        return f'<title>{UNTITLED}</title><meta name="robots" content="noindex"/>'
    title, words = escape(seen.headline), escape(seen.description)
    picture = escape(settings().public_url + seen.card)
    width, height = share_card.SIZE_PX
    return (
        f"<title>{title}</title>"
        '<meta name="robots" content="noindex"/>'
        f'<meta name="description" content="{words}"/>'
        '<meta property="og:type" content="website"/>'
        '<meta property="og:site_name" content="vel_tutor"/>'
        f'<meta property="og:title" content="{title}"/>'
        f'<meta property="og:description" content="{words}"/>'
        f'<meta property="og:image" content="{picture}"/>'
        f'<meta property="og:image:width" content="{width}"/>'
        f'<meta property="og:image:height" content="{height}"/>'
        f'<meta property="og:image:alt" content="{title}"/>'
        '<meta name="twitter:card" content="summary_large_image"/>'
    )


def _preview_page(seen: PreviewView) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"/>{_tags(seen)}</head>'
        f"<body><p>{escape(seen.headline)}</p></body></html>"
    )
