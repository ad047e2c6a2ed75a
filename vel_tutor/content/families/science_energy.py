"""Work, power, waves and electric circuits."""

from fractions import Fraction

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_WORK = Family(
    id="science.work.lifting",
    skill="science.work",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "thing": ("bag of sand", "bucket", "stone", "box", "crate", "log"),
        "m": range(2, 41),
        "h": range(2, 16),
    },
    derive=lambda p: {"weight": 10 * p.m, "work": 10 * p.m * p.h},
    where=(lambda p: p.m not in (10, p.h),),
    stem=(
        "A winch lifts a {thing} of {m} kg to a height of {h} m. Take 10 N for the weight of each"
        " kilogram. How much work is done?"
    ),
    key=lambda p: p.work,
    checker=lambda p, v: v == sum([10 * p.m] * p.h),
    misconceptions=(
        Misconception(
            "mass_for_weight",
            lambda p: p.m * p.h,
            "You used the mass of {m} kg as the force. Each kilogram weighs 10 N.",
        ),
        Misconception(
            "weight_only", lambda p: p.weight, "{weight} N is the force. Work also needs the {h} m."
        ),
        Misconception(
            "divides",
            lambda p: Fraction(p.weight, p.h),
            "You divided by the height. Lifting twice as high takes twice the work.",
        ),
        Misconception(
            "adds", lambda p: p.weight + p.h, "Force and height cannot be added. Multiply them."
        ),
        Misconception(
            "halves",
            lambda p: p.work // 2,
            "You took half. The force stays the same all the way up, so nothing is halved.",
        ),
    ),
    hints=(
        "Work is force times the distance moved.",
        "The force is the weight: how many newtons do {m} kg weigh?",
    ),
    steps=(
        Step("The weight is the force.", "{m} * 10", "{weight}"),
        Step("Work is force times distance.", "{weight} * {h}", "{work}"),
    ),
    form=DECIMAL,
    unit="J",
)

_POWER = Family(
    id="science.power.motor",
    skill="science.power",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"force": range(50, 801, 25), "d": range(2, 25), "t": (2, 4, 5, 8, 10, 12, 15, 20)},
    derive=lambda p: {"work": p.force * p.d, "power": Fraction(p.force * p.d, p.t)},
    where=(lambda p: (p.force * p.d * 10) % p.t == 0 and p.d != p.t,),
    stem="A motor pulls with {force} N over {d} m in {t} s. What is its power?",
    key=lambda p: p.power,
    checker=lambda p, v: v * p.t == sum([p.force] * p.d),
    misconceptions=(
        Misconception(
            "work", lambda p: p.work, "{work} J is the work. Power is the work of each second."
        ),
        Misconception(
            "times_time",
            lambda p: p.work * p.t,
            "You multiplied by the time. A slower motor would then have more power.",
        ),
        Misconception(
            "no_distance",
            lambda p: Fraction(p.force, p.t),
            "You left out the {d} m. Work is force times distance.",
        ),
        Misconception(
            "force_times_time",
            lambda p: p.force * p.t,
            "You used the time where the distance of {d} m belongs.",
        ),
        Misconception(
            "distance_over_force",
            lambda p: Fraction(p.force * p.t, p.d),
            "You swapped distance and time. Divide by the {t} s, multiply by the {d} m.",
        ),
    ),
    hints=(
        "Power says how much work is done in each second.",
        "Find the work first: force times distance.",
    ),
    steps=lambda p: (
        Step("Work is force times distance.", f"{p.force} * {p.d}", f"{p.work}"),
        Step("Power is work divided by time.", f"{p.work} / {p.t}", decimal_text(p.power)),
    ),
    form=DECIMAL,
    unit="W",
)

_WAVE = Family(
    id="science.waves.speed",
    skill="science.waves",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "where": ("on a rope", "in a pool", "on a long spring", "in a tank", "across a pond"),
        "tenths": range(2, 61),
        "f": range(2, 26),
    },
    derive=lambda p: {"length": f"{p.tenths / 10:g}", "speed": Fraction(p.tenths * p.f, 10)},
    where=(lambda p: p.tenths % 10 != 0 and p.f != 10,),
    stem="Waves {where} are {length} m long, and {f} pass each second. How fast do they go?",
    key=lambda p: p.speed,
    checker=lambda p, v: v / p.f * 10 == p.tenths,
    misconceptions=(
        Misconception(
            "divides",
            lambda p: Fraction(p.tenths, 10 * p.f),
            "You divided the length by {f}. In one second {f} whole waves pass.",
        ),
        Misconception(
            "inverts",
            lambda p: Fraction(10 * p.f, p.tenths),
            "You divided {f} by the length. Longer waves would then be slower.",
        ),
        Misconception(
            "adds",
            lambda p: p.f + Fraction(p.tenths, 10),
            "A number of waves and a length cannot be added. Multiply them.",
        ),
        Misconception(
            "point_lost", lambda p: p.tenths * p.f, "Mind the decimal point: each is {length} m."
        ),
        Misconception(
            "half_wave",
            lambda p: Fraction(p.tenths * p.f, 20),
            "You halved it. A wave is counted from one crest to the next, all of {length} m.",
        ),
    ),
    hints=(
        "In one second, how many waves pass? How long is each?",
        "Put {f} waves of {length} m in a row. How long is the row?",
    ),
    steps=lambda p: (
        Step("Speed is wavelength times frequency.", f"{p.length} * {p.f}", decimal_text(p.speed)),
    ),
    form=DECIMAL,
    unit="m/s",
)

