"""What each switch shows to whom, in words; pure, so that what was read can be hashed and kept."""

import hashlib
from dataclasses import dataclass

from vel_tutor.vocabulary import ConsentScope

VERSION = "2026-11"
"""Of the sentences below; a change needs a new one (safety: old consents lapse)."""


@dataclass(frozen=True)
class ScopeWords:
    """One switch on the page."""

    title: str
    words: str
    """What becomes possible, and who sees it."""


WORDS: dict[ConsentScope, ScopeWords] = {
    ConsentScope.INVITING: ScopeWords(
        "Inviting friends",
        "Offers to challenge and invite friends by a link. Whoever gets the link sees a subject "
        "and a score, never a name.",
    ),
    ConsentScope.PRESENCE: ScopeWords(
        "Being counted and ranked",
        "Counts among those who practise now, and stands on boards under two made-up words. Other "
        "students see these words and the points.",
    ),
    ConsentScope.FRIENDS: ScopeWords(
        "Friends and practising together",
        "Can have friends here and work through the same questions with one of them. Friends see "
        "the made-up name and the progress. There is no chat.",
    ),
    ConsentScope.CARDS: ScopeWords(
        "First name on pictures",
        "Pictures of a result may carry the first name. Everybody who is shown such a picture sees "
        "it; never a last name, a photo or a school.",
    ),
    ConsentScope.FEED: ScopeWords(
        "Activity feed",
        "Milestones appear in the feed under the made-up name. Friends and students of the same "
        "grade see them.",
    ),
    ConsentScope.NOTICES: ScopeWords(
        "Reminders and news",
        "Reminders of a streak and news of friends, in the app, as push and by mail. Nobody else "
        "sees them, and nights and school hours stay quiet.",
    ),
    ConsentScope.AI: ScopeWords(
        "Advice worded by AI",
        "A language model may put advice into words, from figures without a name. The company that "
        "runs the model sees these figures.",
    ),
    ConsentScope.RECORDING: ScopeWords(
        "Recorded lessons",
        "A lesson with a tutor may be recorded and written down if everybody in it agrees each "
        "time. The tutor and the family see the summary; the sound is deleted within a day.",
    ),
    ConsentScope.REEL: ScopeWords(
        "Progress reel",
        "A short film of figures and captions, without voice or face, made for showing to others. "
        "A parent approves each one before anybody sees it.",
    ),
}


def notice_hash(scope: ConsentScope) -> str:
    """SHA-256 of what the switch says now, kept with each press of it."""
    said = WORDS[scope]
    return hashlib.sha256(f"{said.title}\n{said.words}".encode()).hexdigest()
