"""The six advisers for AI clients outside, by the official SDK: the same questions and answers.

A tool takes an adviser's question as its input and gives its answer, in the words and types the
house uses itself. Nothing can be written through it. Who may ask whom is decided before.
"""

import asyncio
from collections.abc import Mapping
from functools import cache
from typing import Any

import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from pydantic import TypeAdapter, ValidationError

from vel_tutor.agents.advisers import ADVISERS, MAY_ASK
from vel_tutor.vocabulary import Agent

INSTRUCTIONS = (
    "Six advisers of a learning app. Each tool takes one question and gives one answer with its "
    "reason. They only advise: nothing is stored, sent or changed, and no question may name a "
    "person."
)
TOO_LATE = "The adviser gave no answer in time."
_Context = ServerRequestContext[Any, Any]


def manager() -> StreamableHTTPSessionManager:
    """What serves requests while its `run()` lasts: no sessions, one answer for each request."""
    server: Server[Any] = Server(
        "vel_tutor-advisers",
        title="Advisers of vel_tutor",
        version="1",
        instructions=INSTRUCTIONS,
        on_list_tools=_tools,
        on_call_tool=_call,
    )
    return StreamableHTTPSessionManager(server, json_response=True, stateless=True)


@cache
def tool(agent: Agent) -> types.Tool:
    """An adviser as outsiders see it."""
    adviser = ADVISERS[agent]
    return types.Tool(
        name=agent,
        title=adviser.name,
        description=f"{adviser.does} Answers within {adviser.within_ms} ms.",
        input_schema=_asked(agent).json_schema() | {"additionalProperties": False},
        output_schema=_answers(agent).json_schema(mode="serialization"),
        annotations=types.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, open_world_hint=False
        ),
    )


async def _tools(context: _Context, _page: types.PaginatedRequestParams | None) -> Any:
    return types.ListToolsResult(tools=[tool(agent) for agent in Agent if agent in _may(context)])


async def _call(context: _Context, params: types.CallToolRequestParams) -> types.CallToolResult:
    if params.name not in _may(context):
        return _refused("There is no such adviser, or your token does not open it.")
    agent = Agent(params.name)
    try:
        question = _read(agent, params.arguments or {})
    except ValidationError as wrong:
        return _refused(_told(wrong))
    heard = await asyncio.to_thread(ADVISERS[agent].hear, question, None)
    if heard.answer is None:
        return _refused(TOO_LATE)
    answers = _answers(agent)
    return types.CallToolResult(
        content=[types.TextContent(text=answers.dump_json(heard.answer).decode())],
        structured_content=answers.dump_python(heard.answer, mode="json"),
    )


def _may(context: _Context) -> frozenset[Agent]:
    """Whom the sender of this request may ask; nobody, where nobody has said so."""
    return context.request.scope.get(MAY_ASK, frozenset()) if context.request else frozenset()


def _read(agent: Agent, arguments: Mapping[str, Any]) -> Any:
    """The adviser's question.

    Raises:
        ValidationError: it is none, or says more than one has to say.
    """
    question = _asked(agent).validate_python(arguments)
    unknown = sorted(set(arguments) - set(vars(question)))
    if unknown:
        raise ValidationError.from_exception_data(
            agent,
            [
                {"type": "unexpected_keyword_argument", "loc": (name[:40],), "input": None}
                for name in unknown[:5]
            ],
        )
    return question


def _told(wrong: ValidationError) -> str:
    """What is wrong with a question, without what it said."""
    told = (
        f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
        for one in wrong.errors(include_input=False, include_url=False, include_context=False)[:5]
    )
    return "; ".join(told)


def _refused(words: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=words)], is_error=True)


@cache
def _asked(agent: Agent) -> TypeAdapter[Any]:
    return TypeAdapter(ADVISERS[agent].asked)


@cache
def _answers(agent: Agent) -> TypeAdapter[Any]:
    return TypeAdapter(ADVISERS[agent].answers)
