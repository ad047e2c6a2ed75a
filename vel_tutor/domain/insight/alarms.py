"""Watching the K-factor of whole fortnights, each on the day nothing of it can change any more."""

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import accounts, notifications
from vel_tutor.domain.insight import figures, periods, rules, summing
from vel_tutor.domain.insight.events import KAlarmRaised
from vel_tutor.domain.insight.facts import run
from vel_tutor.domain.insight.rules import Episode, Period, Value
from vel_tutor.domain.insight.summing import EVERYTHING, Cut
from vel_tutor.domain.insight.views import AlertView
from vel_tutor.models.insight import KAlert, KDay
from vel_tutor.vocabulary import CreditModel, KAlarm, KGoal, LoopKind, NotificationKind, Role

DAYS_WATCHED = 60
"""How far back missing days are made up for."""
SHOWN_FOR = timedelta(days=30)
TONES = {KAlarm.REACHED: "mint", KAlarm.CONFIRMED: "mint", KAlarm.WARNING: "coral"}


def watch(simulation: str = "") -> int:
    """Take the final value of each day that has one by now; tell of new episodes, once each.

    Late, twice or after a restart, it says the same. Returns how many were told.
    """
    with transaction() as tx:
        run(tx, "SET LOCAL statement_timeout = '5min'")
        run(tx, "SELECT pg_advisory_xact_lock(hashtext('k-factor alarms'))")
        _note_values(tx, simulation)
        return sum(_tell_new(tx, simulation, loop) for loop in ("", *LoopKind))


def _note_values(tx: Transaction, simulation: str) -> None:
    first = periods.first_day(tx, simulation)
    if first is None:
        return
    today = tx.now.date()
    newest = today - rules.WINDOW - timedelta(days=1)
    oldest = max(first + timedelta(days=rules.FORTNIGHT - 1), newest - timedelta(days=DAYS_WATCHED))
    noted = "SELECT day FROM k_day WHERE simulation = :simulation AND loop = ''"
    known = set(run(tx, noted, simulation=simulation).scalars())
    for step in range((newest - oldest).days + 1):
        day = oldest + timedelta(days=step)
        if day not in known:
            _note_value(tx, simulation, day)


def _note_value(tx: Transaction, simulation: str, day: date) -> None:
    """The value stays as it was when it became final, so that what was told stays true."""
    period = rules.days_until(day, rules.FORTNIGHT)
    was_kept = period in periods.kept(tx, simulation)
    if not was_kept:
        periods.roll_up(tx, simulation, period, tx.now)
    sums = summing.load(tx, simulation, {period}, CreditModel.LAST, is_net=True)[period]
    if not was_kept:
        periods.drop(tx, simulation, period)
    for loop in ("", *LoopKind):
        cut = Cut(frozenset({loop}) if loop else EVERYTHING.loops, EVERYTHING.personas)
        found = sums.k(KGoal.SIGNUP, cut)
        tx.session.add(
            KDay(
                simulation=simulation,
                loop=loop,
                day=day,
                people=sums.people(cut),
                k=found.value if found else 0.0,
                low=found.low if found else 0.0,
                high=found.high if found else 0.0,
            )
        )
    tx.session.flush()


def _tell_new(tx: Transaction, simulation: str, loop: str) -> int:
    """Note what there is to tell of one loop (of all together, if empty)."""
    values = tx.session.exec(
        select(KDay).where(KDay.simulation == simulation, KDay.loop == loop).order_by(col(KDay.day))
    ).all()
    told = 0
    for episode in rules.episodes([Value(v.day, v.people, v.k, v.low) for v in values]):
        if loop and episode.alarm is KAlarm.WARNING:
            continue  # one loop is a part of K: below 0.8 is how most of them are meant to be
        told += _tell(tx, simulation, loop, episode)
    return told


def _tell(tx: Transaction, simulation: str, loop: str, episode: Episode) -> bool:
    name = f"k-alert/{simulation}/{loop}/{episode.alarm}/{episode.began_on}"
    known = tx.session.get(KAlert, uuid5(NAMESPACE_URL, name))
    if known is not None:
        known.cleared_on = episode.cleared_on
        tx.session.add(known)
        return False
    alert = KAlert(
        id=uuid5(NAMESPACE_URL, name),
        simulation=simulation,
        loop=loop,
        alarm=episode.alarm,
        began_on=episode.began_on,
        cleared_on=episode.cleared_on,
        k=episode.k,
        told_at=tx.now,
    )
    tx.session.add(alert)
    tx.session.flush()
    if episode.cleared_on is None and not simulation:
        tx.publish(KAlarmRaised(alert_id=alert.id, alarm=episode.alarm))
    return True


def tell_product_managers(tx: Transaction, alert_id: UUID) -> int:
    """Tell everybody who looks after growth of one alarm, once each; says how many that were."""
    alert = tx.session.exec(select(KAlert).where(KAlert.id == alert_id)).one()
    told = 0
    for manager_id in accounts.with_role(tx, Role.PRODUCT_MANAGER):
        told += notifications.tell(
            tx,
            manager_id,
            NotificationKind.K_FACTOR,
            source_id=alert.id,
            path=routes.K_FACTOR,
            data={"alarm": alert.alarm.value, "loop": alert.loop, "k": f"{alert.k:.2f}"},
        )
    return told


def shown(tx: Transaction, simulation: str) -> tuple[AlertView, ...]:
    """What is on, and what was lately; what is on comes first."""
    since = tx.now.date() - SHOWN_FOR
    alerts = tx.session.exec(
        select(KAlert)
        .where(
            KAlert.simulation == simulation,
            col(KAlert.cleared_on).is_(None) | (col(KAlert.cleared_on) > since),
        )
        .order_by(col(KAlert.cleared_on).is_not(None), col(KAlert.began_on).desc())
    ).all()
    return tuple(_view(alert) for alert in alerts)


def _view(alert: KAlert) -> AlertView:
    return AlertView(
        words=words(alert),
        tone=TONES[alert.alarm],
        began_on=figures.day_words(alert.began_on),
        is_on=alert.cleared_on is None,
    )


def words(alert: KAlert) -> str:
    """What an alarm says."""
    whose = figures.loop_title(alert.loop) if alert.loop else "All loops together"
    period = Period(alert.began_on - timedelta(days=rules.FORTNIGHT - 1), alert.began_on)
    when = f"in the fortnight {figures.period_words(period)}"
    match alert.alarm:
        case KAlarm.REACHED:
            said = f"K at sign-up reached {alert.k:.2f} (target {rules.TARGET_SIGNUP:.2f})"
        case KAlarm.CONFIRMED:
            said = (
                f"K at sign-up is {alert.k:.2f}, above {rules.TARGET_SIGNUP:.2f} for certain (95 %)"
            )
        case KAlarm.WARNING:
            said = (
                f"K at sign-up has been under {rules.WARN_BELOW} for three days, now {alert.k:.2f}"
            )
    return f"{whose}: {said}, {when}."
