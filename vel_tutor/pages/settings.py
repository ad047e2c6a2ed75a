"""Settings: about you, notifications, colours, password, devices, privacy."""

from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import inbox, kin, kit, people, review
from vel_tutor.components.diagnostic_choosing import find_their_level
from vel_tutor.components.family import switched
from vel_tutor.components.own_switches import own_switches
from vel_tutor.components.places import places
from vel_tutor.components.prompt import suggestions
from vel_tutor.components.wardrobe import wardrobe
from vel_tutor.pages import frame
from vel_tutor.state.header import HeaderState
from vel_tutor.state.inbox import NoticeChoiceState
from vel_tutor.state.kin import KinState
from vel_tutor.state.own_switches import OwnSwitchesState
from vel_tutor.state.prompt import SuggestionsState
from vel_tutor.state.review import ReviewCountState
from vel_tutor.state.settings import SettingsState
from vel_tutor.state.wardrobe import WardrobeState

PROFILE = SettingsState.profile


def settings() -> rx.Component:
    """Everything that is about the person alone."""
    return frame.student(
        rx.el.h1("Settings"),
        kit.ready(
            SettingsState.is_loaded,
            rx.el.div(
                rx.cond(PROFILE.is_parent, find_their_level()),
                rx.cond(PROFILE.is_student, places()),
                rx.cond(ReviewCountState.is_shown, review.tile(ReviewCountState.open_cases)),
                _about(),
                _suggestions(),
                rx.cond(KinState.is_shown, _family()),
                _notifications(),
                _colours(),
                wardrobe(WardrobeState.themes, HeaderState.theme, on_wear=WardrobeState.wear),
                _password(),
                _devices(),
                own_switches(OwnSwitchesState.switches, on_turn=OwnSwitchesState.turn),
                _privacy(),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 3),
        ),
        here=routes.SETTINGS,
    )


def _about() -> rx.Component:
    problem = SettingsState.profile_problem
    return kit.card(
        rx.el.h2("About you"),
        rx.cond(
            PROFILE.email,
            rx.el.p("You sign in with ", rx.el.strong(PROFILE.email), "."),
            rx.el.p("You sign in with the name ", rx.el.strong(PROFILE.sign_in_name), "."),
        ),
        kit.form(
            people.first_name_field(PROFILE.first_name, people.said_of(problem, "first_name")),
            rx.cond(
                PROFILE.is_student,
                people.grade_field(PROFILE.grade, people.said_of(problem, "grade")),
            ),
            people.zone_field(PROFILE.time_zone, people.said_of(problem, "time_zone")),
            kit.button("Save", submit=True),
            on_submit=SettingsState.save,
        ),
    )


def _suggestions() -> rx.Component:
    """For those who may be asked; nobody else sees that there is such a thing."""
    return rx.cond(
        SuggestionsState.offered,
        suggestions(
            SuggestionsState.loops,
            is_on=SuggestionsState.is_on,
            on_turn_all=SuggestionsState.turn_all,
            on_turn=SuggestionsState.turn,
        ),
    )


def _family() -> rx.Component:
    """Who is linked to a student, who asks, and what a parent has switched."""
    own = KinState.own
    return rx.el.div(
        kin.approvals(own.approvals, on_answer=KinState.answer),
        kit.card(
            rx.el.h2("Your family"),
            rx.cond(
                own.linked.to(list[Any]).length() > 0,
                rx.el.p("They see your progress and decide what is shown to others:"),
                rx.el.p("No parent is linked to your account.", class_name="soft"),
            ),
            kin.linked_parents(own.linked, on_part=KinState.part),
            rx.cond(
                own.is_teen,
                rx.el.div(
                    kin.open_questions(
                        own.invited, title="Invited, not here yet", on_take_back=KinState.take_back
                    ),
                    kin.invite_form(
                        problem=KinState.problem,
                        link=KinState.link,
                        on_invite=KinState.invite,
                        hint="Leave it empty for a link that you hand over yourself.",
                    ),
                    class_name="stack",
                ),
            ),
            rx.el.h3("What is switched on"),
            switched(own.switches),
        ),
        kin.sure(
            title="End this link?",
            words="They do not see your progress any more. Without any parent linked, what they "
            "switched is as usual for your age again.",
            yes="End it",
            is_open=KinState.asks != "",
            on_settle=KinState.settle,
        ),
        class_name="stack-wide",
    )


def _notifications() -> rx.Component:
    return inbox.choices(
        NoticeChoiceState.view,
        NoticeChoiceState.problem,
        on_choose=NoticeChoiceState.choose,
        on_quiet=NoticeChoiceState.keep_quiet,
        on_subscribed=NoticeChoiceState.subscribed,
        on_unsubscribe=NoticeChoiceState.unsubscribe,
    )


def _colours() -> rx.Component:
    return kit.card(
        rx.el.h2("Colours"),
        rx.el.p("Kept in this browser only.", class_name="soft"),
        kit.theme_switch(),
    )


def _password() -> rx.Component:
    problem = SettingsState.password_problem
    return kit.card(
        rx.el.h2("Password"),
        rx.cond(
            SettingsState.has_new_password,
            rx.el.p(
                "Your password is changed, and every other device is signed out.", role="status"
            ),
        ),
        kit.native_form(
            people.at_large(problem),
            people.whose_password(PROFILE.email | PROFILE.sign_in_name),
            kit.password_field(
                "Present password",
                name="old_password",
                error=people.said_of(problem, "old_password"),
            ),
            kit.password_field(
                "New password",
                is_new=True,
                hint="At least 8 characters. Every other device is signed out.",
                error=people.said_of(problem, "password"),
            ),
            kit.button("Change the password", submit=True),
            action=routes.CHANGE_PASSWORD,
        ),
    )


def _devices() -> rx.Component:
    return kit.card(
        rx.el.h2("Where you are signed in"),
        rx.el.ul(
            rx.foreach(
                SettingsState.sign_ins,
                lambda row: people.signed_in_device(row, on_end=SettingsState.end(row.id)),
            ),
            class_name="stack",
        ),
        rx.el.div(
            kit.native_form(kit.button("Sign out", submit=True, kind="quiet"), action=routes.LEAVE),
            kit.native_form(
                kit.button("Sign out everywhere", submit=True, kind="danger"),
                action=routes.LEAVE_EVERYWHERE,
            ),
            class_name="row",
        ),
    )


def _privacy() -> rx.Component:
    return kit.card(
        rx.el.h2("Your privacy"),
        rx.el.p(
            "Others see two friendly words instead of your name. Your date of birth is shown to "
            "nobody."
        ),
        rx.el.p(
            "We keep your answers to choose your next questions and to show your progress. Nothing "
            "is sold, used for advertising, or used to train artificial intelligence."
        ),
    )


PAGES = (
    frame.Page(
        draw=settings,
        route=routes.SETTINGS,
        title="Settings - vel_tutor",
        on_load=(
            *frame.ARRIVING,
            SettingsState.arrive,
            SuggestionsState.arrive,
            KinState.begin,
            OwnSwitchesState.begin,
            NoticeChoiceState.begin,
            WardrobeState.begin,
            ReviewCountState.begin,
        ),
    ),
)
