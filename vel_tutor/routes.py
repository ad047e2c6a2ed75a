"""Every path: patterns for pages, functions for links."""

import re
from urllib.parse import urlencode

HOME = "/"
TODAY = "/today"
SIGN_UP = "/sign-up"
SIGN_UP_ACCOUNT = "/sign-up/account"
CONSENT = "/consent/[token]"
PARENT_INVITED = "/sign-up/parent/[token]"
PARENT_INVITED_SHELL = "/sign-up/parent/{token}"
NEW_CHILD = "/new-child"
PROUD = "/proud/[child]"
PASSES = "/passes"
CLASS_SAMPLE = "/class/sample/[subject]"
TUTOR_CLASSES = "/tutor/classes"
CONSENT_DONE = "/sign-up/parent-answer"
REVOCATION = "/sign-up/parent-stop/[token]"
WAITING = "/waiting"
SIGN_IN = "/sign-in"
RESET_ASK = "/new-password"
RESET = "/new-password/[token]"
SETTINGS = "/settings"
NOTIFICATIONS = "/notifications"
STREAK = "/streak"
XP = "/xp"
SHOP = "/shop"
BADGES = "/badges"
BADGE_TRY = "/badge/[badge]/try"
REF = "ref"
"""Where an address says by which link somebody came."""
FAMILY = "/family"
FAMILY_CHILD = "/family/[child]"
FAMILY_LINK = "/family-link/[token]"
NOT_YOURS = "/not-for-this-account"
MAILBOX = "/dev/mailbox"
NOT_FOUND = "/404"
EXPIRED = "/link-over"
PROBLEM = "/problem"

PRACTICE = "/practice"
PRACTICE_SESSION = "/practice/[session]"
PRACTICE_RESULTS = "/practice/[session]/results"
DIAGNOSTIC = "/diagnostic"
DIAGNOSTIC_TEST = "/diagnostic/[test]"
DIAGNOSTIC_RESULTS = "/diagnostic/[test]/results"
CARDS = "/cards"
CARD_DECK = "/cards/[deck]"
CARD_LIST = "/cards/[deck]/browse"
CHALLENGE = "/challenge/[token]"
LINK_SHELLS = ("/challenge/{token}", "/rally/{token}", "/rescue/{token}", "/badge/{badge}/try")
"""The pages behind links as plain routes, which put words for previews into their heads."""
ROOMS = "/rooms"
ROOM = "/rooms/[slug]"
RALLY = "/rally"
RALLY_QUIZ = "/rally/[token]"
LEADERBOARD_GLOBAL = "/leaderboard/global"
LEADERBOARD_WEEKLY = "/leaderboard/weekly"
LEADERBOARD_SUBJECT = "/leaderboard/subject/[subject]"
LEADERBOARD_COHORT = "/leaderboard/cohort/[cohort]"
LEAGUE = "/leaderboard/league"
CHALLENGES = "/challenges"
FEED = "/feed"
CHALLENGE_SENT = "/challenges/[challenge]"
RESCUE = "/rescue"
RESCUE_INVITED = "/rescue/[token]"
FRIENDS = "/friends"
FRIEND_INVITED = "/friends/add/[code]"
COPRACTICE = "/copractice/[room]"

COACH = "/tutor-chat"

ADMIN_BANK = "/admin/bank"
ADMIN_DECISIONS = "/admin/decisions"
STAFF_REVIEW = "/staff/review"
ATTRIBUTION = "/dashboard/attribution"
K_FACTOR = "/dashboard/k-factor"
K_FACTOR_CSV = "/exports/k-factor.csv"

SESSION = "/session"
AGE = "/session/age"
JOIN = "/session/sign-up"
ENTER = "/session/sign-in"
LEAVE = "/session/sign-out"
LEAVE_EVERYWHERE = "/session/sign-out-everywhere"
ASK_RESET = "/session/ask-new-password"
SET_PASSWORD = "/session/set-password"  # noqa: S105
CHANGE_PASSWORD = "/session/change-password"  # noqa: S105
GIVE_CONSENT = "/session/give-consent"
ADD_CHILD = "/session/new-child"
REVOKE_CONSENT = "/session/revoke-consent"
SHORT_LINK = "/s/{code}"
MCP = "/mcp"
LINK_QR = "/s/{code}/qr.svg"
CARD = "/cards/{card}.png"
BADGE_CREDENTIAL = "/badges/{badge}.jwt"
BADGE_STATUS = "/badges/status/{number}"
ISSUER = "/issuer"
ISSUER_KEYS = "/issuer/keys"
ACHIEVEMENT = "/achievements/{achievement}"
UNSUBSCRIBE = "/unsubscribe/{token}"


def k_factor(query: str) -> str:
    """The K-factor behind the filters of `query`."""
    return f"{K_FACTOR}?{query}"


def badge_sharing(row_id: object) -> str:
    """The collection, with the ways to share one badge open."""
    return f"{BADGES}?share={row_id}"


def badge_credential(row_id: object) -> str:
    """A badge as a signed file."""
    return f"/badges/{row_id}.jwt"


def badge_status(number: int) -> str:
    """Which of the credentials of one list no longer hold."""
    return f"/badges/status/{number}"


def achievement(badge: str, level: int) -> str:
    """What a level of a badge stands for."""
    return f"/achievements/{badge}-{level}"


