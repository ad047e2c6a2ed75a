"""What cannot be decided, in words for the staff."""

from vel_tutor.core.errors import Conflict


class DecidedAlready(Conflict):
    words = "Somebody has decided this already."
    code = "decided_already"


class CannotUndo(Conflict):
    words = "That cannot be taken back: it has already reached people."
    code = "cannot_undo"


class NobodyToTell(Conflict):
    words = "No parent is linked to this account, so there is nobody to tell here."
    code = "nobody_to_tell"
