"""The bank is counted as it is, and a planted fault does not slip through."""

from dataclasses import replace

from vel_tutor import content
from vel_tutor.content import bank as items
from vel_tutor.vocabulary import Subject
from vt import bank

SOUND = "math.decimals.in_order"


def test_a_sound_family_has_nothing_to_say():
    found = bank.examine_family(SOUND, range(200))

    assert (found.instances, found.disagreements, found.false_steps) == (200, 0, 0)
    assert found.faults == []
    assert found.distinct[SOUND] > 100


def test_a_checker_that_contradicts_the_key_is_counted(monkeypatch):
    family = content.family(SOUND)
    monkeypatch.setitem(items._FAMILIES, SOUND, replace(family, checker=lambda p, value: False))
    items.draft.cache_clear()

    found = bank.examine_family(SOUND, range(30))

    assert found.disagreements == 30
    items.draft.cache_clear()


def test_a_false_step_is_counted(monkeypatch):
    family = content.family(SOUND)
    steps = (replace(items.steps(family, items.params(SOUND, 1))[0], rhs="7"),)
    monkeypatch.setitem(items._FAMILIES, SOUND, replace(family, steps=steps))

    found = bank.examine_family(SOUND, range(30))

    assert found.false_steps == 30


def test_the_report_counts_families_skills_and_formats():
    found = bank.examine_family(SOUND, range(200))

    report = bank.report({"math": 7}, found)

    parametric = [family for family in content.families() if not family.authored]
    assert sum(report["families"].values()) == len(parametric)
    assert report["skills"] == len(content.skills())
    assert report["live"] == {"math": 7, "all": 7}
    assert report["gate_failures"] == 0
    assert set(report["skills_covered"]) == set(Subject)


def test_every_skill_has_questions():
    for bands in bank.skills_covered().values():
        for covered in bands.values():
            taught, there = covered.split(" of ")
            assert taught == there, bands
