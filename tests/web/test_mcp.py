"""AI clients outside ask the six by the SDK's own client, over HTTP, as far as their token goes."""

import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import httpx2
import pytest
import uvicorn
from click.testing import CliRunner
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from sqlmodel import select
from starlette.applications import Starlette

from tests.serving import free_port
from vel_tutor import routes
from vel_tutor.agents.brains import personalization, social_presence
from vel_tutor.agents.facts import Facts
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import advice, safety
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AgeBand, Agent, AuditAction, LoopKind, Role, Subject
from vel_tutor.web import advisers
from vel_tutor.web.app import behind_the_door, web_routes
from vt.cli import main

HERE = {"here": 7, "may_see": True, "subject": "math"}
QUESTIONS = {
    Agent.LOOP_ORCHESTRATOR: {
        "trigger": "practice_completed",
        "role": "student",
        "facts": {"subject": "math", "title": "Fractions", "percent": 85},
        "candidates": [{"loop": "buddy_challenge", "success": 0.2}],
    },
    Agent.PERSONALIZATION: {
        "loop": "buddy_challenge",
        "role": "student",
        "age_band": "teen",
        "facts": {"title": "Fractions", "percent": 85},
    },
    Agent.INCENTIVES_ECONOMY: {"loop": "proud_parent", "role": "parent", "age_band": "adult"},
    Agent.SOCIAL_PRESENCE: HERE,
    Agent.EXPERIMENTATION: {
        "experiment": "prompts.copy",
        "seed": "seed",
        "unit": "a",
        "arms": [{"name": "control", "weight": 0.5}, {"name": "treatment", "weight": 0.5}],
    },
    Agent.TRUST_SAFETY: {"undertaking": "invite", "age_band": "teen", "attempts_today": 25},
}


