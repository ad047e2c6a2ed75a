"""Composition root: the only module that knows every room."""

from starlette.applications import Starlette

from vel_tutor import routes
from vel_tutor.agents import provider
from vel_tutor.components.meta import head
from vel_tutor.components.safety_net import safety_net
from vel_tutor.core import events
from vel_tutor.domain import loops
from vel_tutor.live import bell, bus
from vel_tutor.pages import frame
from vel_tutor.pages.admin_bank import admin_bank
from vel_tutor.pages.admin_decisions import admin_decisions
from vel_tutor.pages.attribution import attribution
from vel_tutor.pages.cards import cards
from vel_tutor.pages.cards_browse import cards_browse
from vel_tutor.pages.cards_study import cards_study
from vel_tutor.pages.challenge import challenge
from vel_tutor.pages.challenges import challenge_sent, challenges
from vel_tutor.pages.class_sample import class_sample
from vel_tutor.pages.consent import consent, consent_done, stop_consent
from vel_tutor.pages.copractice import copractice
from vel_tutor.pages.diagnostic import diagnostic
from vel_tutor.pages.diagnostic_results import diagnostic_results
from vel_tutor.pages.diagnostics import diagnostics
from vel_tutor.pages.family import family
from vel_tutor.pages.family_child import family_child
from vel_tutor.pages.family_link import family_link
from vel_tutor.pages.k_factor import k_factor
from vel_tutor.pages.landing import landing
from vel_tutor.pages.link_over import link_over
from vel_tutor.pages.mailbox import mailbox
from vel_tutor.pages.new_child import new_child
from vel_tutor.pages.new_password import ask_new_password, set_new_password
from vel_tutor.pages.not_found import not_found
from vel_tutor.pages.not_yours import not_yours
from vel_tutor.pages.notifications import notifications
from vel_tutor.pages.parent_invited import parent_invited
from vel_tutor.pages.passes import passes
from vel_tutor.pages.practice_choose import practice_choose
from vel_tutor.pages.practice_play import practice_play
from vel_tutor.pages.practice_results import practice_results
from vel_tutor.pages.problem import problem
from vel_tutor.pages.proud import proud
from vel_tutor.pages.rally import rally
from vel_tutor.pages.rally_quiz import rally_quiz
from vel_tutor.pages.rescue import rescue
from vel_tutor.pages.rescue_invited import rescue_invited
from vel_tutor.pages.settings import settings
from vel_tutor.pages.sign_in import sign_in
from vel_tutor.pages.sign_up import sign_up
from vel_tutor.pages.sign_up_account import sign_up_account
from vel_tutor.pages.streak import streak_page
from vel_tutor.pages.today import today
from vel_tutor.pages.tutor_classes import tutor_classes
from vel_tutor.pages.waiting import waiting
from vel_tutor.state.attribution import AttributionState
from vel_tutor.state.bank import BankState
from vel_tutor.state.card_list import CardListState
from vel_tutor.state.cards import ShelfState
from vel_tutor.state.challenge import GameState
from vel_tutor.state.child_page import ChildState
from vel_tutor.state.classes import PassesState, SamplerState, TutorClassesState
from vel_tutor.state.decisions import DecisionsState
from vel_tutor.state.diagnostics import DiagnosticsState, SittingState
from vel_tutor.state.failures import explain, note_page_failure
from vel_tutor.state.family import ConsentState, WaitingState
from vel_tutor.state.family_link import FamilyLinkState
from vel_tutor.state.family_page import FamilyState
from vel_tutor.state.findings import FindingsState
from vel_tutor.state.inbox import InboxState, NoticeChoiceState
from vel_tutor.state.invited import InvitedState, NewChildState
from vel_tutor.state.k_factor import KFactorState
from vel_tutor.state.kin import KinState
from vel_tutor.state.mailbox import MailboxState
from vel_tutor.state.namespace import App
from vel_tutor.state.practice import ChooseState, PlayState
from vel_tutor.state.prompt import SuggestionsState
from vel_tutor.state.proud import ProudState
from vel_tutor.state.rally import CrowdState, RallyState
from vel_tutor.state.rally_quiz import RallyQuizState
from vel_tutor.state.rescue import DoorState, RescueState, RiskState
from vel_tutor.state.results import ResultsState
from vel_tutor.state.room import RoomState
from vel_tutor.state.sent import SentState
from vel_tutor.state.settings import SettingsState
from vel_tutor.state.share import ShareState
from vel_tutor.state.sign_in import NewPasswordState, SignInState
from vel_tutor.state.sign_up import GateState, SignUpState
from vel_tutor.state.streak import StreakState
from vel_tutor.state.study import StudyState
from vel_tutor.state.today import FrontDoorState, TodayState
from vel_tutor.web import advisers
from vel_tutor.web.app import behind_the_door, web_routes

