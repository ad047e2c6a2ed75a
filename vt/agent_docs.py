"""The page of docs/ about the six advisers, made from what they are asked and what they answer."""

import dataclasses
import enum
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin, get_type_hints

from vel_tutor.agents.advisers import ADVISERS, Adviser

_INTRO = """\
# Advisers

Six who may be asked for advice; made by `vt docs`, do not edit. Each is a pure function of a frozen
question. It cannot read or write anything: the context that asks decides what becomes of the
answer, and keeps it in the log that the staff reads at `/admin/decisions`.

Who only follows rules is asked on the spot. Where a model may take part it is asked first, in a
line of its own, and never about children; if it is late, down or crowded, our rules answer and say
so. Figures under load: `python -m bench.advisers --json`.

## From outside

The same six are tools of an MCP server at `/mcp` (streamable HTTP, no sessions), with the same
questions and answers. A bearer token says whom its program may ask:

```sh
vt mcp token --label "our notebook" --scope social_presence --scope trust_safety --days 30
vt mcp tokens       # whom, until when, last used
vt mcp revoke ID    # at once
```

```python
async with (
    httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as http,
    mcp.Client(streamable_http_client("https://.../mcp", http_client=http)) as client,
):
    await client.call_tool("social_presence", {"here": 7, "may_see": True})
```

Without a token, or with one that is over, the answer is 401; outside its scopes 403; after 120
questions a minute 429. Every question is in the audit log.
"""


def agents_page() -> str:
    """Every adviser: what it is for, how fast, what it is asked and what it answers."""
    lines = [_INTRO]
    for agent, adviser in ADVISERS.items():
        words = "our rules, or a model where one may" if adviser.model else "our rules"
        lines += [f"## {adviser.name}", "", adviser.does, ""]
        lines += [f"Tool and scope `{agent}`; within {adviser.within_ms} ms; by {words}.", ""]
        lines += [*_table("asked", adviser.asked), "", *_table("answers", adviser.answers), ""]
        lines += list(_parts(adviser))
    return "\n".join(lines).rstrip() + "\n"


def _parts(adviser: Adviser[Any, Any]) -> Iterator[str]:
    """The dataclasses that stand inside a question."""
    for hint in get_type_hints(adviser.asked).values():
        for part in _leaves(hint):
            if isinstance(part, type) and dataclasses.is_dataclass(part):
                yield from (*_table(part.__name__, part), "")


def _table(title: str, kind: type) -> Iterator[str]:
    hints = get_type_hints(kind, include_extras=False)
    yield f"| {title} | type | unless said |"
    yield "| --- | --- | --- |"
    for field in dataclasses.fields(kind):
        default = field.default
        unless = "always said" if default is dataclasses.MISSING else f"`{_plain(default)}`"
        yield f"| `{field.name}` | {_named(hints[field.name])} | {unless} |"


def _named(hint: Any) -> str:
    """A type in words."""
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join(
            "nothing" if one is type(None) else _named(one) for one in get_args(hint)
        )
    if get_origin(hint) is tuple:
        return f"list of {_named(get_args(hint)[0])}"
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        return ", ".join(f"`{one}`" for one in hint)
    return hint.__name__


def _leaves(hint: Any) -> Iterator[Any]:
    inner = get_args(hint)
    if not inner:
        yield hint
    for one in inner:
        yield from _leaves(one)


def _plain(default: object) -> str:
    return str(default.value) if isinstance(default, enum.Enum) else repr(default)
