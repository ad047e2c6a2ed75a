"""One table: which event sets off what. A reaction joins the transaction it is given."""

from collections.abc import Mapping
from uuid import UUID

from jobs.badges import count_for_badges, count_what_was_before, forget_badges
from jobs.coaching import forget_coaching
from jobs.feeding import forget_feed, tell_achievement, tell_challenge
from jobs.friends import count_for_pairs, forget_friends, look_at_friends, part_pair
from jobs.moderation import forget_rulings, tell_of_danger
from jobs.ranking import (
    count_challenge,
    count_for_boards,
    count_or_leave,
    follow_room,
    forget_places,
)
from jobs.rooms import close_party, count_for_rooms, leave_rooms
from jobs.shop import forget_minutes
from jobs.together import count_company, forget_company, wipe_presence
from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import (
    accounts,
    diagnostics,
    flashcards,
    happenings,
    incentives,
    insight,
    notifications,
    practice,
)
from vel_tutor.domain.accounts.events import (
    ChildForgotten,
    FamilyAsked,
    FamilyTied,
    LetterWritten,
    StandingChanged,
)
from vel_tutor.domain.attribution.events import FirstValueReached, InviteeJoined, InviteSent
from vel_tutor.domain.coaching.events import CoachFlagged
from vel_tutor.domain.diagnostics.events import DiagnosticCompleted, DiagnosticSubmitted
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.friends.events import FriendshipEnded
from vel_tutor.domain.happenings import Reaction
from vel_tutor.domain.incentives.events import BadgeEarned, StreakAtRisk, StreakBroken, StreakGrew
from vel_tutor.domain.insight.events import KAlarmRaised
from vel_tutor.domain.loops import prompts, proud_parent, rally
from vel_tutor.domain.loops.events import (
    ChallengeCompleted,
    ChallengeCreated,
    ChallengeFriendJoined,
)
from vel_tutor.domain.loops.rally.events import RallyInvited
from vel_tutor.domain.loops.rescue import RescueCompleted
from vel_tutor.domain.loops.spotlight import SpotlightInvited
from vel_tutor.domain.loops.together.events import PractisedTogether
from vel_tutor.domain.notifications.events import NoticePlanned, NotificationAdded
from vel_tutor.domain.practice.events import LearningSessionEnded, PracticeCompleted
from vel_tutor.domain.rooms.events import RoomChanged, RoomClosed, RoomJoined, RoomLeft, RoomOpened
from vel_tutor.domain.tutoring.events import ClassCalledOff
from vel_tutor.vocabulary import LoopKind


def send_letters(_tx: Transaction, _letter: Event) -> None:
    """Hand over what is due. A letter has a claim of its own and needs no other transaction."""
    accounts.send_due_letters()


def forget_practice(tx: Transaction, gone: Event) -> None:
    """Nothing a forgotten child wrote in practice stays."""
    if isinstance(gone, ChildForgotten):
        practice.forget(tx, gone.child_id)


def forget_cards(tx: Transaction, gone: Event) -> None:
    """No card a forgotten child wrote or learned stays."""
    if isinstance(gone, ChildForgotten):
        flashcards.forget(tx, gone.child_id)


def plan_notice(tx: Transaction, added: Event) -> None:
    """Put a notification on its way beyond the app, as its reader wants."""
    if isinstance(added, NotificationAdded):
        notifications.plan(tx, added.notification_id)


def send_notices(_tx: Transaction, _planned: Event) -> None:
    """Send what is due. A sending has a claim of its own and needs no other transaction."""
    notifications.send_due()


def forget_streaks(tx: Transaction, gone: Event) -> None:
    """On which days a forgotten child practised stays nowhere."""
    if isinstance(gone, ChildForgotten):
        incentives.forget(tx, gone.child_id)


def forget_diagnostics(tx: Transaction, gone: Event) -> None:
    """Nothing a forgotten child wrote in tests stays, nor what came of it."""
    if isinstance(gone, ChildForgotten):
        diagnostics.forget(tx, gone.child_id)


def pass_on_family_request(tx: Transaction, asked: Event) -> None:
    """Write to whoever may say yes to a parent who asks for a child."""
    if isinstance(asked, FamilyAsked):
        accounts.pass_on_request(tx, asked.request_id)


def tell_families(tx: Transaction, news: Event) -> None:
    """Parents and students hear in the app that somebody asks, or is linked."""
    if isinstance(news, FamilyAsked):
        notifications.tell_of_request(tx, news)
    elif isinstance(news, FamilyTied):
        notifications.tell_of_tie(tx, news)


def score_diagnostic(tx: Transaction, handed_in: Event) -> None:
    """Work out what a test came to."""
    if isinstance(handed_in, DiagnosticSubmitted):
        diagnostics.score(tx, handed_in.test_id)


def word_advice(tx: Transaction, scored: Event) -> None:
    """Let a model put into words what a test came to, if there is one and it may."""
    if isinstance(scored, DiagnosticCompleted):
        diagnostics.word(tx, scored.test_id)


def tell_of_growth(tx: Transaction, raised: Event) -> None:
    """Whoever looks after growth hears that K has reached its target, or has been low."""
    if isinstance(raised, KAlarmRaised):
        insight.tell_product_managers(tx, raised.alert_id)


def count_families(tx: Transaction, scored: Event) -> None:
    """A child's first test is what the parent who was invited came for."""
    if isinstance(scored, DiagnosticCompleted):
        proud_parent.child_tested(tx, scored.student_id, is_low_effort=scored.is_low_effort)


