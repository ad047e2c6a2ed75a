"""The frames with their states wired in: every page is drawn by one of these.

PAGES = (
    frame.Page(
        draw=today,
        route=routes.TODAY,
        title="Today - vel_tutor",
        on_load=(*frame.ARRIVING, TodayState.load),
    ),
)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import badges, kit
from vel_tutor.components import shell as shells
from vel_tutor.components.gains import gain_toast, level_up
from vel_tutor.components.kit.words import Child, Words
from vel_tutor.components.prompt import Deeds, prompt_sheet
from vel_tutor.components.staff import staff_tabs
from vel_tutor.state.badges import BadgeNewsState
from vel_tutor.state.header import ArrivalState, HeaderState
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.prompt import PromptState
from vel_tutor.state.share import ShareState
from vel_tutor.state.staff import StaffState

ARRIVING = (ArrivalState.arrive, HeaderState.enter, BadgeNewsState.begin, PromptState.begin)
"""First in `on_load` of a page in the `student` frame."""
ARRIVING_STAFF = (ArrivalState.arrive, StaffState.enter)
"""The same of a page in the `staff` frame."""
ARRIVING_ALONE = (ArrivalState.arrive,)
"""First in `on_load` of a page in any other frame."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: how it is drawn, where it stands, and what happens when somebody opens it."""

    draw: Callable[[], rx.Component]
    route: str
    title: str
    on_load: tuple[Any, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    """What else stands in its head: `description`, `image`."""


STAFF_PLACES = (
    (routes.ATTRIBUTION, "Invitations"),
    (routes.K_FACTOR, "K-factor"),
    (routes.ADMIN_DECISIONS, "Advice"),
    (routes.ADMIN_BANK, "Item bank"),
    (routes.STAFF_REVIEW, "Review"),
)
"""The pages of the house; each role sees those it may open (`state/staff.PLACES`)."""


def student(
    *children: Child,
    here: str,
    aside: tuple[Child, ...] = (),
    is_busy: bool = False,
    trying: rx.Var[str] | None = None,
) -> rx.Component:
    """A page with navigation; see `shell.shell`.

    Args:
        is_busy: whoever is here chooses what to learn, or shares something already; no prompt
            comes in between.
        trying: colours that are only tried on, on this page; empty for none.
    """
    tallies = shells.Tallies(
        purse=HeaderState.purse,
        shown=HeaderState.collects,
        of_parent=HeaderState.of_parent,
        unread=HeaderState.unread,
        known=HeaderState.is_known,
    )
    rising = rx.fragment() if is_busy else rx.fragment(_new_badge(), _prompt())
    over = rx.fragment(rising, _gains(), _notices(trying))
    return shells.shell(*children, here=here, tallies=tallies, notices=over, aside=aside)


def focus(*children: Child, close: Words, top: tuple[Child, ...] = ()) -> rx.Component:
    """One thing at a time, without navigation; see `shell.focus_shell`."""
    return shells.focus_shell(*children, close=close, top=top, notices=_notices())


def plain(*children: Child, home: str = routes.HOME) -> rx.Component:
    """A form, a consent page, an error; see `shell.plain_shell`."""
    return shells.plain_shell(*children, home=home, notices=_notices())


def front(*children: Child) -> rx.Component:
    """The front door; see `shell.open_shell`."""
    return shells.open_shell(*children, notices=_notices())


def staff(*children: Child, here: str) -> rx.Component:
    """A dense page of ours; see `shell.staff_shell`."""
    places = staff_tabs(STAFF_PLACES, StaffState.places, here=here)
    return shells.staff_shell(*children, places=places, notices=_notices())


def _new_badge() -> rx.Component:
    """A badge that was just earned; never over a question, which stands in another frame.

    The card of a new level, which often comes with it, stays below and is there afterwards.
    """
    return badges.unlocked(
        BadgeNewsState.news,
        is_held=ShareState.is_open,
        deeds=badges.Deeds(
            on_appear=BadgeNewsState.appeared,
            on_share=BadgeNewsState.share,
            on_close=BadgeNewsState.close,
            on_all=BadgeNewsState.see_all,
        ),
    )


def _is_taken() -> rx.Var[bool]:
    """Whether something lies over the page that has to be settled first."""
    return ShareState.is_open | (HeaderState.level_up > 0)


def _prompt() -> rx.Component:
    """What somebody may be asked here; pages in other frames are never interrupted."""
    return prompt_sheet(
        PromptState.prompt,
        PromptState.muted,
        is_held=_is_taken() | BadgeNewsState.news.is_there,
        deeds=Deeds(
            on_appear=PromptState.appeared,
            on_follow=PromptState.follow,
            on_close=PromptState.dismiss,
            on_never=PromptState.never,
            on_undo=PromptState.undo,
        ),
    )


def _gains() -> rx.Component:
    """XP that has just come in, and a level that is reached: never over a question."""
    return rx.fragment(
        gain_toast(HeaderState.gain),
        level_up(HeaderState.level_up, on_close=HeaderState.close_level_up),
    )


def _notices(trying: rx.Var[str] | None = None) -> rx.Component:
    """Passing words; and what the app wears since it was sent (`assets/shop.css`)."""
    worn = HeaderState.theme if trying is None else rx.cond(trying, trying, HeaderState.theme)
    return rx.fragment(
        rx.el.span(hidden=True, data_wears=worn),
        kit.notices(
            NoticeState.words, NoticeState.tone, NoticeState.number, on_dismiss=NoticeState.dismiss
        ),
    )
