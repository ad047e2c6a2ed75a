"""Doors Reflex may open by itself, which nobody here needs."""

import httpx
import pytest

from tests.serving import Server


@pytest.mark.parametrize("path", ["/_upload", "/_upload/x", "/_all_routes", "/admin", "/_event"])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_door_nobody_needs_is_shut(server: Server, path, method):
    async with httpx.AsyncClient(base_url=server.url) as http:
        answer = await http.request(method, path, follow_redirects=True)

    assert answer.status_code in {400, 404, 405}


async def test_another_site_may_not_read_what_we_answer(server: Server):
    async with httpx.AsyncClient(base_url=server.url) as http:
        answer = await http.get("/healthz", headers={"Origin": "https://evil.example"})

    assert "access-control-allow-origin" not in answer.headers


async def test_sockets_are_not_to_be_had_by_polling(server: Server):
    async with httpx.AsyncClient(base_url=server.url) as http:
        answer = await http.get("/_event/?EIO=4&transport=polling", headers={"Origin": server.url})

    assert answer.status_code == 400
