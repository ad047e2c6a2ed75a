"""Friends: people one knows, questions that wait, and what one may do about somebody."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed, Words
from vel_tutor.domain.friends.views import (
    BlockView,
    CodeView,
    DoorView,
    FriendsView,
    FriendView,
    WishView,
)
from vel_tutor.domain.loops.together.views import MetView
from vel_tutor.vocabulary import ReportKind

View = ObjectVar[FriendsView]
SHARE = "share-my-code"
REASONS = (
    (ReportKind.UNKIND, "They are unkind", "frown"),
    (ReportKind.UNSAFE, "They make me feel unsafe", "shield-alert"),
    (ReportKind.PRETENDS, "They pretend to be somebody else", "venetian-mask"),
    (ReportKind.CHEATS, "They cheat", "flag"),
    (ReportKind.SPAM, "They send too much", "mails"),
)
_SEARCH_FROM = 8


def own_code(own: rx.Var[Any], *, on_share: Deed, on_renew: Deed) -> rx.Component:
    """One's own code, large enough to be read out across a table."""
    code = own.to(CodeView)
    return kit.card(
        rx.el.h2("Your friend code"),
        rx.el.p(
            rx.el.strong(code.code, class_name="friend-code"), custom_attrs={"translate": "no"}
        ),
        rx.el.p("Hand it to people you know. They see a made-up name until you both say yes."),
        rx.el.div(
            kit.button("Share my code", icon="share-2", id=SHARE, on_click=on_share),
            kit.button("New code", kind="bare", icon="rotate-cw", on_click=on_renew),
            class_name="row",
        ),
    )


def code_form(*, problem: Words, on_ask: Deed) -> rx.Component:
    """A field for somebody else's code."""
    return kit.card(
        rx.el.h2("Add a friend"),
        kit.form(
            kit.text_field(
                "Their friend code",
                name="code",
                hint="Eight letters and digits, such as K7QM-2XRD, or the whole link.",
                error=problem,
                auto_complete="off",
                auto_capitalize="characters",
                spell_check=False,
                max_length=120,
            ),
            kit.button("Ask to be friends", submit=True, kind="quiet", icon="user-plus"),
            on_submit=on_ask,
            reset_on_submit=True,
        ),
    )


def questions(rows: rx.Var[Any], *, on_accept: Any, on_decline: Any, on_more: Any) -> rx.Component:
    """Those who ask, each with a yes and a no.

    Args:
        on_more: event taking the id and the name: what else one may do about them.
    """
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        answers = rx.el.div(
            kit.button(
                "Yes",
                kit.visually_hidden(" to ", wish.name),
                size="small",
                on_click=on_accept(wish.id),
            ),
            kit.button(
                "No",
                kit.visually_hidden(" to ", wish.name),
                kind="quiet",
                size="small",
                on_click=on_decline(wish.id),
            ),
            kit.icon_button(
                "ellipsis", "More about " + wish.name.to(str), on_click=on_more(wish.id, wish.name)
            ),
            class_name="row",
        )
        return _person(wish.name, wish.name, wish.words, rx.cond(wish.needs_answer, answers))

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Who asks"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
        ),
    )


def friends(
    view: View,
    *,
    find: rx.Var[str],
    on_find: Deed,
    on_more: Deed,
    on_choose: Any,
    beside: Any,
) -> rx.Component:
    """Everybody one is friends with.

    Args:
        on_choose: event taking the id and the name: what one may do about them.
        beside: what stands with a friend, from their `FriendView`.
    """
    rows = view.friends.to(Sequence[FriendView])

    def one(friend: ObjectVar[FriendView]) -> rx.Component:
        return _person(
            friend.seed,
            friend.name,
            "Since " + friend.since.to(str),
            beside(friend),
            kit.icon_button(
                "ellipsis",
                "More about " + friend.name.to(str),
                on_click=on_choose(friend.id, friend.name),
            ),
        )

    return kit.card(
        rx.el.div(rx.el.h2("Your friends"), kit.pill(view.total), class_name="row-spread"),
        rx.cond((view.total.to(int) > _SEARCH_FROM) | (find != ""), _search(find, on_find)),
        rx.cond(
            rows.length() > 0,
            rx.el.ul(rx.foreach(rows, one), class_name="people"),
            rx.el.p("Nobody of that name.", role="status", class_name="soft"),
        ),
        rx.cond(
            view.more != "",
            kit.button("Show more friends", kind="quiet", size="wide", on_click=on_more),
        ),
    )


