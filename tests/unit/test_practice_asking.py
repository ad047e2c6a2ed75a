"""How a question is told apart from the next one."""

from dataclasses import replace

from vel_tutor import content
from vel_tutor.domain.practice.asking import asked


def test_questions_that_begin_alike_and_differ_in_their_figure_look_different():
    seeds = range(60)
    drawn = [content.instance(family.id, 1) for family in content.families() if not family.authored]
    item = next(one for one in drawn if one.figure)
    others = [content.instance(item.family, seed) for seed in seeds]
    other = next(one for one in others if one.figure != item.figure)

    assert asked(replace(other, stem=item.stem), 0).looks != asked(item, 0).looks
    assert asked(item, 0).looks == asked(item, 0).looks


def test_which_choice_is_right_does_not_change_how_a_question_looks():
    drawn = (content.instance(family.id, 1) for family in content.families() if not family.authored)
    item = next(one for one in drawn if one.choices)
    turned = tuple(replace(choice, right=not choice.right) for choice in item.choices)

    assert asked(replace(item, choices=turned), 0).looks == asked(item, 0).looks