@contextlib.asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[None]:
    async with advisers.hatch.open():
        yield


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Our routes behind our door, at a real port."""
    app = behind_the_door(Starlette(routes=web_routes(), lifespan=lifespan))
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
        assert thread.is_alive()
    yield f"http://127.0.0.1:{port}{routes.MCP}"
    server.should_exit = True
    thread.join(10)


def token(*agents: Agent, days: float = 1) -> str:
    return advice.give_leave("a test", agents or tuple(Agent), timedelta(days=days)).token


@contextlib.asynccontextmanager
async def client(address: str, bearer: str, mode="auto") -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {bearer}"}
    async with (
        httpx2.AsyncClient(headers=headers) as http,
        Client(streamable_http_client(address, http_client=http), mode=mode) as asking,
    ):
        yield asking


def post(address: str, **how) -> httpx2.Response:
    call = {"name": "social_presence", "arguments": HERE}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    headers = {"Accept": "application/json, text/event-stream"} | how.pop("headers", {})
    return httpx2.post(address, json=message, headers=headers, **how)


def bearing(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def asked() -> list[str]:
    """Whom outsiders asked, as the audit log has it."""
    with reading() as tx:
        rows = tx.session.exec(
            select(AuditEntry).where(AuditEntry.action == AuditAction.ADVICE_ASKED)
        ).all()
    return [row.reason for row in rows]


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_all_six_are_listed_and_answer(address, mode):
    async with client(address, token(), mode) as asking:
        tools = (await asking.list_tools()).tools
        answers = {
            agent: await asking.call_tool(agent, question) for agent, question in QUESTIONS.items()
        }

    assert [tool.name for tool in tools] == list(Agent)
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
    assert [one.is_error for one in answers.values()] == [False] * 6
    said = {agent: one.structured_content for agent, one in answers.items()}
    assert said[Agent.LOOP_ORCHESTRATOR]["loop"] == "buddy_challenge"
    assert said[Agent.PERSONALIZATION]["template"] == "challenge_score"
    assert said[Agent.INCENTIVES_ECONOMY]["reward"] == "class_pass"
    assert said[Agent.EXPERIMENTATION]["variant"] == "control"
    assert said[Agent.TRUST_SAFETY]["rules"] == ["F5"]
    assert asked() == list(QUESTIONS)


async def test_outside_hears_what_the_house_hears(address):
    question = personalization.Question(
        loop=LoopKind.BUDDY_CHALLENGE,
        role=Role.STUDENT,
        age_band=AgeBand.TEEN,
        facts=Facts(title="Fractions", percent=85),
    )

    async with client(address, token()) as asking:
        answer = await asking.call_tool("personalization", QUESTIONS[Agent.PERSONALIZATION])

    here = personalization.advise(question)
    said = answer.structured_content
    assert (said["template"], said["reason"]) == (here.template, here.reason)
    assert tuple(said["channels"]) == here.channels


async def test_a_token_shows_and_opens_its_own_scope_only(address):
    async with client(address, token(Agent.SOCIAL_PRESENCE)) as asking:
        tools = (await asking.list_tools()).tools
        answer = await asking.call_tool("social_presence", HERE)

    assert [tool.name for tool in tools] == ["social_presence"]
    assert (
        answer.structured_content["words"]
        == social_presence.advise(
            social_presence.Question(here=7, may_see=True, subject=Subject.MATH)
        ).words
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"here": -1, "may_see": True},
        {"here": "many"},
        {},
        {"here": 7, "may_see": True, "write": "x"},
        {"here": 7, "friend": "x" * 201},
        {"here": 7, "subject": "alchemy"},
    ],
)
async def test_a_question_that_is_none_is_refused_in_words(address, wrong):
    async with client(address, token()) as asking:
        answer = await asking.call_tool("social_presence", wrong)

    assert answer.is_error
    assert "x" * 50 not in str(answer.content)


def test_without_a_token_nobody_is_heard(address):
    answer = post(address)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith('Bearer error="invalid_token"')


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Basic dnRt"},
        {"Authorization": "Bearer vtm_forged"},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer " + "x" * 5000},
    ],
)
def test_a_token_nobody_gave_opens_nothing(address, headers):
    assert post(address, headers=headers).status_code == 401


def test_a_token_is_over_at_its_time(address):
    with clock.stopped(clock.now() - timedelta(days=2)):
        old = token(days=1)

    assert post(address, headers=bearing(old)).status_code == 401


def test_a_token_that_was_withdrawn_opens_nothing_at_once(address):
    made = advice.give_leave("a test", Agent, timedelta(days=1))
    before = post(address, headers=bearing(made.token)).status_code
    advice.withdraw(made.leave.id)

    assert (before, post(address, headers=bearing(made.token)).status_code) == (200, 401)
    with pytest.raises(NotFound):
        advice.withdraw(made.leave.id)


def test_a_token_for_another_adviser_is_not_enough(address):
    answer = post(address, headers=bearing(token(Agent.TRUST_SAFETY)))

    assert answer.status_code == 403
    assert "insufficient_scope" in answer.headers["www-authenticate"]
    assert asked() == []


def test_nor_is_it_in_a_batch(address):
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "trust_safety"}}
    headers = {"Accept": "application/json, text/event-stream"}
    headers |= bearing(token(Agent.SOCIAL_PRESENCE))

    assert httpx2.post(address, json=[call], headers=headers).status_code == 403


def test_a_page_of_another_site_may_not_ask(address):
    headers = bearing(token()) | {"Origin": "https://evil.example"}

    assert post(address, headers=headers).status_code == 403


def test_who_asks_too_often_has_to_wait(address, monkeypatch):
    monkeypatch.setattr(safety, "ADVICE_TOKEN", safety.Limit("advice_token_test", 2, 60))
    headers = bearing(token())

    answers = [post(address, headers=headers) for _ in range(3)]

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[-1].headers["retry-after"] == "60"


def test_who_guesses_tokens_is_slowed_down(address, monkeypatch):
    monkeypatch.setattr(safety, "ADVICE_ADDRESS", safety.Limit("advice_address_test", 2, 60))

    codes = [post(address, headers=bearing(f"vtm_{number}")).status_code for number in range(3)]

    assert codes == [401, 401, 429]
    assert post(address, headers=bearing(token())).status_code == 200


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_there_is_nothing_to_get_or_delete(address, method):
    assert httpx2.request(method, address, headers=bearing(token())).status_code == 405


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[" * 30_000, b"\xff"])
def test_what_is_no_message_does_no_harm(address, body):
    headers = bearing(token()) | {"Content-Type": "application/json"}
    headers["Accept"] = "application/json, text/event-stream"

    assert httpx2.post(address, content=body, headers=headers).status_code == 400


def test_a_message_that_is_too_long_is_not_read(address):
    assert httpx2.post(address, content=b"x" * 70_000).status_code == 413


def test_no_secret_is_kept():
    made = advice.give_leave("a test", Agent, timedelta(days=1))

    assert made.token not in repr(made)
    assert made.token not in str(advice.leaves())
    assert advice.leaves()[0].scopes == tuple(Agent)


def test_a_token_is_made_listed_and_ended_by_command(clean_world):
    def vt(*words: str) -> str:
        done = CliRunner().invoke(main, ["mcp", *words])
        assert done.exit_code == 0, done.output
        return done.output

    made = dict(line.split(maxsplit=1) for line in vt("token", "--label", "Notebook").splitlines())
    listed = vt("tokens")

    assert advice.admit(made["token"], "") == frozenset(Agent)
    assert made["id"] in listed
    assert made["token"] not in listed
    assert vt("revoke", made["id"]) == "Notebook may no longer ask.\n"
    with pytest.raises(advice.NoLeave):
        advice.admit(made["token"], "")
