"""What a screen may hold about practice.

Texts called `html` are safe to put into a page as they are: our own words with MathML in them.
Nothing here tells the right answer before the question has been answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from vel_tutor import content, routes
from vel_tutor.domain.incentives import PurseView
from vel_tutor.domain.practice import rules
from vel_tutor.media import maths, passages
from vel_tutor.models.practice import PracticeQuestion, PracticeSession, SkillLevel
from vel_tutor.vocabulary import Grasp, Subject

_GRASP_WORDS = {
    Grasp.NEW: "Getting to know you",
    Grasp.STARTING: "Getting started",
    Grasp.GROWING: "Growing",
    Grasp.STRONG: "Strong",
    Grasp.SOLID: "Solid",
}
_SUBJECT_WORDS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_WRITE_LIKE = {
    "remainder": "Like 5 R 2: the quotient, R, the remainder",
    "point": "Like (3, -2): two numbers with a comma",
    "ratio": "Like 3 : 4: two numbers with a colon",
    "expression": "Like 3x + 2",
    "word": "One word",
    "fraction": "Like 3/4",
    "mixed": "Like 1 1/2",
    "money": "Like $2.50",
    "percent": "Like 25%",
}
"""What an answer looks like, by the form of the family; all others are plain numbers."""


@dataclass(frozen=True)
class SkillView:
    """A skill one can practise."""

    id: str = ""
    name: str = ""
    strand: str = ""
    subject: str = ""
    grade: int = 0


@dataclass(frozen=True)
class LevelView:
    """How well a skill goes: a word, and a bar of 0..100 that moves a fifth of the way."""

    skill: str = ""
    name: str = ""
    words: str = ""
    percent: int = 0
    answers: int = 0


@dataclass(frozen=True)
class UnfinishedView:
    """A deck that waits to be finished."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    answered: int = 0
    size: int = 0
    percent: int = 0


@dataclass(frozen=True)
class DeckView:
    """What stays the same from the first question of a deck to the last."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    size: int = 0


@dataclass(frozen=True)
class ChoiceView:
    """One answer to choose; its position, as text, is what is handed in."""

    position: int = 0
    html: str = ""
    words: str = ""
    """The same, to be read aloud."""


@dataclass(frozen=True)
class StepView:
    """One line of a worked solution: a sentence, and what it claims."""

    html: str = ""
    maths: str = ""


@dataclass(frozen=True)
class QuestionView:
    """A question as it is asked."""

    position: int = 0
    number: int = 0
    typed: bool = False
    write_like: str = ""
    """For typed answers: what an answer looks like."""
    html: str = ""
    passage: str = ""
    figure: str = ""
    alt: str = ""
    choices: tuple[ChoiceView, ...] = ()
    hints: tuple[str, ...] = ()
    """Those asked for so far."""
    hints_left: int = 0
    spent_ms: int = 0
    expected_s: int = 0
    skill: str = ""


@dataclass(frozen=True)
class VerdictView:
    """How an answer went, and the way to the right one; not `shown`, there is none yet."""

    shown: bool = False
    position: int = 0
    right: bool = False
    revealed: bool = False
    hinted: bool = False
    heading: str = ""
    html: str = ""
    """Why a wrong answer is tempting and wrong."""
    picked: int = -1
    """The position of the choice taken, and of the right one; -1 for none."""
    right_pick: int = -1
    yours: str = ""
    key: str = ""
    steps: tuple[StepView, ...] = ()


@dataclass(frozen=True)
class PlayView:
    """A deck in play: where it stands, and the question or the verdict on show."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    size: int = 0
    answered: int = 0
    correct: int = 0
    completed: bool = False
    question: QuestionView = QuestionView()
    verdict: VerdictView = VerdictView()
    level: LevelView = LevelView()

    @property
    def deck(self) -> DeckView:
        return DeckView(self.session_id, self.title, self.subject, self.size)


@dataclass(frozen=True)
class AnswerView:
    """What became of an answer.

    `counted` is False when it could not be read as one; `feedback` then says what to write, and
    nothing was stored.
    """

    counted: bool
    feedback: str
    right: bool
    verdict: VerdictView
    answered: int
    correct: int
    size: int
    completed: bool
    level: LevelView = LevelView()


@dataclass(frozen=True)
class ScoreView:
    """Where a deck stands, for people who may know it."""

    session_id: UUID
    title: str
    subject: Subject
    grade: int
    skill: str
    size: int
    answered: int
    correct: int
    percent: int
    completed: bool
    spent_ms: int


@dataclass(frozen=True)
class XpLineView:
    """One cause of XP."""

    words: str = ""
    amount: int = 0


@dataclass(frozen=True)
class AnsweredView:
    """One question of a finished deck."""

    number: int = 0
    skill: str = ""
    html: str = ""
    passage: str = ""
    figure: str = ""
    alt: str = ""
    right: bool = False
    help: str = ""
    yours: str = ""
    key: str = ""
    feedback: str = ""
    steps: tuple[StepView, ...] = ()
    spent: str = ""
    expected: str = ""


