"""Everything that happens by the clock. Each job may be late, skipped, or run twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from croniter import croniter
from redis import Redis
from rq.exceptions import DuplicateJobError

from jobs import clockwork
from jobs.queue import CLOCKWORK, queue
from vel_tutor.domain import happenings


@dataclass(frozen=True)
class Clockwork:
    """A job and its cron line, in UTC."""

    job: Callable[[], object]
    cron: str

    @property
    def name(self) -> str:
        return self.job.__name__

    def slot(self, now: datetime) -> datetime:
        """The latest moment at or before `now` at which the job should have started."""
        if croniter.match(self.cron, now):
            return now.replace(second=0, microsecond=0)
        return croniter(self.cron, now).get_prev(datetime).astimezone(UTC)


SCHEDULE: tuple[Clockwork, ...] = (
    Clockwork(clockwork.send_letters, "* * * * *"),
    Clockwork(clockwork.close_overdue_tests, "* * * * *"),
    Clockwork(clockwork.calibrate_bank, "* * * * *"),
    Clockwork(clockwork.close_visits, "* * * * *"),
    Clockwork(clockwork.close_rescues, "* * * * *"),
    Clockwork(clockwork.send_notices, "* * * * *"),
    Clockwork(clockwork.mend_boards, "* * * * *"),
    Clockwork(clockwork.close_board_weeks, "*/10 * * * *"),
    Clockwork(clockwork.note_ranks, "9 * * * *"),
    Clockwork(clockwork.check_boards, "39 * * * *"),
    Clockwork(clockwork.welcome_veterans, "31 8 * * 1"),
    Clockwork(clockwork.forget_past_boards, "11 4 * * *"),
    Clockwork(clockwork.remind_of_parties, "* * * * *"),
    Clockwork(clockwork.settle_streaks, "*/5 * * * *"),
    Clockwork(clockwork.remind_of_streaks, "2-59/5 * * * *"),
    Clockwork(clockwork.fill_bank, "*/10 * * * *"),
    Clockwork(clockwork.send_weekly_letters, "*/15 * * * *"),
    Clockwork(clockwork.release_due_passes, "3,18,33,48 * * * *"),
    Clockwork(clockwork.forget_old_tests, "51 * * * *"),
    Clockwork(clockwork.forget_unconfirmed_children, "23 * * * *"),
    Clockwork(clockwork.learn_from_prompts, "27 * * * *"),
    Clockwork(clockwork.close_stale_decks, "13 * * * *"),
    Clockwork(clockwork.forget_unfinished_guests, "43 * * * *"),
    Clockwork(clockwork.forget_unfinished_quizzes, "47 * * * *"),
    Clockwork(clockwork.found_clubs, "19 * * * *"),
    Clockwork(clockwork.close_parties, "39 * * * *"),
    Clockwork(clockwork.check_rooms, "31 3 * * *"),
    Clockwork(clockwork.forget_old_rooms, "43 4 * * *"),
    Clockwork(clockwork.forget_old_boards, "33 * * * *"),
    Clockwork(clockwork.forget_old_counts, "37 * * * *"),
    Clockwork(clockwork.forget_old_feed_lines, "57 * * * *"),
    Clockwork(clockwork.roll_up_growth, "*/5 * * * *"),
    Clockwork(clockwork.check_growth, "47 2 * * *"),
    Clockwork(clockwork.watch_growth, "27 3 * * *"),
    Clockwork(clockwork.check_ledger, "41 3 * * *"),
    Clockwork(clockwork.drop_abandoned_tests, "5 4 * * *"),
    Clockwork(clockwork.forget_done_deliveries, "17 4 * * *"),
    Clockwork(clockwork.forget_deleted_cards, "29 4 * * *"),
    Clockwork(clockwork.forget_traces, "53 4 * * *"),
    Clockwork(clockwork.forget_old_advice, "53 4 * * *"),
    Clockwork(clockwork.fit_memories, "7 * * * *"),
    Clockwork(clockwork.recount_badges, "6-59/10 * * * *"),
    Clockwork(clockwork.count_rarity, "19 * * * *"),
    Clockwork(clockwork.close_idle_coaching, "4-59/5 * * * *"),
    Clockwork(clockwork.forget_coaching_words, "11 4 * * *"),
)


def start_due(redis: Redis, now: datetime) -> list[str]:
    """Enqueue each job whose latest slot nobody has claimed, and name them.

    After a pause of the scheduler a job runs once, for its latest slot, not once for each missed.
    """
    started: list[str] = []
    for entry in SCHEDULE:
        slot = entry.slot(now)
        if happenings.claim_tick(entry.name, slot) and _enqueue(entry, slot, redis):
            started.append(entry.name)
    return started


def _enqueue(entry: Clockwork, slot: datetime, redis: Redis) -> bool:
    try:
        queue(CLOCKWORK, redis).enqueue(
            f"jobs.clockwork.{entry.name}",
            job_id=f"{entry.name}-{int(slot.timestamp())}",
            unique=True,
            result_ttl=0,
            failure_ttl=3600,
        )
    except DuplicateJobError:
        return False
    return True
