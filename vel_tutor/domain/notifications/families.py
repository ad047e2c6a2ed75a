"""What families are told: that a parent asks, and that somebody is linked from now on."""

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts.events import FamilyAsked, FamilyTied
from vel_tutor.domain.notifications.actions import tell
from vel_tutor.vocabulary import NotificationKind, Standing


def tell_of_request(tx: Transaction, asked: FamilyAsked) -> None:
    """Tell whoever may answer in the app: the teen, and the parent linked longest."""
    if asked.child_id is None:
        return
    try:
        standing = accounts.person(tx, asked.child_id).standing
    except NotFound:
        return
    kind, source = NotificationKind.FAMILY_ASKED, asked.request_id
    if standing is Standing.TEEN:
        tell(tx, asked.child_id, kind, source_id=source, path=routes.SETTINGS)
    if asked.first_parent_id:
        tell(tx, asked.first_parent_id, kind, source_id=source, path=routes.FAMILY)


def tell_of_tie(tx: Transaction, tied: FamilyTied) -> None:
    """Tell both that they are linked: a student is always shown who looks on."""
    kind, page = NotificationKind.FAMILY_LINKED, routes.family_child(tied.child_id)
    tell(tx, tied.child_id, kind, source_id=tied.tie_id, path=routes.SETTINGS)
    tell(tx, tied.parent_id, kind, source_id=tied.tie_id, path=page)
