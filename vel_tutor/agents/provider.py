"""The one door to a language model: an OpenAI-compatible server, asked for one shape of answer.

What goes out is a frozen question without anything about who asks. What comes back is data of a
given shape and nothing else; it never decides anything, and whoever asked judges it.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from vel_tutor.agents.desk import AgentDown
from vel_tutor.core.settings import settings

if TYPE_CHECKING:
    from openai import OpenAI

MOST_TOKENS = 700
Shape = TypeVar("Shape", bound=BaseModel)


def is_configured() -> bool:
    """Whether there is a model to ask."""
    return bool(settings().openai_api_key.get_secret_value())


def complete(instructions: str, data: str, shape: type[Shape], *, within_s: float) -> Shape:
    """What the model makes of `data`, as a `shape`.

    Args:
        instructions: our words; `data` is given apart from them, as material and not as orders.

    Raises:
        AgentDown: not configured, not reachable, too slow, or the answer has another shape.
    """
    if not is_configured():
        raise AgentDown("no model is configured")
    import openai

    try:
        answer = (
            _client()
            .with_options(timeout=within_s, max_retries=0)
            .chat.completions.parse(
                model=settings().openai_model,
                messages=[
                    {"role": "system", "content": instructions},
                    {"role": "user", "content": data},
                ],
                response_format=shape,
                max_completion_tokens=MOST_TOKENS,
                store=False,
            )
        )
        parsed = answer.choices[0].message.parsed
    except (openai.OpenAIError, ValidationError, ValueError, IndexError) as failure:
        raise AgentDown(type(failure).__name__) from failure
    if parsed is None:
        raise AgentDown("the model refused")
    return parsed


def get_ready() -> None:
    """Load what asking needs, if there is a model: it takes a second that no question has."""
    if is_configured():
        _client()


def hang_up() -> None:
    """Close the connections to the model; the next question opens new ones."""
    if _client_of.cache_info().currsize:
        _client().close()
        _client_of.cache_clear()


def _client() -> "OpenAI":
    """This process's client: its connections stay open between questions."""
    key = settings().openai_api_key.get_secret_value()
    return _client_of(key, settings().openai_base_url)


@lru_cache(maxsize=1)
def _client_of(key: str, base_url: str) -> "OpenAI":
    import openai  # takes a second, which only who asks should wait

    return openai.OpenAI(api_key=key, base_url=base_url or None)
