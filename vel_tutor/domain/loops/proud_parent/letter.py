"""The words of the weekly letter: pure, in letters alone and as a page. No picture is fetched."""

from dataclasses import dataclass
from html import escape

from vel_tutor.domain.loops.proud_parent import rules
from vel_tutor.domain.loops.proud_parent.views import StepView, WeekView

_SHOWN = 6
_UP = "\u2191"
_TO = "\u2192"
_INK, _SOFT, _MINT, _GRAPE, _LINE = "#1B1F3B", "#565B7A", "#0B7A5B", "#6C4CF1", "#E4E6F2"
_GIFT = (
    "Do you know a family whom this might help? When their child has finished the first test, "
    "you get a class pass."
)
_WHY = "We write to you on Mondays because you are the parent of somebody who learns here."


@dataclass(frozen=True)
class ChildWeek:
    """One child in the letter: the parent knows the name."""

    name: str
    week: WeekView
    page: str
    """The address at which the week can be looked at and shown to friends."""


@dataclass(frozen=True)
class Frame:
    """What stands around the weeks."""

    first_name: str
    stop: str
    """The address at which one press ends these letters."""
    sender: str
    """Who writes, with a postal address."""


def subject(weeks: tuple[ChildWeek, ...]) -> str:
    """The best of the week."""
    best = max(weeks, key=lambda one: (one.week.improved, one.week.answers))
    return best.week.headline


def body(weeks: tuple[ChildWeek, ...], frame: Frame) -> str:
    """The letter in letters alone."""
    return "\n\n".join(
        (
            f"Hello {frame.first_name},",
            *(_told(one) for one in weeks),
            f"Invite a parent. {_GIFT}\n{_best(weeks).page}",
            f"{_WHY} To stop these letters:\n{frame.stop}",
            f"vel_tutor\n{frame.sender}\n",
        )
    )


def _told(one: ChildWeek) -> str:
    week = one.week
    steps = [f"  {_UP} {step.name}: {_from_to(step)}" for step in week.steps[:_SHOWN]]
    lines = [f"{week.headline} ({week.days})", *steps, *_more(week), *_figures(week)]
    return "\n".join([*lines, f"See the week: {one.page}"])


def _from_to(step: StepView) -> str:
    return f"{step.before} {_TO} {step.after}"


def _more(week: WeekView) -> list[str]:
    rest = week.improved - _SHOWN
    return [f"  and {rest} more"] if rest > 0 else []


def _figures(week: WeekView) -> list[str]:
    if week.is_empty:
        return ["Five questions are a good start: they take about three minutes."]
    minutes = _with(rules.counted(week.minutes, "minute"), week.minutes_change)
    answers = _with(rules.counted(week.answers, "question"), week.answers_change)
    streak = f"{rules.counted(week.streak, 'day')} in a row so far" if week.streak else ""
    return [f"{'; '.join(filter(None, (minutes, answers, streak)))}."]


def _with(figure: str, change: str) -> str:
    return f"{figure} ({change})" if change else figure


def _best(weeks: tuple[ChildWeek, ...]) -> ChildWeek:
    return max(weeks, key=lambda one: (one.week.improved, one.week.answers))


def html(weeks: tuple[ChildWeek, ...], frame: Frame) -> str:
    """The letter as a page without scripts, pictures or anything fetched from elsewhere."""
    told = "".join(_card(one) for one in weeks)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>'
        f"{escape(subject(weeks))}</title></head>"
        f'<body style="margin:0;background:#F7F7FC;color:{_INK};'
        f'font:16px/1.5 system-ui,sans-serif">'
        f'<div style="max-width:560px;margin:0 auto;padding:24px">'
        f"<p>Hello {escape(frame.first_name)},</p>{told}"
        f'<div style="{_BOX}"><h2 style="{_H2}">Invite a parent</h2><p>{_GIFT}</p>'
        f"{_button(_best(weeks).page, 'Invite a parent')}</div>"
        f'<p style="color:{_SOFT};font-size:13px">{_WHY} '
        f'<a href="{escape(frame.stop)}" style="color:{_SOFT}">Stop these letters</a>.<br>'
        f"vel_tutor, {escape(frame.sender)}</p></div></body></html>"
    )


_BOX = (
    f"background:#FFFFFF;border:1px solid {_LINE};border-radius:12px;padding:20px;margin:0 0 16px"
)
_H2 = "font-size:20px;line-height:1.3;margin:0 0 4px"


def _card(one: ChildWeek) -> str:
    week = one.week
    steps = "".join(
        f'<li style="margin:0 0 6px"><b style="color:{_MINT}">{_UP}</b> {escape(step.name)}: '
        f"{escape(step.before)} {_TO} <b>{escape(step.after)}</b></li>"
        for step in week.steps[:_SHOWN]
    )
    listed = f'<ul style="list-style:none;padding:0;margin:12px 0">{steps}</ul>' if steps else ""
    said = "".join(f"<p>{escape(line.strip())}</p>" for line in (*_more(week), *_figures(week)))
    return (
        f'<div style="{_BOX}"><h2 style="{_H2}">{escape(week.headline)}</h2>'
        f'<p style="color:{_SOFT};margin:0">{escape(week.days)}</p>{listed}{said}'
        f"{_button(one.page, 'See the week')}</div>"
    )


def _button(href: str, words: str) -> str:
    return (
        f'<p style="margin:16px 0 0"><a href="{escape(href)}" style="display:inline-block;'
        f"background:{_GRAPE};color:#FFFFFF;text-decoration:none;font-weight:700;"
        f'border-radius:12px;padding:12px 20px">{words}</a></p>'
    )
