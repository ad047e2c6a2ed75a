"""Reading skills, grades 2 to 8: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = (
    ("everyday_texts", "Everyday texts", 2, "Reading a notice", ("details", "schedules")),
    ("schedules", "Everyday texts", 3, "Reading a schedule", ("planning",)),
    ("planning", "Everyday texts", 5, "Planning with a schedule", ("rules",)),
    ("steps", "Sequence and cause", 2, "Following steps", ("sequence",)),
    ("flashback", "Sequence and cause", 4, "Stories that jump back in time", ()),
    ("rules", "Inference", 5, "Applying rules from a text", ("deduction",)),
    ("word_parts", "Vocabulary", 4, "Prefixes and suffixes", ("context_clues",)),
    ("context_clues", "Vocabulary", 5, "Word meaning from context", ()),
    ("sound_alikes", "Grammar", 3, "Words that sound alike", ()),
    ("tense", "Grammar", 3, "Verb tense", ("agreement",)),
    ("agreement", "Grammar", 4, "Subject and verb", ("pronouns",)),
    ("pronouns", "Grammar", 5, "Pronoun case", ()),
    ("main_idea", "Main idea", 4, "Main idea of a text", ("evidence",)),
    ("deduction", "Inference", 6, "What must be true", ("evidence", "possibility")),
    ("possibility", "Inference", 7, "What could be true", ()),
    ("evidence", "Argument and evidence", 6, "Statements that a text supports", ()),
    ("commas", "Grammar", 5, "Commas", ()),
    ("details", "Key details", 3, "Finding details in a story", ("main_idea",)),
    ("cause", "Sequence and cause", 3, "Causes and effects", ()),
    ("sequence", "Sequence and cause", 3, "Putting events in order", ("flashback",)),
)

READING: tuple[Skill, ...] = tuple(
    Skill(
        f"reading.{name}", Subject.READING, strand, grade, title, tuple(f"reading.{s}" for s in to)
    )
    for name, strand, grade, title, to in _ROWS
)