events.listen(bus.carry)
events.listen(bell.ring)
loops.listen_to_joining()

SHEETS = (
    "app",
    "friends",
    "presence",
    "rooms",
    "feed",
    "boards",
    "badges",
    "shop",
    "coaching",
)
"""Style sheets, all bundled into one: the kit first, then what single rooms add to it."""

app = App(
    html_lang="en",
    toaster=None,
    stylesheets=[f"/{sheet}.css" for sheet in SHEETS],
    head_components=head(),
    app_wraps=safety_net(),
    backend_exception_handler=explain,
    frontend_exception_handler=note_page_failure,
    api_transformer=[Starlette(routes=web_routes()), behind_the_door],
)
app.register_lifespan_task(advisers.keep_open)
app.register_lifespan_task(provider.get_ready)

app.add_page(
    landing,
    route=routes.HOME,
    title="vel_tutor: practise, prove it, challenge a friend",
    description="Short sets of math, reading and science questions that tell you why, and a link "
    "that lets a friend try to beat you.",
    image="/icon-512.png",
    on_load=[*frame.ARRIVING_ALONE, FrontDoorState.enter],
)
app.add_page(
    today,
    route=routes.TODAY,
    title="Today - vel_tutor",
    on_load=[*frame.ARRIVING, TodayState.load, RiskState.begin],
)
app.add_page(not_found, route=routes.NOT_FOUND, title="Not found - vel_tutor")
app.add_page(not_yours, route=routes.NOT_YOURS, title="Not for your account - vel_tutor")
app.add_page(problem, route=routes.PROBLEM, title="Something broke - vel_tutor")
app.add_page(link_over, route=routes.EXPIRED, title="This link is closed - vel_tutor")
app.add_page(
    practice_choose,
    route=routes.PRACTICE,
    title="Practice - vel_tutor",
    on_load=[*frame.ARRIVING, ChooseState.begin],
)
app.add_page(
    practice_play,
    route=routes.PRACTICE_SESSION,
    title="Practice - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, PlayState.begin, CrowdState.practise],
)
app.add_page(
    diagnostics,
    route=routes.DIAGNOSTIC,
    title="Where are you? - vel_tutor",
    on_load=[*frame.ARRIVING, DiagnosticsState.begin],
)
app.add_page(
    diagnostic,
    route=routes.DIAGNOSTIC_TEST,
    title="Test - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, SittingState.begin],
)
app.add_page(
    practice_results,
    route=routes.PRACTICE_RESULTS,
    title="Results - vel_tutor",
    on_load=[
        *frame.ARRIVING,
        ResultsState.begin,
        RallyState.begin_beside_results,
        ShareState.offer,
        ShareState.unfold,
    ],
)
app.add_page(
    diagnostic_results,
    route=routes.DIAGNOSTIC_RESULTS,
    title="Diagnostic results - vel_tutor",
    on_load=[
        *frame.ARRIVING,
        FindingsState.begin,
        RallyState.begin_beside_findings,
        ShareState.offer,
        ShareState.unfold,
    ],
)
app.add_page(
    cards,
    route=routes.CARDS,
    title="Flashcards - vel_tutor",
    on_load=[*frame.ARRIVING, ShelfState.begin],
)
app.add_page(
    cards_study,
    route=routes.CARD_DECK,
    title="Flashcards - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, StudyState.begin],
)
app.add_page(
    cards_browse,
    route=routes.CARD_LIST,
    title="Cards of a deck - vel_tutor",
    on_load=[*frame.ARRIVING, CardListState.begin],
)
app.add_page(
    rally,
    route=routes.RALLY,
    title="Rally - vel_tutor",
    on_load=[*frame.ARRIVING, ShareState.offer, RallyState.begin],
)
app.add_page(
    rally_quiz,
    route=routes.RALLY_QUIZ,
    title="Rally - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, RallyQuizState.arrive],
)
app.add_page(
    challenge,
    route=routes.CHALLENGE,
    title="Challenge - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, GameState.arrive],
)
app.add_page(
    challenges,
    route=routes.CHALLENGES,
    title="Challenges - vel_tutor",
    on_load=[*frame.ARRIVING, SentState.begin_list],
)
app.add_page(
    challenge_sent,
    route=routes.CHALLENGE_SENT,
    title="Challenge - vel_tutor",
    on_load=[*frame.ARRIVING, ShareState.offer, SentState.begin],
)
app.add_page(
    attribution,
    route=routes.ATTRIBUTION,
    title="Invitations - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, AttributionState.begin],
)
app.add_page(
    rescue,
    route=routes.RESCUE,
    title="Practise with a buddy - vel_tutor",
    on_load=[*frame.ARRIVING, ShareState.offer, RescueState.begin],
)
app.add_page(
    rescue_invited,
    route=routes.RESCUE_INVITED,
    title="Practise together - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, DoorState.arrive],
)
app.add_page(
    copractice,
    route=routes.COPRACTICE,
    title="Practise together - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, RoomState.begin],
)
app.add_page(
    admin_decisions,
    route=routes.ADMIN_DECISIONS,
    title="Advice - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, DecisionsState.begin],
)
app.add_page(
    admin_bank,
    route=routes.ADMIN_BANK,
    title="Item bank - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, BankState.begin],
)
app.add_page(
    k_factor,
    route=routes.K_FACTOR,
    title="K-factor - vel_tutor",
    on_load=[*frame.ARRIVING_ALONE, KFactorState.begin],
)