def met(rows: rx.Var[Any], *, on_ask: Any) -> rx.Component:
    """People one has played with, each with one press to ask; nothing where there is nobody.

    Args:
        on_ask: event taking the id of the game.
    """
    found = rows.to(Sequence[MetView])

    def one(other: ObjectVar[MetView]) -> rx.Component:
        return _person(
            other.seed,
            other.name,
            other.words,
            kit.button(
                "Ask",
                kit.visually_hidden(" ", other.name, " to be friends"),
                kind="quiet",
                size="small",
                icon="user-plus",
                on_click=on_ask(other.id),
            ),
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("People you have played with"),
            rx.el.p("Names are made up until you are friends.", class_name="soft"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
            id="played-with",
        ),
    )


def nobody_yet() -> rx.Component:
    """Before the first friend."""
    return kit.empty_state(
        "Learning goes better together. Share your code with somebody you know.", mood="idle"
    )


def _search(find: rx.Var[str], on_find: Deed) -> rx.Component:
    return kit.form(
        kit.text_field(
            "Look for a friend",
            name="find",
            kind="search",
            required=False,
            default_value=find,
            max_length=40,
        ),
        kit.button("Look", submit=True, kind="quiet", icon="search"),
        on_submit=on_find,
        class_name="friend-search",
    )


def _person(seed: Words, name: Words, words: Words, *beside: Child) -> rx.Component:
    return rx.el.li(
        kit.avatar(seed, size=48),
        rx.el.div(
            rx.el.strong(name),
            rx.el.span(words, class_name="soft small"),
            class_name="stack-none person-words",
        ),
        *beside,
        class_name="person",
    )


def sent(rows: rx.Var[Any], *, on_withdraw: Any) -> rx.Component:
    """Whom one has asked."""
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        return _person(
            wish.name,
            wish.name,
            wish.words,
            kit.button(
                "Take back",
                kit.visually_hidden(" what you asked ", wish.name),
                kind="quiet",
                size="small",
                on_click=on_withdraw(wish.id),
            ),
        )

    return rx.cond(
        found.length() > 0,
        kit.card(rx.el.h2("You asked"), rx.el.ul(rx.foreach(found, one), class_name="people")),
    )


def blocked(rows: rx.Var[Any], *, on_unblock: Any) -> rx.Component:
    """Whom one keeps away."""
    found = rows.to(Sequence[BlockView])

    def one(block: ObjectVar[BlockView]) -> rx.Component:
        return _person(
            block.name,
            block.name,
            "Blocked on " + block.since.to(str),
            kit.button(
                "Unblock",
                kit.visually_hidden(" ", block.name),
                kind="quiet",
                size="small",
                on_click=on_unblock(block.id),
            ),
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Blocked"),
            rx.el.p("Neither of you sees the other. They are not told.", class_name="soft"),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
        ),
    )


def parted(name: rx.Var[str], *, on_undo: Deed, is_shown: rx.Var[bool]) -> rx.Component:
    """A friendship ended a moment ago, and the way back."""
    return rx.cond(
        is_shown,
        rx.el.div(
            rx.el.span("You and ", name, " are no longer friends."),
            kit.button("Ask again", kind="quiet", size="small", on_click=on_undo),
            class_name="field-note row-spread",
            role="status",
        ),
    )


def deeds(
    step: rx.Var[str], name: rx.Var[str], *, on_turn: Any, on_settle: Deed, on_report: Any
) -> rx.Component:
    """What one may do about somebody, and the question whether one is sure.

    Args:
        on_turn: event taking the page of the sheet; `""` closes it.
        on_report: event taking a `ReportKind`.
    """
    titles: Any = rx.match(
        step,
        ("remove", "End this friendship?"),
        ("block", "Block them?"),
        ("report", "What is wrong?"),
        name,
    )
    words: Any = rx.match(
        step,
        ("remove", "They are not told, and are gone from your list."),
        ("block", "Neither of you sees the other anywhere here. They are not told."),
        ("report", "Somebody of our team looks at it. They are not told who said so."),
        "What would you like to do?",
    )
    return kit.dialog(
        rx.fragment(
            rx.match(
                step,
                ("remove", _sure("End it", on_settle, on_turn)),
                ("block", _sure("Block them", on_settle, on_turn)),
                ("report", _reasons(on_report, on_turn)),
                _menu(on_turn),
            )
        ),
        title=titles,
        words=words,
        is_open=step != "",
        on_change=on_turn(""),
    )


def _menu(on_turn: Any) -> rx.Component:
    return rx.el.div(
        kit.button(
            "End this friendship",
            kind="quiet",
            size="wide",
            icon="user-minus",
            on_click=on_turn("remove"),
        ),
        kit.button("Block", kind="quiet", size="wide", icon="ban", on_click=on_turn("block")),
        kit.button("Report", kind="quiet", size="wide", icon="flag", on_click=on_turn("report")),
        kit.button("Close", kind="bare", size="wide", on_click=on_turn("")),
        class_name="stack-tight",
    )


