"""Words about learning: subjects, questions, tests, cards, and the tutor."""

from enum import StrEnum


class Subject(StrEnum):
    MATH = "math"
    READING = "reading"
    SCIENCE = "science"


class ItemFormat(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    NUMERIC = "numeric"
    FRACTION = "fraction"
    EXPRESSION = "expression"
    MULTI = "multi"
    ORDER = "order"
    MATCH = "match"
    TABLE = "table"
    CLOZE = "cloze"


class Retirement(StrEnum):
    """Why tests no longer draw a question, or any of its family."""

    WORN = "worn"
    """Shown so often that word of it may have got round."""
    GONE = "gone"
    """Its family has left the content, or makes another question of the same seed now."""
    STAFF = "staff"


class Misgiving(StrEnum):
    """Why somebody on the staff takes a family of questions out."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    UNFAIR = "unfair"
    MISFIT = "misfit"
    LEAKED = "leaked"


class Pace(StrEnum):
    """How much time a test gives."""

    STANDARD = "standard"
    EXTENDED = "extended"
    DOUBLE = "double"
    UNTIMED = "untimed"


class SittingStage(StrEnum):
    """What the page of a test shows."""

    INTRO = "intro"
    """Before a part begins."""
    ASKING = "asking"
    PAUSED = "paused"
    RESTING = "resting"
    """Answers came too fast; a break is offered."""
    SHORT = "short"
    """Time ran out on every part, with too few answers to say anything."""
    READY = "ready"
    """All asked; to be handed in."""
    ANALYSING = "analysing"
    DONE = "done"


class Knowledge(StrEnum):
    """How we know how well a skill goes."""

    MEASURED = "measured"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Mastery(StrEnum):
    """How well a skill is known, by the evidence of the answers; the lowest first."""

    UNKNOWN = "unknown"
    STARTED = "started"
    FAMILIAR = "familiar"
    PROFICIENT = "proficient"
    MASTERED = "mastered"


class StopReason(StrEnum):
    """Why an adaptive test is over."""

    PRECISE = "precise"
    FULL_LENGTH = "full_length"
    NOTHING_LEFT = "nothing_left"


class Undertaking(StrEnum):
    """What somebody is about to do that trust and safety has a say in."""

    PROMPT = "prompt"
    INVITE = "invite"
    CO_PRACTICE = "co_practice"
    REWARD = "reward"


class DeckKind(StrEnum):
    """Where the cards of a deck come from."""

    TERMS = "terms"
    GAPS = "gaps"
    OWN = "own"


class CardSource(StrEnum):
    """What a flashcard is made of."""

    TERM = "term"
    QUESTION = "question"
    SLIP = "slip"
    OWN = "own"


class CardStage(StrEnum):
    """Where a flashcard is in the scheduler; a new card is one in learning without reviews."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class CoachStage(StrEnum):
    """Where a conversation with the tutor stands."""

    PROBLEM = "problem"
    CHECK = "check"
    """A last question of the same kind, to see whether it sticks."""
    EXAMPLE = "example"
    """A question like it is worked out step by step, while the learner's own waits."""
    SOLVED = "solved"
    """The question on show has been solved, or its solution shown."""


class CoachMove(StrEnum):
    """What a learner can say to the tutor."""

    ANSWER = "answer"
    STUCK = "stuck"
    WHY = "why"
    EXAMPLE = "example"
    EASIER = "easier"
    NEXT = "next"
    SAY = "say"
    """Words of their own; only where a model may answer."""
    END = "end"


class CoachTurn(StrEnum):
    """What one turn of a conversation with the tutor is."""

    LEARNER = "learner"
    POSE = "pose"
    RECALL = "recall"
    """The slip that led here, named."""
    UNREAD = "unread"
    """What was sent could not be read as an answer; it did not count."""
    RIGHT = "right"
    SLIP = "slip"
    MISS = "miss"
    """Wrong, without a name for it, or with one that would tell the answer."""
    HINT = "hint"
    WHY = "why"
    WHY_RIGHT = "why_right"
    EXAMPLE = "example"
    STEP = "step"
    FILL = "fill"
    """The step is the learner's to work out."""
    FILLED = "filled"
    UNFILLED = "unfilled"
    BACK = "back"
    """The example is over: back to the learner's own question."""
    NO_EXAMPLE = "no_example"
    EASIER = "easier"
    NO_EASIER = "no_easier"
    CHECK = "check"
    SOLUTION = "solution"
    TRY = "try"
    REDIRECT = "redirect"
    CARE = "care"
    """Fixed words for somebody who may be in danger."""
    TIME_UP = "time_up"


class CoachFlag(StrEnum):
    """Why somebody on the staff should look at a conversation."""

    DANGER = "danger"
    REPORTED = "reported"