@dataclass(frozen=True)
class AdviceView:
    """The skill to practise next, why, and where; empty when nothing stands out."""

    skill: str = ""
    words: str = ""
    path: str = ""


@dataclass(frozen=True)
class ResultsView:
    """A finished deck: the score, the time, the XP and every question."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    grade: int = 0
    skill: str = ""
    size: int = 0
    correct: int = 0
    percent: int = 0
    unaided: int = 0
    """Right answers without a hint."""
    spent: str = ""
    expected: str = ""
    headline: str = ""
    advice: AdviceView = AdviceView()
    xp: int = 0
    xp_lines: tuple[XpLineView, ...] = ()
    xp_note: str = ""
    skills: tuple[LevelView, ...] = ()
    """How well the skills of the deck go by now, where enough is known; empty for guests."""
    streak: int = 0
    level: int = 1
    level_percent: int = 0
    questions: tuple[AnsweredView, ...] = ()


def title(session: PracticeSession) -> str:
    """What the deck is called."""
    if session.skill:
        return content.skill(session.skill).name
    return f"Mixed {_SUBJECT_WORDS[session.subject].lower()}, grade {session.grade}"


def level(skill: str, known: SkillLevel | None) -> LevelView:
    """The level of one skill; without any answer yet, a new one."""
    average = known.average if known else rules.LEVEL_START
    answers = known.answers if known else 0
    words = _GRASP_WORDS[rules.grasp(average, answers)]
    return LevelView(skill, content.skill(skill).name, words, round(100 * average), answers)


def unfinished(session: PracticeSession) -> UnfinishedView:
    """A deck to go on with."""
    return UnfinishedView(
        session_id=str(session.id),
        title=title(session),
        subject=session.subject,
        answered=session.answered,
        size=session.size,
        percent=rules.percent(session.answered, session.size),
    )


def question(row: PracticeQuestion, now: datetime) -> QuestionView:
    """The question as it is asked, with the hints asked for and the time spent so far."""
    item, form = content.instance(row.family, row.seed), content.family(row.family).form.name
    return QuestionView(
        position=row.position,
        number=row.position + 1,
        typed=not item.choices,
        write_like="" if item.choices else _WRITE_LIKE.get(form, "A number, like 12 or 2.5"),
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        alt=item.alt,
        choices=tuple(
            ChoiceView(place, maths.to_html(choice.text), maths.spoken(choice.text))
            for place, choice in enumerate(item.choices)
        ),
        hints=tuple(maths.to_html(hint) for hint in item.hints[: row.hints_used]),
        hints_left=rules.HINTS - row.hints_used,
        spent_ms=rules.spent_ms(row.spent_ms, row.clock_since, now),
        expected_s=item.time_s,
        skill=content.skill(item.skill).name,
    )


def verdict(row: PracticeQuestion) -> VerdictView:
    """How an answered question went."""
    item = content.instance(row.family, row.seed)
    right = bool(row.was_right)
    return VerdictView(
        shown=True,
        position=row.position,
        right=right,
        revealed=row.was_revealed,
        hinted=row.hints_used > 0,
        heading=_heading(row),
        picked=_picked(item, row),
        right_pick=next((at for at, one in enumerate(item.choices) if one.right), -1),
        html="" if right or row.was_revealed else _why(item, row),
        yours=_yours(item, row),
        key=maths.to_html(item.key),
        steps=_steps(item),
    )


def _heading(row: PracticeQuestion) -> str:
    if row.was_revealed:
        return "Here is how it goes"
    if not row.was_right:
        return "Not quite"
    return "Right, with a hint" if row.hints_used else "Right!"


def _why(item: content.Item, row: PracticeQuestion) -> str:
    """Why what was answered is tempting and wrong."""
    return maths.to_html(content.check(item, row.answer).feedback)


def _yours(item: content.Item, row: PracticeQuestion) -> str:
    """The answer given, as it was shown or typed."""
    picked = _picked(item, row)
    return maths.plain(row.answer) if picked < 0 else maths.to_html(item.choices[picked].text)


def _picked(item: content.Item, row: PracticeQuestion) -> int:
    """The position of the choice taken, or -1."""
    position = int(row.answer) if item.choices and row.answer.isdecimal() else -1
    return position if position < len(item.choices) else -1


def _steps(item: content.Item) -> tuple[StepView, ...]:
    return tuple(
        StepView(maths.to_html(step.sentence), _claim(item, step.lhs, step.rhs))
        for step in item.steps
    )


def _claim(item: content.Item, lhs: str, rhs: str) -> str:
    """What a step claims: an equation, or a quotation and what it shows."""
    if not lhs:
        return ""
    if item.passage and lhs in item.passage:
        shows = f" → {maths.to_html(rhs)}" if rhs else ""
        return f"“{maths.to_html(passages.in_a_line(lhs))}”{shows}"
    return maths.equation(lhs, rhs)


def mark(row: PracticeQuestion) -> rules.Mark:
    """How an answered question went, for the rules."""
    return rules.Mark(
        right=bool(row.was_right),
        hinted=row.hints_used > 0,
        revealed=row.was_revealed,
        spent_ms=row.spent_ms,
    )


def answer(
    session: PracticeSession,
    row: PracticeQuestion | None,
    feedback: str = "",
    known: LevelView | None = None,
) -> AnswerView:
    """What became of an answer; without a `row` it could not be read as one."""
    return AnswerView(
        counted=row is not None,
        feedback=feedback,
        right=bool(row and row.was_right),
        verdict=verdict(row) if row else VerdictView(),
        answered=session.answered,
        correct=session.correct,
        size=session.size,
        completed=session.completed_at is not None,
        level=known or LevelView(),
    )


def play(
    session: PracticeSession, row: PracticeQuestion, known: LevelView, now: datetime
) -> PlayView:
    """The deck with the question of `row` on show, or with its verdict once it is answered."""
    return PlayView(
        session_id=str(session.id),
        title=title(session),
        subject=session.subject,
        size=session.size,
        answered=session.answered,
        correct=session.correct,
        completed=session.completed_at is not None,
        question=question(row, now),
        verdict=verdict(row) if row.answered_at else VerdictView(),
        level=known,
    )


def score(session: PracticeSession, spent_ms: int) -> ScoreView:
    """Where the deck stands."""
    return ScoreView(
        session_id=session.id,
        title=title(session),
        subject=session.subject,
        grade=session.grade,
        skill=session.skill,
        size=session.size,
        answered=session.answered,
        correct=session.correct,
        percent=rules.percent(session.correct, session.size),
        completed=session.completed_at is not None,
        spent_ms=spent_ms,
    )


def answered(row: PracticeQuestion) -> AnsweredView:
    """One line of the results."""
    item, went = content.instance(row.family, row.seed), verdict(row)
    return AnsweredView(
        number=row.position + 1,
        skill=content.skill(item.skill).name,
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        alt=item.alt,
        right=went.right,
        help="Solution shown" if went.revealed else "With a hint" if went.hinted else "",
        yours=went.yours,
        key=went.key,
        feedback=went.html,
        steps=went.steps,
        spent=duration(row.spent_ms),
        expected=duration(1000 * item.time_s),
    )


def results(session: PracticeSession, rows: Sequence[PracticeQuestion]) -> ResultsView:
    """A finished deck, without the balances of its player."""
    percent = rules.percent(session.correct, session.size)
    expected_s = sum(content.family(row.family).time_s for row in rows)
    lines = xp_lines(session)
    return ResultsView(
        session_id=str(session.id),
        title=title(session),
        subject=session.subject,
        grade=session.grade,
        skill=session.skill,
        size=session.size,
        correct=session.correct,
        percent=percent,
        unaided=sum(mark(row).credit == 1 for row in rows),
        spent=duration(sum(row.spent_ms for row in rows)),
        expected=duration(1000 * expected_s),
        headline=headline(percent),
        advice=advice(rows),
        xp=sum(line.amount for line in lines),
        xp_lines=lines,
        xp_note=session.xp_note,
        questions=tuple(answered(row) for row in rows),
    )


def with_player(view: ResultsView, purse: PurseView, skills: Sequence[SkillLevel]) -> ResultsView:
    """The same results with what their player holds and how well the skills go."""
    return replace(
        view,
        streak=purse.streak,
        level=purse.level,
        level_percent=purse.level_percent,
        skills=tuple(level(row.skill, row) for row in skills),
    )


def duration(ms: int) -> str:
    """`48 s`, `2 min` or `2 min 5 s`; a tenth of a second is of no use to anybody."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


