"""The rooms of the demo: the clubs of the house, some groups by the staff, and a party by Tess."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms import PartyForm, RoomForm
from vel_tutor.vocabulary import Subject

GROUPS = (
    RoomForm(subject="math", name="Algebra Aces", band="teen", grades="6-8"),
    RoomForm(subject="science", name="Bio Squad", band="teen", grades="9-12"),
    RoomForm(subject="reading", name="Story Explorers", band="child", grades="3-5"),
)
PARTY = "Fractions live with Tess"
PARTY_IN = timedelta(days=2)


def furnish(*, staff: Actor, tutor: Actor, students: Sequence[Actor]) -> None:
    """Open whatever is missing, and let the students into the first group and the math club."""
    rooms.found_clubs()
    shelf = rooms.browse(staff)
    known = {card.name for card in (*shelf.mine, *shelf.rooms, *shelf.coming)}
    for form in GROUPS:
        if form.name not in known:
            rooms.open_group(staff, form)
    if PARTY not in known:
        _plan(tutor)
    wanted = {GROUPS[0].name, "Math Club"}
    for student in students:
        for card in rooms.browse(student, subject=Subject.MATH).rooms:
            if card.name in wanted:
                rooms.join(student, UUID(rooms.room(student, card.slug).room_id))


def _plan(tutor: Actor) -> None:
    """A party in two days, at four in the afternoon by the tutor's clock."""
    day = (clock.now() + PARTY_IN).astimezone(ZoneInfo(tutor.time_zone))
    form = PartyForm(
        name=PARTY, band="teen", subject="math", day=f"{day:%Y-%m-%d}", at="16:00", minutes="30"
    )
    rooms.open_party(tutor, form)
