"""Details, causes and order in short true-to-life stories about people who help."""

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Telling, look, sentence
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.helping import Helping, draw, tell
from vel_tutor.content.worlds.people import NAMES

WORLDS = range(6000)
_OTHERS = ("another_1", "another_2", "another_3")


def _world(p: Params) -> tuple[Helping, Telling]:
    world = draw(p.world)
    return world, tell(world)


def _others(p: Params) -> list[int]:
    return [place for place in range(4) if place != p.ask]


# --- who ------------------------------------------------------------------------------------------


def _who(p: Params) -> Question:
    world, told = _world(p)
    job, key = world.jobs[p.ask], world.people[p.ask].name
    wrong = {
        slip: Slip(
            world.people[place].name,
            f"{world.people[place].name} {world.jobs[place].did}."
            f" {look(told.quote(world.people[place].name, 'did'))}",
        )
        for slip, place in zip(_OTHERS, _others(p), strict=True)
    }
    stranger = world.stranger.name
    wrong["unsupported"] = Slip(
        stranger, f"Nobody called {stranger} is in the passage. Look for “{job.did}”."
    )
    quote = told.quote(key, "did")
    return Question(
        stem=f"Who {job.did}?",
        key=key,
        wrong=wrong,
        hints=(
            "Find the words of the question in the passage.",
            f"Look for “{job.did}”. Whose name stands in that sentence?",
        ),
        steps=(Step(f"This sentence tells who {job.did}.", quote, key),),
        passage=told.text,
        same=(world.people, world.jobs),
    )


def _who_checks(p: Params, q: Question, answer: str) -> bool:
    return reader.told_of(q.passage, answer, NAMES, draw(p.world).jobs[p.ask].did)


# --- where, when ----------------------------------------------------------------------------------


def _where(p: Params) -> Question:
    world, told = _world(p)
    name, job = world.people[p.ask].name, world.jobs[p.ask]
    wrong = {
        slip: Slip(
            world.jobs[place].place,
            f"That is where {world.people[place].name} worked."
            f" {look(told.quote(world.people[place].name, 'place'))}",
        )
        for slip, place in zip(_OTHERS, _others(p), strict=True)
    }
    elsewhere = world.unused[0].place
    wrong["unsupported"] = Slip(
        elsewhere, f"Nobody in the passage works {elsewhere}. Find the sentence about {name}."
    )
    return Question(
        stem=f"Where did {name} {job.do}?",
        key=job.place,
        wrong=wrong,
        hints=(
            f"Find the sentence that says what {name} did.",
            "Read that sentence to the end. Which words name a place?",
        ),
        steps=(Step(f"This sentence tells where {name} was.", told.quote(name, "did"), job.place),),
        passage=told.text,
        same=(world.people, world.jobs),
    )


def _where_checks(p: Params, q: Question, answer: str) -> bool:
    return reader.told_of(q.passage, draw(p.world).people[p.ask].name, NAMES, answer)


# --- why, and what came of it ---------------------------------------------------------------------


def _why(p: Params) -> Question:
    world, told = _world(p)
    name, job = world.people[p.ask].name, world.jobs[p.ask]
    wrong = {
        slip: Slip(
            sentence(world.jobs[place].reason),
            f"That is why {world.people[place].name} {world.jobs[place].did}, not {name}.",
        )
        for slip, place in zip(_OTHERS, _others(p), strict=True)
    }
    wrong["reversed"] = Slip(
        sentence(job.effect),
        f"That came after the work. A reason comes before. {look(told.quote(job.do, 'effect'))}",
    )
    wrong["unsupported"] = Slip(
        sentence(job.guess), "That could be, but the passage never says it. Look for “because”."
    )
    return Question(
        stem=f"Why did {name} {job.do}?",
        key=sentence(job.reason),
        wrong=wrong,
        hints=(
            "The word “because” comes before a reason.",
            f"Find {name} first, then read the sentence that comes next.",
        ),
        steps=(
            Step(f"This is what {name} did.", told.quote(name, "did"), job.did),
            Step("“Because” shows the reason.", told.quote(job.do, "reason"), job.reason),
        ),
        passage=told.text,
        same=(world.people, world.jobs),
    )