def badge_try(badge: object, code: str) -> str:
    """The page behind the link of a badge: what it takes, to be tried at once."""
    return f"/badge/{badge}/try?{urlencode({REF: code})}"


def practice_choice(subject: str, grade: int, skill: str) -> str:
    return f"{PRACTICE}?subject={subject}&grade={grade}&skill={skill}"


def practice_shelf(subject: object, grade: object) -> str:
    return f"{PRACTICE}?subject={subject}&grade={grade}"


def practice_session(session_id: object) -> str:
    return f"/practice/{session_id}"


def practice_results(session_id: object) -> str:
    return f"/practice/{session_id}/results"


def coach(skill: object) -> str:
    """The tutor, asked about a skill."""
    return f"{COACH}?skill={skill}"


def coach_question(session_id: object, number: object) -> str:
    """The tutor, asked about question `number` (from 1) of a finished deck."""
    return f"{COACH}?session={session_id}&question={number}"


def sharing(results: str, skill: str = "") -> str:
    """A page of results with its ways to share open: of the result, or of `skill` to practise."""
    return f"{results}?share=together&skill={skill}" if skill else f"{results}?share=result"


def diagnostic_choice(subject: str) -> str:
    return f"{DIAGNOSTIC}?subject={subject}"


def diagnostic_test(test_id: object) -> str:
    return f"/diagnostic/{test_id}"


def diagnostic_results(test_id: object) -> str:
    return f"/diagnostic/{test_id}/results"


def card_deck(slug: object) -> str:
    return f"/cards/{slug}"


def card_list(slug: object) -> str:
    return f"/cards/{slug}/browse"


def admin_bank(
    *, subject: str = "", grade: str = "", find: str = "", flagged: str = "", after: str = ""
) -> str:
    """The item bank behind these filters; `&family=` and an id lead on to one family of it."""
    filters = {"subject": subject, "grade": grade, "find": find, "flagged": flagged}
    return f"{ADMIN_BANK}?{urlencode(filters | {'after': after})}"


def attribution(*, loop: str = "", days: str = "", link: str = "", after: str = "") -> str:
    """The stream of invitations behind these filters."""
    filters = {"loop": loop, "days": days, "link": link, "after": after}
    return f"{ATTRIBUTION}?{urlencode(filters)}"


def admin_decisions(*, agent: str = "", answer: str = "", lapses: str = "", after: str = "") -> str:
    """The log of advice behind these filters."""
    filters = {"agent": agent, "answer": answer, "lapses": lapses, "after": after}
    return f"{ADMIN_DECISIONS}?{urlencode(filters)}"


def staff_review(*, tab: str = "", kind: str = "", after: str = "") -> str:
    """What waits for the staff to decide, or was decided, behind these filters."""
    filters = {"tab": tab, "kind": kind, "after": after}
    return f"{STAFF_REVIEW}?{urlencode(filters)}"


def challenge(token: str) -> str:
    return f"/challenge/{token}"


def rally(subject: object) -> str:
    return f"{RALLY}?subject={subject}"


def rally_quiz(token: str) -> str:
    return f"{RALLY}/{token}"


def leaderboard_subject(subject: object) -> str:
    return f"/leaderboard/subject/{subject}"


def leaderboard_cohort(cohort_id: object) -> str:
    return f"/leaderboard/cohort/{cohort_id}"


def room(slug: object) -> str:
    return f"/rooms/{slug}"


def challenge_sent(challenge_id: object) -> str:
    return f"/challenges/{challenge_id}"


def rescue_invited(token: str) -> str:
    return f"/rescue/{token}"


def friend_invited(code: object) -> str:
    return f"/friends/add/{code}"


def copractice(room_id: object) -> str:
    return f"/copractice/{room_id}"


def short_link(code: str) -> str:
    return f"/s/{code}"


def unsubscribe(token: str) -> str:
    return f"/unsubscribe/{token}"


def link_qr(code: str) -> str:
    return f"/s/{code}/qr.svg"


def card(card_id: object) -> str:
    return f"/cards/{card_id}.png"


def consent(token: str) -> str:
    return f"/consent/{token}"


def parent_invited(token: str) -> str:
    return f"/sign-up/parent/{token}"


def proud(child_id: object) -> str:
    return f"/proud/{child_id}"


def class_sample(subject: object) -> str:
    return f"/class/sample/{subject}"


def revocation(token: str) -> str:
    return f"/sign-up/parent-stop/{token}"


def family_child(child_id: object) -> str:
    return f"/family/{child_id}"


def family_link(token: str) -> str:
    return f"/family-link/{token}"


def reset(token: str) -> str:
    return f"/new-password/{token}"


def sign_in(onward: str) -> str:
    """The way in, and from there on to the page at `onward`."""
    path = local(onward.rstrip("/"))
    return SIGN_IN if path == HOME else f"{SIGN_IN}?next={path}"


def local(path: str) -> str:
    """`path` if it leads to a page of this app, else the first page: never to another site."""
    plain = path.startswith("/") and not path.startswith(("//", "/session"))
    return path if plain and _SAFE_PATH.fullmatch(path) else HOME


_SAFE_PATH = re.compile(r"/[A-Za-z0-9/_.~-]{0,300}(\?[A-Za-z0-9/_.~=&-]{0,300})?")
"""No backslash, colon, at-sign, control character or percent sign: nothing to read two ways."""
