"""The one family of speakable errors.

A `Refusal` carries words fit for the person who meets it. Whatever is not a `Refusal` is our own
fault and shows as a general apology.
"""

from typing import ClassVar


class Refusal(Exception):
    """Something the app will not do, said so that the person knows what to do next."""

    words: ClassVar[str] = "That did not work. Please try again."
    code: ClassVar[str] = "refused"
    """A stable word for addresses and tests; never shown."""

    def __init__(self, words: str | None = None) -> None:
        super().__init__(words or self.words)


class SignInNeeded(Refusal):
    words = "Please sign in first."
    code = "sign_in_needed"


class NotAllowed(Refusal):
    words = "This is not open to your account."
    code = "not_allowed"


class ConsentNeeded(NotAllowed):
    words = "A parent or guardian has to say yes first."
    code = "consent_needed"


class NotFound(Refusal):
    """Missing and somebody else's are the same answer, so that ids cannot be probed."""

    words = "We could not find that."
    code = "not_found"


class Invalid(Refusal):
    words = "Something in there does not look right. Please check it."
    code = "invalid"


class Conflict(Refusal):
    words = "That was already done."
    code = "conflict"


class TooMany(Refusal):
    words = "That was a lot at once. Please wait a moment and try again."
    code = "too_many"


class Unavailable(Refusal):
    words = "A part of the app is not answering. Please try again in a minute."
    code = "unavailable"
