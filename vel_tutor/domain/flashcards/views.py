"""What a screen may hold about flashcards.

Texts called `html` are safe to put into a page as they are: escaped words with MathML in them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DeckView:
    """One deck as a tile: how many cards, how many wait, how many are mastered."""

    slug: str = ""
    """What its address ends in: its id, or the name of a term set not begun yet."""
    deck_id: str = ""
    """Empty for a term set not begun yet."""
    title: str = ""
    subject: str = ""
    kind: str = ""
    skill: str = ""
    grade: int = 0
    cards: int = 0
    new: int = 0
    due: int = 0
    mastered: int = 0
    percent: int = 0
    """Mastered cards of all, 0..100."""
    is_begun: bool = False


@dataclass(frozen=True)
class DueView:
    """What waits right now, within the limits of the day."""

    due: int = 0
    new: int = 0
    words: str = ""
    """Both in one line, such as "12 cards due, 10 new"; empty when nothing waits."""


@dataclass(frozen=True)
class LimitsView:
    """How much somebody wants to do a day."""

    new_a_day: int = 0
    reviews_a_day: int = 0


@dataclass(frozen=True)
class ForecastView:
    """One day of the next two weeks, and the cards that come back on it."""

    day: str = ""
    name: str = ""
    """Short, under its bar."""
    count: int = 0
    percent: int = 0
    """Of the fullest day, 0..100."""


@dataclass(frozen=True)
class StepView:
    """One line of a worked solution: a sentence, and what it claims."""

    html: str = ""
    maths: str = ""


@dataclass(frozen=True)
class FaceView:
    """A card on the table, both sides."""

    card_id: str = ""
    ticket: str = ""
    """Goes back with the answer: it says which card was seen, and when."""
    deck: str = ""
    asks: str = ""
    """What kind of card it is, in two or three words."""
    html: str = ""
    figure: str = ""
    alt: str = ""
    options: tuple[str, ...] = ()
    back: str = ""
    example: str = ""
    steps: tuple[StepView, ...] = ()
    memo: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class GradeView:
    """One of the four answers to a card, and when it comes back after it."""

    rating: int = 0
    name: str = ""
    rest: str = ""
    """Short, as on the button: `10 min`, `4 d`."""
    words: str = ""
    """The same, to be read aloud."""


@dataclass(frozen=True)
class CountsView:
    """What is left, and what today has seen."""

    new: int = 0
    learning: int = 0
    review: int = 0
    done: int = 0
    percent: int = 0
    """Done of done and left, 0..100."""


@dataclass(frozen=True)
class LeechView:
    """A card that keeps slipping away; what to do with it is up to its owner."""

    card_id: str = ""
    html: str = ""
    lapses: int = 0
    memo: str = ""


@dataclass(frozen=True)
class SpotlightView:
    """A deck whose every card is mastered."""

    deck_id: str = ""
    title: str = ""
    count: int = 0
    words: str = ""
    picture: str = ""
    link: str = ""
    """Where others can begin."""
    may_share: bool = False


@dataclass(frozen=True)
class OverView:
    """Nothing left for now: what was done, and when cards come back."""

    headline: str = ""
    done: int = 0
    right_percent: int = 0
    again: str = ""
    """When the next cards come."""
    counted_day: bool = False
    """Whether the day counts as practised by now."""


@dataclass(frozen=True)
class StudyView:
    """A deck, or all that is due, in the middle of being studied."""

    slug: str = ""
    title: str = ""
    subject: str = ""
    face: FaceView = FaceView()
    grades: tuple[GradeView, ...] = ()
    counts: CountsView = CountsView()
    undos: int = 0
    note: str = ""
    """Something the person should know, such as that another device was faster."""
    over: OverView = OverView()
    leech: LeechView = LeechView()
    spotlight: SpotlightView = SpotlightView()


@dataclass(frozen=True)
class CardView:
    """A card in the list of its deck."""

    card_id: str = ""
    html: str = ""
    back: str = ""
    front_words: str = ""
    back_words: str = ""
    """For own cards: the words to edit."""
    memo: str = ""
    state: str = ""
    tone: str = ""
    comes: str = ""
    """When it comes back."""
    is_leech: bool = False
    is_aside: bool = False
    is_own: bool = False


@dataclass(frozen=True)
class BrowseView:
    """Every card of a deck."""

    deck: DeckView = DeckView()
    cards: tuple[CardView, ...] = ()
    about: str = ""
    is_own: bool = False
    spotlight: SpotlightView = SpotlightView()


@dataclass(frozen=True)
class LibraryView:
    """All decks: those begun, those one could begin, and what is due over all of them."""

    mine: tuple[DeckView, ...] = ()
    sets: tuple[DeckView, ...] = ()
    due: DueView = DueView()
    forecast: tuple[ForecastView, ...] = ()
    limits: LimitsView = LimitsView()
    has_reviews: bool = False
