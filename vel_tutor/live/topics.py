"""Names of what one may watch: a kind and an id.

`session:` and `person:` are listened to by the house itself: when one of them speaks, every socket
of that sign-in or person is closed, and comes back as whoever it is by then. All others are
watched by screens.
"""

from uuid import UUID

SESSION = "session"
PERSON = "person"


def session(session_id: UUID) -> str:
    """Speaks when this sign-in is over."""
    return f"{SESSION}:{session_id}"


def person(user_id: UUID) -> str:
    """Speaks when this person may do more or less than before."""
    return f"{PERSON}:{user_id}"


def student(user_id: UUID) -> str:
    """News for one learner: rewards, finished practice, friends who answered."""
    return f"student:{user_id}"


def prompts(user_id: UUID) -> str:
    """What one person is asked to share, and that they have answered."""
    return f"prompts:{user_id}"


def badges(user_id: UUID) -> str:
    """Badges somebody has just earned."""
    return f"badges:{user_id}"


def notices(user_id: UUID) -> str:
    """Something new to read for one person."""
    return f"notices:{user_id}"


def attribution() -> str:
    """Steps of any invitation, for the staff that watches them."""
    return "attribution"


def child(child_id: UUID) -> str:
    """The account of a child that a parent waits for: it has been opened."""
    return f"child:{child_id}"


def classes() -> str:
    """Classes that are offered, filled or called off."""
    return "classes:all"


def k_factor() -> str:
    """Alarms of the K-factor, for the staff that looks after growth."""
    return "k-factor"


def challenge(challenge_id: UUID) -> str:
    """How one challenge is going: opened, being played, finished."""
    return f"challenge:{challenge_id}"


def rescue(room_id: UUID) -> str:
    """How the two in a room get on: come, answering, done, rewarded."""
    return f"rescue:{room_id}"


def room(room_id: UUID) -> str:
    """A room of many: who is there right now, who comes and goes, and what they reach together."""
    return f"room:{room_id}"


def cheers(room_id: UUID) -> str:
    """The signs that people in a room give each other."""
    return f"cheers:{room_id}"


def rally(kind: str) -> str:
    """The board of a subject and band has changed, be it of this week or the next."""
    return f"rally:{kind}"


def board(board_id: UUID) -> str:
    """Somebody has moved on one leaderboard."""
    return f"board:{board_id}"


def practising(kind: str) -> str:
    """Whoever practises for one kind of board right now; see `live.presence`."""
    return f"practising:{kind}"


def learning(where: str) -> str:
    """Whoever learns right now, in one subject or in `EVERYTHING`; see `live.presence`."""
    return f"learning:{where}"


EVERYTHING = "all"
"""Of `learning`: decks, cards and tests of all subjects."""


def doing(user_id: UUID) -> str:
    """Somebody began, left or turned away from what friends may know of."""
    return f"doing:{user_id}"


def deck(session_id: UUID) -> str:
    """How friends get on who practise one deck together: come, answering, wanted or not."""
    return f"deck:{session_id}"


def feed(owner_id: UUID) -> str:
    """Lines of the feed about one person, for them and their friends."""
    return f"feed:{owner_id}"


def feed_crowd(crowd: str) -> str:
    """Lines of the feed that may interest those of one age, grade and subject."""
    return f"feed-crowd:{crowd}"


def diagnostic(test_id: UUID) -> str:
    """How one adaptive test is going: scored, worded."""
    return f"diagnostic:{test_id}"


def family(user_id: UUID) -> str:
    """Who is linked to one parent or student, and who asks to be."""
    return f"family:{user_id}"


def friends(user_id: UUID) -> str:
    """Who is somebody's friend, who asks, and what their parents are asked about it."""
    return f"friends:{user_id}"


def review() -> str:
    """What waits for the staff to look at, and what they decide."""
    return "review"


def kind(topic: str) -> str:
    """The part before the id."""
    return topic.partition(":")[0]