def xp_lines(session: PracticeSession) -> tuple[XpLineView, ...]:
    """What the ledger paid for the session, by cause."""
    causes = (
        ("Session finished", session.xp_finished),
        ("Perfect score", session.xp_perfect),
        ("First practice of the day", session.xp_day),
    )
    return tuple(XpLineView(words, amount) for words, amount in causes if amount)


def headline(percent: int) -> str:
    """One kind, true sentence about a score (0..100)."""
    if percent == 100:
        return "Every single one right"
    if percent >= 80:
        return "That is strong work"
    if percent >= 50:
        return "More than half is in place"
    return "Now you know what to work on"


def advice(rows: Sequence[PracticeQuestion]) -> AdviceView:
    """The skill of a mixed deck that cost most answers, as the next thing to do."""
    went: dict[str, list[bool]] = {}
    for row in rows:
        went.setdefault(content.family(row.family).skill, []).append(bool(row.was_right))
    worst = min(went, key=lambda skill: sum(went[skill]) / len(went[skill]))
    right, asked = sum(went[worst]), len(went[worst])
    if len(went) == 1 or right == asked:
        return AdviceView()
    skill = content.skill(worst)
    path = routes.practice_choice(skill.subject, skill.grade, skill.id)
    return AdviceView(skill.name, f"{right} of {asked} right just now", path)