_DEVICES = ("lamp", "heater", "buzzer", "motor", "toaster", "fan")


def _ohm_numbers(p: Params) -> dict[str, object]:
    given = {"V": f"{p.i * p.r} V", "A": f"{p.i} A", "Ω": f"{p.r} Ω"}
    words = {"V": "voltage", "A": "current", "Ω": "resistance"}
    rest = [unit for unit in given if unit != p.ask]
    first, second = (f"a {words[unit]} of {given[unit]}" for unit in rest)
    answer = {"V": p.i * p.r, "A": p.i, "Ω": p.r}[p.ask]
    one, two = (int(given[unit].split()[0]) for unit in rest)
    return {"first": first, "second": second, "word": words[p.ask], "n": answer, "x": one, "y": two}


_OHM = Family(
    id="science.circuits.ohm",
    skill="science.ohm",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "device": _DEVICES,
        "i": range(2, 13),
        "r": range(3, 41),
        "ask": ("V", "A", "Ω"),
    },
    derive=_ohm_numbers,
    where=(lambda p: p.i != p.r and p.i * p.r <= 240,),
    stem="A {device} has {first} and {second}. What is the {word}?",
    key=lambda p: p.n,
    checker=lambda p, v: {"V": v, "A": v * p.r, "Ω": v * p.i}[p.ask] == p.i * p.r,
    misconceptions=(
        Misconception(
            "multiplies",
            lambda p: p.x * p.y if p.ask != "V" else None,
            "You multiplied {x} and {y}. Only the voltage is a product; here you must divide.",
        ),
        Misconception(
            "divides",
            lambda p: Fraction(max(p.x, p.y), min(p.x, p.y)) if p.ask == "V" else None,
            "You divided, but voltage is current times resistance.",
        ),
        Misconception(
            "adds",
            lambda p: p.x + p.y,
            "{x} and {y} are different kinds of things: never add them.",
        ),
        Misconception(
            "subtracts",
            lambda p: abs(p.x - p.y),
            "{x} and {y} are different kinds of things: never subtract them.",
        ),
        Misconception(
            "squares",
            lambda p: p.n * p.n if p.ask == "V" else p.x * p.x,
            "Nothing is squared here. Ohm's law is voltage = current times resistance.",
        ),
    ),
    hints=(
        "Ohm's law: voltage = current times resistance.",
        "Put {x} and {y} into the law. Which place is left empty?",
    ),
    steps=lambda p: (
        Step("Voltage is current times resistance.", f"{p.i} * {p.r}", f"{p.i * p.r}"),
        Step(
            "So this is what was asked for.",
            f"{p.x} * {p.y}" if p.ask == "V" else f"{p.x} / {p.y}",
            f"{p.n}",
        ),
    ),
    form=DECIMAL,
    unit=lambda p: p.ask,
)

_SERIES = Family(
    id="science.circuits.series",
    skill="science.series",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"a": range(2, 31), "b": range(2, 31), "i": range(2, 9)},
    derive=lambda p: {"total": p.a + p.b, "volts": p.i * (p.a + p.b)},
    where=(lambda p: p.a < p.b and p.volts <= 230,),
    stem=(
        "Two resistors, {a} Ω and {b} Ω, are joined in one loop with a {volts} V source. The same"
        " current flows through both. How large is it?"
    ),
    key=lambda p: p.i,
    checker=lambda p, v: v * p.a + v * p.b == p.volts,
    misconceptions=(
        Misconception(
            "first_only",
            lambda p: Fraction(p.volts, p.a),
            "You used only the {a} Ω. The current must pass through both.",
        ),
        Misconception(
            "second_only",
            lambda p: Fraction(p.volts, p.b),
            "You used only the {b} Ω. The current must pass through both.",
        ),
        Misconception(
            "difference",
            lambda p: Fraction(p.volts, p.b - p.a),
            "You took the difference. In one loop the resistances add.",
        ),
        Misconception(
            "parallel",
            lambda p: p.volts * Fraction(p.total, p.a * p.b),
            "That is for resistors side by side. These stand one after the other.",
        ),
        Misconception(
            "multiplies",
            lambda p: p.volts * p.total,
            "You multiplied by the resistance. More resistance means less current.",
        ),
    ),
    hints=(
        "In one loop, the resistances add up.",
        "Add {a} Ω and {b} Ω first. Then use Ohm's law.",
    ),
    steps=(
        Step("Resistances in one loop add.", "{a} + {b}", "{total}"),
        Step("Current is voltage over resistance.", "{volts} / {total}", "{i}"),
    ),
    form=DECIMAL,
    unit="A",
)

FAMILIES = (_WORK, _POWER, _WAVE, _OHM, _SERIES)
