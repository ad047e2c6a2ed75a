"""What a screen may hold about a badge that is shown around."""

from dataclasses import dataclass

from vel_tutor.domain.loops.views import LinkDeckView


@dataclass(frozen=True)
class TryView(LinkDeckView):
    """The page behind the link of a badge."""

    badge: str = ""
    """Its key; the address of the page has it, too."""
    family: str = ""
    picture: str = ""
    task: str = ""
    correct: int = 0
    percent: int = 0
    """Of the way to the first level."""
    progress: str = ""
