"""All reading families, from first texts to harder ones."""

from vel_tutor.content.families import (
    reading_commas,
    reading_deduction,
    reading_diary,
    reading_figures,
    reading_grammar,
    reading_helping,
    reading_howto,
    reading_main_idea,
    reading_meanings,
    reading_notice,
    reading_reports,
    reading_roots,
    reading_rules,
    reading_schedule,
    reading_shades,
    reading_sight,
    reading_sounds,
    reading_words,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *reading_notice.FAMILIES,
    *reading_howto.FAMILIES,
    *reading_schedule.FAMILIES,
    *reading_helping.FAMILIES,
    *reading_main_idea.FAMILIES,
    *reading_diary.FAMILIES,
    *reading_rules.FAMILIES,
    *reading_deduction.FAMILIES,
    *reading_reports.FAMILIES,
    *reading_words.FAMILIES,
    *reading_grammar.FAMILIES,
    *reading_commas.FAMILIES,
    *reading_sounds.FAMILIES,
    *reading_sight.FAMILIES,
    *reading_meanings.FAMILIES,
    *reading_shades.FAMILIES,
    *reading_roots.FAMILIES,
    *reading_figures.FAMILIES,
)