def count_for_rally(tx: Transaction, done: Event) -> None:
    """Where a finished deck or test puts its player on the board of the week."""
    if isinstance(done, PracticeCompleted) and done.player_user_id:
        rally.count(tx, done.player_user_id, done.subject)
    elif isinstance(done, DiagnosticCompleted):
        rally.count(tx, done.student_id, done.subject)


def leave_boards(tx: Transaction, gone: Event) -> None:
    """Neither a forgotten child nor anybody who is not to be seen stands on a board."""
    if isinstance(gone, ChildForgotten):
        rally.leave(tx, gone.child_id)
    elif isinstance(gone, StandingChanged):
        rally.leave_if_hidden(tx, gone.user_id)


def offer_prompt(tx: Transaction, happened: Event) -> None:
    """Ask whoever this is a moment for to share something, or note why they are not asked."""
    prompts.consider(tx, happened)


def settle_prompt(tx: Transaction, invited: Event) -> None:
    """What somebody sent, and what came of it, counts for the prompt that led to it."""
    if isinstance(invited, ChallengeCreated):
        prompts.note_done_otherwise(tx, invited.sender_id, LoopKind.BUDDY_CHALLENGE)
    elif isinstance(invited, RallyInvited):
        prompts.note_done_otherwise(tx, invited.sender_id, LoopKind.RESULTS_RALLY)
    elif isinstance(invited, SpotlightInvited):
        prompts.note_done_otherwise(tx, invited.sender_id, LoopKind.ACHIEVEMENT)
    elif isinstance(invited, InviteSent):
        prompts.note_share(tx, invited.link_id, invited.loop)
    elif isinstance(invited, FirstValueReached) and invited.loop is not LoopKind.STREAK_RESCUE:
        prompts.note_first_value(tx, invited.link_id, invited.loop)
    elif isinstance(invited, RescueCompleted):
        both, room_id = invited.user_ids, invited.room_id
        prompts.note_success(tx, both, LoopKind.STREAK_RESCUE, room_id)


def forget_prompts(tx: Transaction, gone: Event) -> None:
    """Nothing a forgotten child was asked stays."""
    if isinstance(gone, ChildForgotten):
        prompts.forget(tx, gone.child_id)


def forget_growth(tx: Transaction, gone: Event) -> None:
    """No day a forgotten child learned on stays."""
    if isinstance(gone, ChildForgotten):
        insight.forget(tx, gone.child_id)


REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {
    BadgeEarned: (
        tell_achievement,
        offer_prompt,
    ),
    RescueCompleted: (
        settle_prompt,
        count_for_badges,
    ),
    InviteeJoined: (count_what_was_before,),
    ChallengeFriendJoined: (count_for_badges,),
    InviteSent: (
        settle_prompt,
        tell_challenge,
    ),
    FirstValueReached: (settle_prompt,),
    ChallengeCreated: (
        settle_prompt,
        tell_challenge,
    ),
    LearningSessionEnded: (offer_prompt,),
    FlashcardDeckCompleted: (
        offer_prompt,
        count_for_badges,
        tell_achievement,
    ),
    ChildForgotten: (
        forget_practice,
        forget_cards,
        forget_diagnostics,
        forget_streaks,
        leave_boards,
        leave_rooms,
        forget_prompts,
        forget_growth,
        forget_places,
        forget_friends,
        forget_company,
        wipe_presence,
        forget_badges,
        forget_feed,
        forget_coaching,
        forget_minutes,
        forget_rulings,
    ),
    DiagnosticCompleted: (
        word_advice,
        count_families,
        count_for_rally,
        offer_prompt,
        count_for_badges,
    ),
    DiagnosticSubmitted: (score_diagnostic,),
    KAlarmRaised: (tell_of_growth,),
    FamilyAsked: (
        pass_on_family_request,
        tell_families,
    ),
    FamilyTied: (tell_families,),
    LetterWritten: (send_letters,),
    StreakAtRisk: (offer_prompt,),
    PracticeCompleted: (
        count_for_rally,
        count_for_boards,
        count_for_rooms,
        count_company,
        offer_prompt,
        count_for_badges,
        tell_achievement,
    ),
    FriendshipEnded: (part_pair,),
    StreakGrew: (
        count_for_pairs,
        count_for_boards,
        count_for_badges,
        tell_achievement,
    ),
    StreakBroken: (count_for_boards,),
    ChallengeCompleted: (
        count_challenge,
        count_for_badges,
        tell_challenge,
    ),
    RoomOpened: (follow_room,),
    RoomChanged: (follow_room,),
    RoomClosed: (follow_room,),
    RoomJoined: (follow_room,),
    RoomLeft: (follow_room,),
    NotificationAdded: (plan_notice,),
    NoticePlanned: (send_notices,),
    RallyInvited: (settle_prompt,),
    SpotlightInvited: (settle_prompt,),
    PractisedTogether: (count_for_badges,),
    StandingChanged: (
        leave_boards,
        count_or_leave,
        leave_rooms,
        wipe_presence,
        look_at_friends,
    ),
    ClassCalledOff: (close_party,),
    CoachFlagged: (tell_of_danger,),
}


def names() -> dict[str, tuple[str, ...]]:
    """The table by the words that are stored."""
    return {
        kind.__name__: tuple(reaction.__name__ for reaction in reactions)
        for kind, reactions in REACTIONS.items()
    }


def by_name() -> Mapping[str, Reaction]:
    """Every reaction by its stored name."""
    return {
        reaction.__name__: reaction for reactions in REACTIONS.values() for reaction in reactions
    }


def carry(delivery_id: str) -> bool:
    """The job: do what one delivery owes."""
    return happenings.carry(UUID(delivery_id), by_name())
