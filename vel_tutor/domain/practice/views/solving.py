"""One line of a worked solution."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StepView:
    """One line of a worked solution: a sentence, and what it claims."""

    html: str = ""
    maths: str = ""
