"""What the app has to say in passing: our own toast region, which needs no eval."""

import reflex as rx

LONGEST = 300


class NoticeState(rx.State):
    """The one notice on show; a new one takes the place of the old."""

    words: str = ""
    tone: str = "info"
    number: rx.Field[int] = rx.field(0)
    """Grows with each notice, so that the same words said again are seen again."""

    @rx.event
    def show(self, words: str, tone: str = "info"):
        """Say `words` in `tone`: info, success, warning or error."""
        self.words = str(words)[:LONGEST]
        self.tone = tone if tone in {"info", "success", "warning", "error"} else "info"
        self.number += 1

    @rx.event
    def dismiss(self):
        """Take the notice away."""
        self.words = ""