for page, route, title, on_load in (
    (sign_up, routes.SIGN_UP, "Sign up", GateState.arrive),
    (sign_up_account, routes.SIGN_UP_ACCOUNT, "Create your account", SignUpState.arrive),
    (sign_in, routes.SIGN_IN, "Sign in", SignInState.arrive),
    (ask_new_password, routes.RESET_ASK, "New password", NewPasswordState.arrive_to_ask),
    (set_new_password, routes.RESET, "New password", NewPasswordState.arrive_to_set),
    (consent, routes.CONSENT, "Your permission", ConsentState.arrive),
    (stop_consent, routes.REVOCATION, "Take it back", ConsentState.arrive_to_stop),
    (consent_done, routes.CONSENT_DONE, "Thank you", ConsentState.arrive_after),
    (family_link, routes.FAMILY_LINK, "Family", FamilyLinkState.arrive),
    (waiting, routes.WAITING, "Almost there", WaitingState.arrive),
    (mailbox, routes.MAILBOX, "Mailbox", MailboxState.arrive),
):
    app.add_page(
        page, route=route, title=f"{title} - vel_tutor", on_load=[*frame.ARRIVING_ALONE, on_load]
    )
app.add_page(
    settings,
    route=routes.SETTINGS,
    title="Settings - vel_tutor",
    on_load=[
        *frame.ARRIVING,
        SettingsState.arrive,
        SuggestionsState.arrive,
        KinState.begin,
        NoticeChoiceState.begin,
    ],
)
app.add_page(
    family,
    route=routes.FAMILY,
    title="Family - vel_tutor",
    on_load=[*frame.ARRIVING, FamilyState.begin],
)
app.add_page(
    family_child,
    route=routes.FAMILY_CHILD,
    title="Your child - vel_tutor",
    on_load=[*frame.ARRIVING, ChildState.begin],
)
app.add_page(
    streak_page,
    route=routes.STREAK,
    title="Your streak - vel_tutor",
    on_load=[*frame.ARRIVING, StreakState.begin],
)
app.add_page(
    notifications,
    route=routes.NOTIFICATIONS,
    title="Notifications - vel_tutor",
    on_load=[*frame.ARRIVING, InboxState.begin],
)
app.add_page(
    proud,
    route=routes.PROUD,
    title="Your child's week - vel_tutor",
    on_load=[*frame.ARRIVING, ProudState.begin],
)
app.add_page(
    passes,
    route=routes.PASSES,
    title="Class passes - vel_tutor",
    on_load=[*frame.ARRIVING, PassesState.begin],
)
app.add_page(
    tutor_classes,
    route=routes.TUTOR_CLASSES,
    title="Your classes - vel_tutor",
    on_load=[*frame.ARRIVING, TutorClassesState.begin],
)
for page, route, title, on_load in (
    (parent_invited, routes.PARENT_INVITED, "A parent invites you", InvitedState.arrive),
    (new_child, routes.NEW_CHILD, "Your child", NewChildState.arrive),
    (class_sample, routes.CLASS_SAMPLE, "Classes", SamplerState.begin),
):
    app.add_page(
        page, route=route, title=f"{title} - vel_tutor", on_load=[*frame.ARRIVING_ALONE, on_load]
    )
