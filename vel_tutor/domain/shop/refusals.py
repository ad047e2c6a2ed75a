"""Why the shop may say no. Whatever it refuses costs nothing."""

from vel_tutor.core.errors import Conflict, NotAllowed


class KeyReused(Conflict):
    words = "That request was for something else. Please reload the shop and choose again."
    code = "key_reused"


class OwnedAlready(Conflict):
    words = "You own this already."
    code = "owned_already"


class ShieldsFull(Conflict):
    words = "You hold two shields, which is the most. Come back when one has been used."
    code = "shields_full"


class EnoughForNow(Conflict):
    words = "That was all for now. You can get another one later."
    code = "enough_for_now"


class ParentNeeded(NotAllowed):
    words = "A parent books classes. Link one in your settings first."
    code = "parent_needed"


class UndoOver(Conflict):
    words = "A purchase can be undone for 10 minutes. That time is over."
    code = "undo_over"


class UndoneAlready(Conflict):
    words = "That was undone already. Your XP is back."
    code = "undone_already"


class UsedAlready(Conflict):
    words = "Some of it is used already, so it cannot be undone."
    code = "used_already"


class NotOwned(NotAllowed):
    words = "You do not own these colours yet."
    code = "not_owned"
