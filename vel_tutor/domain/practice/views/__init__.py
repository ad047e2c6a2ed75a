"""What a screen may hold about practice.

Texts called `html` are safe to put into a page as they are: our own words with MathML in them.
"""

from vel_tutor.domain.practice.views.asking import (
    AnswerView,
    CellView,
    ChoiceView,
    DeckView,
    PartView,
    PlayView,
    QuestionView,
    RowView,
    VerdictView,
)
from vel_tutor.domain.practice.views.results import (
    AdviceView,
    AnsweredView,
    Deed,
    ResultsView,
    ScoreView,
    UnfinishedView,
    VisitView,
    XpLineView,
)
from vel_tutor.domain.practice.views.skills import (
    BrowseView,
    ChipView,
    ExampleView,
    LevelView,
    SkillCardView,
    SkillPageView,
    SkillView,
    SlipView,
    StrandView,
)
from vel_tutor.domain.practice.views.solving import StepView

__all__ = [
    "AdviceView",
    "AnswerView",
    "AnsweredView",
    "BrowseView",
    "CellView",
    "ChipView",
    "ChoiceView",
    "DeckView",
    "Deed",
    "ExampleView",
    "LevelView",
    "PartView",
    "PlayView",
    "QuestionView",
    "ResultsView",
    "RowView",
    "ScoreView",
    "SkillCardView",
    "SkillPageView",
    "SkillView",
    "SlipView",
    "StepView",
    "StrandView",
    "UnfinishedView",
    "VerdictView",
    "VisitView",
    "XpLineView",
]
