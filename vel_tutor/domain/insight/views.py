"""Figures with their unit, their period and how many people they are of."""

from dataclasses import dataclass, field
from datetime import date

from vel_tutor.vocabulary import CohortSpan, CreditModel, DayCount, LoopKind, Role


@dataclass(frozen=True, kw_only=True)
class KFilters:
    """What somebody wants to see. No loop and no persona named means all of them."""

    simulation: str = ""
    starts_on: date
    ends_on: date
    loops: frozenset[LoopKind] = frozenset()
    personas: frozenset[Role] = frozenset()
    span: CohortSpan = CohortSpan.WEEK
    model: CreditModel = CreditModel.LAST
    is_net: bool = True
    counting: DayCount = DayCount.HOURS


@dataclass(frozen=True, kw_only=True)
class FigureView:
    """An estimate with its 95 % interval, and in words what may be said of it."""

    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    is_enough: bool = False
    """Whether there are people enough to show it."""
    words: str = ""
    interval: str = ""


@dataclass(frozen=True, kw_only=True)
class KLineView:
    """The K-factor of one loop, persona, channel or cohort, or of everything chosen."""

    key: str = ""
    """A word of ours, or the first day of a cohort; empty for all together."""
    title: str = ""
    people: int = 0
    """Active learners of the period, N."""
    joined: float = 0.0
    """Credited sign-ups."""
    valued: float = 0.0
    """Credited sign-ups that also reached first value."""
    signup: FigureView = field(default_factory=FigureView)
    first_value: FigureView = field(default_factory=FigureView)
    exposed: int = 0
    """People who were shown a prompt of it."""
    per_exposed: str = ""
    is_final: bool = False
    maturity: str = ""


@dataclass(frozen=True, kw_only=True)
class FunnelLineView:
    """How far the invitations of one loop, or of all chosen, have come."""

    key: str = ""
    title: str = ""
    sent: int = 0
    opened: int = 0
    joined: int = 0
    valuable: int = 0
    won: int = 0
    rewarded: int = 0


@dataclass(frozen=True, kw_only=True)
class ReturnView:
    """Who is back so many days after joining: the invited, and those who came by themselves."""

    after: int = 0
    invited: int = 0
    invited_back: int = 0
    organic: int = 0
    organic_back: int = 0
    invited_share: FigureView = field(default_factory=FigureView)
    organic_share: FigureView = field(default_factory=FigureView)
    difference: str = ""
    lift: str = ""


@dataclass(frozen=True, kw_only=True)
class BarView:
    """People for whom it took that long."""

    title: str = ""
    people: int = 0
    percent: int = 0
    """Of the largest bar, 0..100."""


@dataclass(frozen=True, kw_only=True)
class WaitView:
    """How long first value takes after the first touch, in one loop or all chosen."""

    key: str = ""
    title: str = ""
    people: int = 0
    valuable: int = 0
    median: str = ""
    """Of everybody, those still on their way included."""
    bars: tuple[BarView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProjectionView:
    """A hundred learners of today, so many weeks on, if each cycle brings what this one did."""

    week: int = 0
    people: int = 0


@dataclass(frozen=True, kw_only=True)
class AlertView:
    """An episode somebody was told of."""

    words: str = ""
    tone: str = "info"
    began_on: str = ""
    is_on: bool = False


@dataclass(frozen=True, kw_only=True)
class KReport:
    """Everything the page shows, from one set of sums."""

    period: str = ""
    model: str = ""
    headline: KLineView = field(default_factory=KLineView)
    is_achieved: bool = False
    verdict: str = ""
    loops: tuple[KLineView, ...] = ()
    personas: tuple[KLineView, ...] = ()
    channels: tuple[KLineView, ...] = ()
    cohorts: tuple[KLineView, ...] = ()
    funnel: tuple[FunnelLineView, ...] = ()
    returns: tuple[ReturnView, ...] = ()
    waits: tuple[WaitView, ...] = ()
    cycle: str = ""
    projection: tuple[ProjectionView, ...] = ()
    alerts: tuple[AlertView, ...] = ()
    simulations: tuple[str, ...] = ()
    is_empty: bool = True
    as_of: str = ""


@dataclass(frozen=True, kw_only=True)
class TableView:
    """A table as it stands on the page and in the file one takes away."""

    name: str = ""
    caption: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class SeriesView:
    """Points of one line or bar, with how far the interval reaches below and above each."""

    x: tuple[str, ...] = ()
    y: tuple[float | None, ...] = ()
    below: tuple[float, ...] = ()
    above: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KScreen:
    """The K-factor page in words, tables and points."""

    period: str = ""
    as_of: str = ""
    model: str = ""
    signup: FigureView = field(default_factory=FigureView)
    first_value: FigureView = field(default_factory=FigureView)
    people: int = 0
    maturity: str = ""
    verdict: str = ""
    is_achieved: bool = False
    is_empty: bool = True
    cycle: str = ""
    outlook: str = ""
    """What a hundred learners would become, or nothing."""
    alerts: tuple[AlertView, ...] = ()
    simulation: str = ""
    simulations: tuple[str, ...] = ()
    loops: TableView = field(default_factory=TableView)
    personas: TableView = field(default_factory=TableView)
    channels: TableView = field(default_factory=TableView)
    cohorts: TableView = field(default_factory=TableView)
    funnel: TableView = field(default_factory=TableView)
    returns: TableView = field(default_factory=TableView)
    waits: TableView = field(default_factory=TableView)
    histogram: TableView = field(default_factory=TableView)
    k_signup_points: SeriesView = field(default_factory=SeriesView)
    k_value_points: SeriesView = field(default_factory=SeriesView)
    invited_points: SeriesView = field(default_factory=SeriesView)
    organic_points: SeriesView = field(default_factory=SeriesView)
    funnel_points: SeriesView = field(default_factory=SeriesView)
    wait_points: SeriesView = field(default_factory=SeriesView)


@dataclass(frozen=True, kw_only=True)
class ChoiceView:
    """The filters as the form shows them."""

    days: str = "30"
    since: str = ""
    until: str = ""
    loops: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    cohorts: str = "week"
    model: str = "last"
    net: str = "1"
    counting: str = "hours"
    simulation: str = ""
    query: str = ""
    """The same as an address says it."""