def _why_checks(p: Params, q: Question, answer: str) -> bool:
    spoken = reader.about(q.passage, draw(p.world).people[p.ask].name, NAMES)
    reasons = [part.partition(" because ")[2] for part in spoken]
    return any(reader.words(reason) == reader.words(answer) for reason in reasons if reason)


def _effect(p: Params) -> Question:
    world, told = _world(p)
    name, job = world.people[p.ask].name, world.jobs[p.ask]
    wrong = {
        slip: Slip(
            sentence(world.jobs[place].effect),
            f"That happened because {world.people[place].name} {world.jobs[place].did}.",
        )
        for slip, place in zip(_OTHERS, _others(p), strict=True)
    }
    wrong["reversed"] = Slip(
        sentence(job.reason),
        f"That was true before {name} began. It is the reason, not the result.",
    )
    wrong["unsupported"] = Slip(
        sentence(world.unused[1].effect), f"The passage does not tell this. Read on after {name}."
    )
    return Question(
        stem=f"{name} {job.did}. What came of it?",
        key=sentence(job.effect),
        wrong=wrong,
        hints=(
            "You are looking for something that came after the work.",
            f"Find {name}. Then look for “After that” or “Thanks to this work”.",
        ),
        steps=(
            Step(f"This is what {name} did.", told.quote(name, "did"), job.did),
            Step("This came of it.", told.quote(job.do, "effect"), job.effect),
        ),
        passage=told.text,
        same=(world.people, world.jobs),
    )


def _effect_checks(p: Params, q: Question, answer: str) -> bool:
    spoken = reader.about(q.passage, draw(p.world).people[p.ask].name, NAMES)
    return any("because" not in part and reader.says(part, answer) for part in spoken)


# --- order by the clock ---------------------------------------------------------------------------

_PLACES = ("first", "second", "third", "last")


def _order(p: Params) -> Question:
    world, told = _world(p)
    order = sorted(range(4), key=lambda place: world.starts[place])
    key = world.people[order[p.ask]].name
    wrong = {
        f"was_{_PLACES[rank]}": Slip(
            world.people[place].name,
            f"{world.people[place].name} was {_PLACES[rank]} by the clock."
            f" {look(told.quote(world.people[place].name, 'time'))}",
        )
        for rank, place in enumerate(order)
        if rank != p.ask
    }
    return Question(
        stem=f"Look at the times. Who worked {_PLACES[p.ask]}?",
        key=key,
        wrong=wrong,
        hints=(
            "The passage does not tell the jobs in the order of the clock.",
            "Write the four names with their times, then put them in order.",
        ),
        steps=tuple(
            Step(
                f"{_PLACES[rank].capitalize()} by the clock:",
                told.quote(world.people[place].name, "time"),
                world.people[place].name,
            )
            for rank, place in enumerate(order)
        ),
        passage=told.text,
        same=(world.people, world.jobs, world.starts),
    )


def _order_checks(p: Params, q: Question, answer: str) -> bool:
    timed = sorted(
        (reader.minutes(part), part)
        for part in reader.sentences(q.passage)
        if reader.CLOCK.search(part)
    )
    return reader.says(timed[p.ask][1], answer)


_FROM_ELSEWHERE = (*_OTHERS, "unsupported")
_ASK = {"world": WORLDS, "ask": range(4)}

FAMILIES = tuple(
    asking(
        Asking(
            id=f"reading.{name}",
            skill=f"reading.{skill}",
            grade=3,
            time_s=time_s,
            params=_ASK,
            make=make,
            slips=slips,
            checker=checker,
        )
    )
    for name, skill, time_s, make, slips, checker in (
        ("details.who", "details", 60, _who, _FROM_ELSEWHERE, _who_checks),
        ("details.where", "details", 60, _where, _FROM_ELSEWHERE, _where_checks),
        ("cause.why", "cause", 70, _why, (*_FROM_ELSEWHERE, "reversed"), _why_checks),
        ("cause.effect", "cause", 70, _effect, (*_FROM_ELSEWHERE, "reversed"), _effect_checks),
        (
            "sequence.clock",
            "sequence",
            80,
            _order,
            tuple(f"was_{at}" for at in _PLACES),
            _order_checks,
        ),
    )
)
