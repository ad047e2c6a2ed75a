"""Fair tests and variables."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import look, sentence
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, Person, rolls, some


@dataclass(frozen=True)
class Trial:
    """One experiment as somebody set it up."""

    plan: int
    person: Person
    kept: tuple[tuple[str, str], ...]
    """What is the same in both setups, with its value."""
    flaw: tuple[str, str, str]
    """What differs but should not, with both values."""
    order: tuple[int, ...]
    turned: bool

    @property
    def of(self) -> dict[str, Any]:
        return table("experiments")["experiments"][self.plan]


@lru_cache(maxsize=512)
def _trial(seed: int) -> Trial:
    rng = rolls("trial", seed)
    plan = rng.randrange(len(table("experiments")["experiments"]))
    values = table("experiments")["experiments"][plan]["values"]
    changed = table("experiments")["experiments"][plan]["changed"]
    flaw, *kept = some(rng, [name for name in values if name != changed], 5)
    first, second = some(rng, values[flaw], 2)
    return Trial(
        plan,
        rng.choice(PEOPLE),
        tuple((name, rng.choice(values[name])) for name in kept),
        (flaw, first, second),
        some(rng, range(6), 6),
        rng.random() < 0.5,
    )


# --- what is wrong with this test -----------------------------------------------------------------


def _table(trial: Trial) -> str:
    changed = trial.of["changed"]
    rows = [
        *(f"{name} | {value} | {value}" for name, value in trial.kept),
        " | ".join(trial.flaw),
        " | ".join((changed, *trial.of["values"][changed][:: -1 if trial.turned else 1])),
    ]
    head = " | ".join(("what", *trial.of["setups"]))
    return "\n".join((head, *(rows[place] for place in trial.order)))


def _fair(p: Params) -> Question:
    trial = _trial(p.trial)
    changed, flaw = trial.of["changed"], trial.flaw
    wrong = {
        f"same_{place}": Slip(
            sentence(f"the {name}"), f"The {name} is {value} for both, so that part is fair."
        )
        for place, (name, value) in enumerate(trial.kept)
    }
    wrong["tested"] = Slip(
        sentence(f"the {changed}"),
        f"The {changed} must differ: that is what {trial.person.name} wants to test.",
    )
    return Question(
        stem=(
            f"{trial.person.name} tests {trial.of['aim']}. The table shows the plan."
            " What should be changed to make the test fair?"
        ),
        key=sentence(f"the {flaw[0]}"),
        wrong=wrong,
        hints=(
            "In a fair test only one thing differs: the thing that is tested.",
            "Find the rows where the two sides differ. Which of them is not being tested?",
        ),
        steps=(
            Step("These two differ, as they should.", _row(trial, changed), changed),
            Step("These differ as well, so the test is unfair.", " | ".join(flaw), flaw[0]),
        ),
        passage=_table(trial),
        same=(trial.plan, trial.kept, flaw),
    )


def _row(trial: Trial, name: str) -> str:
    rows = _table(trial).split("\n")
    return next(row for row in rows if row.startswith(f"{name} |"))


def _fair_checks(p: Params, q: Question, answer: str) -> bool:
    """Read the table: the row differs, and is not named by the question's aim."""
    for row in q.passage.split("\n")[1:]:
        name, left, right = row.split(" | ")
        if sentence(f"the {name}") == answer:
            return left != right and name != _trial(p.trial).of["changed"]
    return False


# --- which variable is which ----------------------------------------------------------------------

_ROLES = ("changed", "measured", "kept")
_ASKS = {
    "changed": "Which one does {name} change on purpose (the independent variable)?",
    "measured": "Which one does {name} measure (the dependent variable)?",
    "kept": "Which one is kept the same (a controlled variable)?",
}


def _plan_text(trial: Trial) -> str:
    plan, person = trial.of, trial.person
    first, second = trial.kept[0][0], trial.kept[1][0]
    lines = (
        f"{person.name} wants to find out {plan['aim']}.",
        f"Two setups, {' and '.join(plan['setups'])}, get a different {plan['changed']}.",
        f"{person.cap} takes care that the {first} is the same for both.",
        f"The {second} is the same as well.",
        f"After {plan['later']}, {person.he} measures the {plan['measured']} and writes it down.",
        f"{person.cap} does not pay attention to the {trial.flaw[0]}.",
    )
    shuffled = [lines[place] for place in ((0, 1, 2, 3, 5, 4) if trial.turned else range(6))]
    return f"{person.name}'s Test\n\n{' '.join(shuffled)}"


def _variables(p: Params) -> Question:
    trial = _trial(p.trial)
    by_role = {
        "changed": trial.of["changed"],
        "measured": trial.of["measured"],
        "kept": trial.kept[p.which][0],
        "ignored": trial.flaw[0],
        "unsaid": trial.kept[2][0],
    }
    text = _plan_text(trial)
    told = {role: reader.saying(text, name) for role, name in by_role.items() if role != "unsaid"}
    why_not = {
        "changed": f"That is what differs between the setups. {look(told['changed'][0])}",
        "measured": f"That is what is measured at the end. {look(told['measured'][0])}",
        "kept": f"That is the same in both setups. {look(told['kept'][0])}",
        "ignored": f"Nobody pays attention to that. {look(told['ignored'][0])}",
        "unsaid": "The plan says nothing about that. Read the sentences one by one.",
    }
    return Question(
        stem=_ASKS[p.role].format(name=trial.person.name),
        key=f"the {by_role[p.role]}",
        wrong={
            role: Slip(f"the {name}", why_not[role])
            for role, name in by_role.items()
            if role != p.role
        },
        hints=(
            "You change one thing, you measure one thing, and you keep the rest the same.",
            "Look for the words “different”, “same” and “measures” in the plan.",
        ),
        steps=(Step("This sentence tells it.", told[p.role][0], by_role[p.role]),),
        passage=text,
        same=(trial.plan, trial.kept, trial.flaw[0]),
    )


_SIGNS = {"changed": "different", "measured": "measures", "kept": "same"}


def _variables_check(p: Params, q: Question, answer: str) -> bool:
    return any(reader.says(part, _SIGNS[p.role]) for part in reader.saying(q.passage, answer[4:]))


FAMILIES = (
    asking(
        Asking(
            id="science.inquiry.fair",
            skill="science.fair_test",
            grade=5,
            time_s=60,
            params={"trial": range(6000)},
            make=_fair,
            slips=("same_0", "same_1", "same_2", "same_3", "tested"),
            checker=_fair_checks,
        )
    ),
    asking(
        Asking(
            id="science.inquiry.variables",
            skill="science.variables",
            grade=6,
            time_s=60,
            params={"trial": range(6000), "role": _ROLES, "which": (0, 1)},
            make=_variables,
            slips=("changed", "measured", "kept", "ignored", "unsaid"),
            checker=_variables_check,
        )
    ),
)