def _sure(yes: str, on_settle: Deed, on_turn: Any) -> rx.Component:
    return rx.el.div(
        kit.button(yes, kind="danger", on_click=on_settle),
        kit.button("Leave it", kind="quiet", on_click=on_turn("")),
        class_name="row",
    )


def _reasons(on_report: Any, on_turn: Any) -> rx.Component:
    return rx.el.div(
        *[
            kit.button(words, kind="quiet", size="wide", icon=sign, on_click=on_report(kind.value))
            for kind, words, sign in REASONS
        ],
        kit.button("Close", kind="bare", size="wide", on_click=on_turn("")),
        class_name="stack-tight",
    )


def switched_off() -> rx.Component:
    """For whoever has no friends here at all."""
    return kit.empty_state(
        "Friends are switched off for your account. A parent who is linked to you can switch them "
        "on.",
        kit.link_button("Your family", href=routes.SETTINGS, kind="quiet"),
    )


def door(view: rx.Var[Any], path: rx.Var[str], *, on_ask: Deed) -> rx.Component:
    """The page behind somebody's link, to whoever opens it."""
    shown = view.to(DoorView)
    to_friends = kit.link_button("To my friends", href=routes.FRIENDS, size="wide")
    return rx.fragment(
        rx.match(
            shown.stage,
            ("stranger", _stranger(shown.words, path)),
            (
                "open",
                _behind(
                    rx.fragment("Ask ", rx.el.span(shown.name), " to be friends?"),
                    "You see each other's first name when they have said yes.",
                    kit.button("Ask to be friends", size="wide", on_click=on_ask),
                    seed=shown.name,
                ),
            ),
            (
                "asked",
                _behind(
                    rx.fragment("You asked ", rx.el.span(shown.name)),
                    shown.words,
                    to_friends,
                    seed=shown.name,
                ),
            ),
            (
                "friends",
                _behind(
                    rx.fragment("You and ", rx.el.span(shown.name), " are friends"),
                    "Practise together, keep a streak for two.",
                    to_friends,
                    seed=shown.name,
                ),
            ),
            ("off", rx.el.div(rx.el.h1("Friends"), switched_off(), class_name="stack")),
            (
                "closed",
                rx.el.div(
                    rx.el.h1("This link leads nowhere"),
                    kit.error_state(
                        shown.words,
                        action=kit.link_button("To the first page", href=routes.HOME),
                    ),
                    class_name="stack",
                ),
            ),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 2)),
        )
    )


def _behind(title: Child, words: Words, action: Child, *, seed: Words) -> rx.Component:
    return rx.el.div(
        rx.el.div(kit.avatar(seed, size=96), class_name="friend-face"),
        rx.el.h1(title),
        rx.el.p(words, class_name="soft"),
        action,
        class_name="stack-wide",
    )


def _stranger(words: Words, path: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        rx.el.h1("Be friends on vel_tutor"),
        rx.el.p(words),
        rx.el.p(
            "You practise math, reading and science in short sets, see each other's streaks and "
            "challenge each other. There is no chat, and nobody sees your last name.",
            class_name="soft",
        ),
        kit.link_button(
            "Make an account", href=rx.Var.create(f"{routes.SIGN_UP}?next={path}"), size="wide"
        ),
        kit.link_button(
            "Sign in",
            href=rx.Var.create(f"{routes.SIGN_IN}?next={path}"),
            kind="quiet",
            size="wide",
        ),
        class_name="stack-wide",
    )


def wishes(rows: rx.Var[Any], *, child: Words, on_answer: Any) -> rx.Component:
    """What a parent is asked about the friends of a child.

    Args:
        on_answer: event taking the id of the question and True or False.
    """
    found = rows.to(Sequence[WishView])

    def one(wish: ObjectVar[WishView]) -> rx.Component:
        return _person(
            wish.name,
            wish.name,
            wish.words,
            rx.el.div(
                kit.button(
                    "Yes",
                    kit.visually_hidden(" to ", wish.name),
                    size="small",
                    on_click=on_answer(wish.id, True),
                ),
                kit.button(
                    "No",
                    kit.visually_hidden(" to ", wish.name),
                    kind="quiet",
                    size="small",
                    on_click=on_answer(wish.id, False),
                ),
                class_name="row",
            ),
        )

    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Friends ", child, " would like"),
            rx.el.p(
                "You see a made-up name, as everybody does. Ask ",
                child,
                " who it is, and say yes only if you know them.",
                class_name="soft",
            ),
            rx.el.ul(rx.foreach(found, one), class_name="people"),
            id="friends",
        ),
    )
