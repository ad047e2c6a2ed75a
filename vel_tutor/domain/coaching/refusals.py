"""Why the tutor may say no."""

from vel_tutor.core.errors import Conflict


class OutOfMinutes(Conflict):
    words = "You have no tutor minutes left. You can get more in the shop."
    code = "out_of_minutes"


class NothingToAsk(Conflict):
    words = "There are no questions on that yet. Please choose something else."
    code = "nothing_to_ask"
