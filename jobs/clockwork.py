"""The jobs of the clock: doorways into the domain."""

import logging
from datetime import timedelta

from vel_tutor.core.log import say
from vel_tutor.domain import (
    accounts,
    advice,
    attribution,
    badges,
    bank,
    boards,
    coaching,
    diagnostics,
    feed,
    flashcards,
    happenings,
    incentives,
    insight,
    loops,
    notifications,
    practice,
    rooms,
    safety,
)
from vel_tutor.domain.loops import prompts, proud_parent, rally, rescue, spotlight

log = logging.getLogger(__name__)
DELIVERIES_KEPT = timedelta(days=30)


def check_ledger() -> int:
    """Nightly: compare every balance with the sum of its entries. Says how many differ."""
    differing = incentives.drift()
    if differing:
        say(log, logging.CRITICAL, "balances differ from the ledger", count=differing)
    return differing


def send_notices() -> int:
    """Every minute: notifications that waited for a better hour, or found no push service."""
    return notifications.send_due()


def settle_streaks() -> int:
    """Every five minutes, so each zone soon after its day: streaks of days that are over."""
    return incentives.settle_streaks()


def remind_of_streaks() -> int:
    """Every five minutes: learners whose day runs out, or whose usual hour of practice it is."""
    return incentives.remind_of_streaks()


def forget_done_deliveries() -> int:
    """Daily: events that took effect more than a month ago."""
    return happenings.forget_done(DELIVERIES_KEPT)


def send_letters() -> int:
    """Every minute: mail that is due by now, or that found no server before."""
    return accounts.send_due_letters()


def forget_unconfirmed_children() -> int:
    """Hourly: children whose parent has not answered in time."""
    return accounts.forget_unconfirmed_children()


def forget_old_counts() -> int:
    """Hourly: tries that were counted in the database while Redis was away, in windows now over."""
    return safety.forget_old_counts()


def forget_old_advice() -> int:
    """Daily: what advisers said more than three months ago."""
    return advice.forget_old()


def fill_bank() -> int:
    """Every ten minutes: questions for what is new in the content, siblings for what is worn."""
    return bank.fill()


def forget_old_tests() -> int:
    """Hourly: exposure counts the latest tests of each grade only."""
    return bank.forget_old_tests()


def forget_deleted_cards() -> int:
    """Daily: flashcards and decks that were deleted over a month ago."""
    return flashcards.forget_deleted()


def close_overdue_tests() -> int:
    """Every minute: parts of tests whose time is over; a test with nothing to come is handed in."""
    return diagnostics.close_overdue()


def drop_abandoned_tests() -> int:
    """Daily: tests nobody has touched for a month."""
    return diagnostics.drop_abandoned()


def calibrate_bank() -> int:
    """Every minute: the bank learns from each finished engaged test, once and in order."""
    return diagnostics.learn_from_tests()


def fit_memories() -> int:
    """Hourly: the memory model of whoever has answered enough flashcards since the last time."""
    return flashcards.fit_memories()


def close_visits() -> int:
    """Every minute: visits nobody has answered anything in for twenty minutes are over."""
    return practice.close_visits()


def learn_from_prompts() -> int:
    """Hourly: how often people take each loop up, and how much they differ in it."""
    return prompts.learn_from_prompts()


def close_stale_decks() -> int:
    """Hourly: decks of practice that nobody has touched for two weeks."""
    return practice.close_stale()


def forget_unfinished_guests() -> int:
    """Hourly: games and rescues guests began a week ago and never finished."""
    return loops.forget_unfinished_guests() + rescue.forget_unfinished_guests()


def found_clubs() -> int:
    """Hourly: one club for each subject and age band, should one be missing."""
    return rooms.found_clubs()


def remind_of_parties() -> int:
    """Every minute: those who asked to be told before a watch-party begins."""
    return rooms.remind_due()


def close_parties() -> int:
    """Hourly: the rooms of watch-parties that ended a day ago."""
    return rooms.close_over()


def check_rooms() -> int:
    """Nightly: the kept number of members of each room. Says how many differed."""
    differing = rooms.check_counts()
    if differing:
        say(log, logging.WARNING, "rooms had counted their members wrong", count=differing)
    return differing


def forget_old_rooms() -> int:
    """Daily: boards, goals and signs of rooms of more than a month ago."""
    gone = 0
    while rooms_gone := rooms.forget_old():
        gone += rooms_gone
    return gone


def close_rescues() -> int:
    """Every minute: rooms for two whose time is over, and shields that wait for nobody."""
    return rescue.close_over()


def forget_traces() -> int:
    """Daily: from where links were opened, after thirty days."""
    gone = 0
    while some := attribution.forget_traces():
        gone += some
    return gone


def roll_up_growth() -> bool:
    """Every five minutes: what has happened since the last turn, into the sums dashboards read."""
    return insight.catch_up()


def check_growth() -> int:
    """Nightly: make those sums anew. Says how many had gone astray, and they are right again."""
    differing = insight.check()
    if differing:
        say(log, logging.CRITICAL, "rolled-up sums differed from the facts", count=differing)
    return differing


def watch_growth() -> int:
    """Daily: the K-factor that has become final; whoever looks after growth hears of alarms."""
    return insight.watch()


def send_weekly_letters() -> int:
    """Every quarter of an hour: on Mondays from nine, each parent's letter about the last week."""
    return proud_parent.send_weekly_letters()


def release_due_passes() -> int:
    """Every quarter of an hour: class passes whose hold is over."""
    return proud_parent.release_due_passes()


def forget_unfinished_quizzes() -> int:
    """Hourly: placement quizzes and tries guests began a week ago and never finished."""
    return rally.forget_unfinished_quizzes() + spotlight.forget_unfinished_tries()


def forget_old_boards() -> int:
    """Hourly: who stood where on the boards of past weeks."""
    return rally.forget_old_boards()


def close_board_weeks() -> int:
    """Every ten minutes: boards whose week is over, by the clock of their own zone."""
    return boards.close_weeks()


def note_ranks() -> int:
    """Hourly: boards whose ranks were not noted for a day, so that tomorrow shows who moved."""
    return boards.note_ranks()


def welcome_veterans() -> int:
    """On Mondays: newcomers who are none any more go over to the board of all time."""
    return boards.welcome_veterans()


def mend_boards() -> int:
    """Every minute: copies of boards in Redis that were lost or could not be kept."""
    return boards.mend()


def check_boards() -> int:
    """Hourly: copies of boards that do not hold everybody who stands on them."""
    differing = boards.check()
    if differing:
        say(log, logging.WARNING, "copies of boards differed from their rows", count=differing)
    return differing


def forget_past_boards() -> int:
    """Daily: boards of weeks more than a year ago."""
    gone = 0
    while some := boards.forget_old():
        gone += some
    return gone


def recount_badges() -> int:
    """Every ten minutes: badges of people who earned them before the catalogue knew of them."""
    return badges.recount_some()


def count_rarity() -> int:
    """Hourly: how many learners hold each badge."""
    return badges.count_rarity()


def forget_old_feed_lines() -> int:
    """Hourly: lines of the feed that are half a year old."""
    return feed.forget_old_lines()


def close_idle_coaching() -> int:
    """Every five minutes: conversations with the tutor that nobody goes on with."""
    return coaching.close_idle()


def forget_coaching_words() -> int:
    """Daily: what was said to and by the tutor more than thirty days ago."""
    return coaching.forget_words()
