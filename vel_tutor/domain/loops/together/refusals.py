"""What keeps somebody from joining a friend, in words for them."""

from vel_tutor.core.errors import Conflict, NotAllowed


class CompanyOff(NotAllowed):
    words = "To practise with friends, be seen and have friends switched on in your settings."
    code = "company_off"


class NotPractising(Conflict):
    words = "They are not at a deck you could join any more."
    code = "not_practising"


class WantsToBeAlone(Conflict):
    words = "They would rather practise alone just now."
    code = "wants_to_be_alone"


class DeckFull(Conflict):
    words = "Four are at these questions already. Join them at the next ones."
    code = "deck_full"


class KeptApart(NotAllowed):
    words = "You cannot join everybody who is at these questions."
    code = "kept_apart"
