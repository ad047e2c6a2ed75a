"""How a board looks to one person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vel_tutor.domain.loops.rally import rules
from vel_tutor.domain.loops.rally.places import Line, Standing
from vel_tutor.domain.loops.rally.rules import Band
from vel_tutor.domain.loops.rally.views import BoardView, PlaceView
from vel_tutor.models.rally import RallyMember
from vel_tutor.vocabulary import BoardStage, Subject

_ADVICE = "Answer kinds of questions you have not met this week; the harder, the more points."
_WAITING = "You have {points} points. The board opens with ten players."
_TO_JOIN = "Practise a few questions, and you are on the board."


def shut(subject: Subject) -> BoardView:
    """Boards are switched off for whoever asks."""
    return BoardView(stage=BoardStage.SHUT.value, subject=subject.value)


def no_grade(subject: Subject) -> BoardView:
    """Nobody knows where they would play."""
    return BoardView(stage=BoardStage.NO_GRADE.value, subject=subject.value)


def few(subject: Subject, band: Band, players: int, member: RallyMember | None) -> BoardView:
    """Too few players for a board."""
    return replace(
        _named(subject, band, member),
        stage=BoardStage.FEW.value,
        headline=f"Not enough players yet (n = {players}, need {rules.LEAST_PLAYERS})",
        advice=_TO_JOIN if member is None else _WAITING.format(points=member.points),
        players=players,
        needed=rules.LEAST_PLAYERS,
    )


def few_for_guest(subject: Subject, band: Band, players: int) -> BoardView:
    """The same to a guest who would be one of them."""
    return replace(
        few(subject, band, players, None),
        headline="You are one of the first",
        advice="Sign up, and your points count.",
    )


def would_stand(subject: Subject, band: Band, at: Standing, top: Sequence[Line]) -> BoardView:
    """Where a guest would stand among these players, as one of them."""
    view = full(Seen(subject, band, at, None, None), top, ())
    return replace(
        view,
        headline=f"You would be #{at.rank} of {at.players:,}",
        advice="Sign up, and your points count.",
        rank=at.rank,
    )


@dataclass(frozen=True)
class Seen:
    """What is known of a board when somebody looks at it."""

    subject: Subject
    band: Band
    at: Standing
    member: RallyMember | None
    newcomer: RallyMember | None


def full(seen: Seen, top: Sequence[Line], near: Sequence[Line]) -> BoardView:
    """The first ten, and those around the person who looks."""
    member, newcomer = seen.member, seen.newcomer
    is_other = newcomer is not None and newcomer != member
    crowd = f"{seen.at.players:,} are playing this week"
    return replace(
        _named(seen.subject, seen.band, member),
        stage=BoardStage.FULL.value,
        headline=rules.place_words(seen.at.rank, seen.at.players) if member else crowd,
        advice=_ADVICE if member else _TO_JOIN,
        players=seen.at.players,
        rank=seen.at.rank if member else 0,
        top=tuple(_place(line, seen) for line in top),
        near=tuple(_place(line, seen) for line in near),
        newcomer=name(newcomer) if newcomer and is_other else "",
    )


def finished(view: BoardView, *, may_invite: bool, until: date) -> BoardView:
    """The same with the last day of the week, and whether friends may be invited."""
    return replace(view, may_invite=may_invite, until=until.strftime("%A, %-d %B"))


def _named(subject: Subject, band: Band, member: RallyMember | None) -> BoardView:
    return BoardView(
        subject=subject.value,
        title=title(subject, band),
        points=member.points if member else 0,
        name=name(member) if member else "",
    )


def title(subject: Subject, band: Band) -> str:
    """What a board is called."""
    return f"{rules.SUBJECTS[subject]}, {band.words}"


def name(member: RallyMember) -> str:
    """What everybody sees of a member."""
    return f"Student {member.alias}"


def _place(line: Line, seen: Seen) -> PlaceView:
    return PlaceView(
        name=name(line.member),
        rank=line.rank,
        points=line.member.points,
        is_you=seen.member is not None and line.member.id == seen.member.id,
        is_new=seen.newcomer is not None and line.member.id == seen.newcomer.id,
    )
