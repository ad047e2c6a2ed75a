"""Every path: patterns for pages, functions for links."""

HOME = "/"
SIGN_UP = "/sign-up"
SIGN_UP_ACCOUNT = "/sign-up/account"
CONSENT = "/sign-up/parent/[token]"
CONSENT_DONE = "/sign-up/parent-answer"
REVOCATION = "/sign-up/parent-stop/[token]"
WAITING = "/waiting"
SIGN_IN = "/sign-in"
RESET_ASK = "/new-password"
RESET = "/new-password/[token]"
SETTINGS = "/settings"
MAILBOX = "/dev/mailbox"
NOT_FOUND = "/404"
EXPIRED = "/link-over"

PRACTICE = "/practice"
PRACTICE_SESSION = "/practice/[session]"
PRACTICE_RESULTS = "/practice/[session]/results"
CHALLENGE = "/challenge/[token]"
CHALLENGES = "/challenges"

SESSION = "/session"
SHORT_LINK = "/s/{code}"


def practice_session(session_id: object) -> str:
    return f"/practice/{session_id}"


def practice_results(session_id: object) -> str:
    return f"/practice/{session_id}/results"


def challenge(token: str) -> str:
    return f"/challenge/{token}"


def short_link(code: str) -> str:
    return f"/s/{code}"


def consent(token: str) -> str:
    return f"/sign-up/parent/{token}"


def revocation(token: str) -> str:
    return f"/sign-up/parent-stop/{token}"


def reset(token: str) -> str:
    return f"/new-password/{token}"
