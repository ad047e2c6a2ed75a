"""Pages come out in their reader's colours, and nobody else's."""

from uuid import uuid4

import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tests import people
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives, shop
from vel_tutor.vocabulary import XpReason
from vel_tutor.web.colours import Colours

PAGE = "<!DOCTYPE html><html lang=en><body>Hello</body></html>"


async def _page(request):
    headers = {"ETag": "one", "Last-Modified": "today"}
    if "if-none-match" in request.headers:
        return HTMLResponse(status_code=304, headers=headers)
    return HTMLResponse(PAGE, headers=headers)


async def _stream(request):
    return StreamingResponse((part for part in (PAGE[:20], PAGE[20:])), media_type="text/html")


async def _file(request):
    return FileResponse(request.app.state.file, media_type="text/html")


async def _data(request):
    return JSONResponse({"words": "<html"})


def _sends_files_by_path(app):
    """A server that sends a file itself when it is only told where it lies, as ours does."""

    async def serve(scope, receive, send):
        await app({**scope, "extensions": {"http.response.pathsend": {}}}, receive, send)

    return serve


@pytest.fixture
def site(clean_world, tmp_path):
    handlers = {"/page": _page, "/stream": _stream, "/file": _file, "/data": _data}
    app = Starlette(routes=[Route(path, handler) for path, handler in handlers.items()])
    app.state.file = tmp_path / "page.html"
    app.state.file.write_text(PAGE)
    return TestClient(_sends_files_by_path(Colours(app)), headers={"Accept": "text/html"})


@pytest.fixture
def wearing(site):
    """ada, signed in on this site, with the lagoon on."""
    signed_in = people.student("Ada")
    ada = people.acting(signed_in)
    with transaction() as tx:
        incentives.award_xp(tx, ada.user_id, 200, XpReason.PRACTICE_COMPLETED, uuid4())
    shop.redeem(ada, "theme-lagoon", uuid4())
    shop.wear(ada, "lagoon")
    site.cookies.set("vt_session", signed_in.token)
    return site


@pytest.mark.parametrize("path", ["/page", "/stream", "/file"])
def test_a_page_wears_its_readers_colours_before_it_is_drawn(wearing, path):
    answer = wearing.get(path)

    assert answer.text == PAGE.replace("<html", '<html data-theme="lagoon"')


def test_a_page_in_somebodys_colours_is_kept_by_no_cache(wearing):
    answer = wearing.get("/page", headers={"If-None-Match": "one"})

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_strangers_and_whoever_wears_everybodys_colours_get_the_page_as_it_is(site):
    stranger = site.get("/page")
    site.cookies.set("vt_session", people.student("Bob").token)
    plain = site.get("/page")

    assert (stranger.text, plain.text) == (PAGE, PAGE)
    assert plain.headers["etag"] == "one"


def test_what_is_no_page_is_left_alone(wearing):
    assert wearing.get("/data").json() == {"words": "<html"}
