"""What arrives from a browser is anything at all until it has been read here."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from vel_tutor.core.errors import Invalid, NotFound

MOST_DIGITS = 9
MOST_WORDS = 2000
MOST_PARTS = 8


def whole(value: Any) -> int:
    """A whole number from 0, sent as a number or as digits.

    Raises:
        Invalid: it is anything else.
    """
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise Invalid
    return int(text)


def words(form: Any, name: str) -> str:
    """The field `name` of a sent form; nothing when it was left out.

    Raises:
        Invalid: the form is no form, or the field no text.
    """
    value = form.get(name, "") if isinstance(form, Mapping) else None
    if not isinstance(value, str) or len(value) > MOST_WORDS:
        raise Invalid
    return value


def given(form: Any) -> str:
    """An answer to a question: `answer` as sent, or `part_0`, `part_1` and so on with bars between.

    Raises:
        Invalid: the form is no form, or a field no text.
    """
    if not isinstance(form, Mapping) or "answer" in form:
        return words(form, "answer")
    sent = [words(form, name) for name in map("part_{}".format, range(MOST_PARTS)) if name in form]
    return "|".join(part.replace("|", " ") for part in sent)


def identity(value: Any) -> UUID:
    """The id of something.

    Raises:
        NotFound: no id at all, so nothing can have it.
    """
    try:
        return UUID(value)
    except (ValueError, TypeError, AttributeError):
        raise NotFound from None


def segment(path: str, number: int) -> str:
    """Part `number` (from 0) of an address path: part 1 of `/practice/x` is `x`."""
    parts = path.strip("/").split("/")
    return parts[number] if number < len(parts) else ""
