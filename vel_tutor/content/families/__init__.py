"""All item families, one module per strand, listed by hand.

To add a family:

1. Put a `Family(...)` into the `FAMILIES` tuple of the module of its strand (or a new module,
   added to `ALL` below). Its `skill` must stand in the graph (`tables/skills`).
2. Draw every number from the finite domains in `params`, name what follows from them in
   `derive`, and rule out what does not work in `where`. Exact numbers only: int and Fraction.
   Texts are templates (see `family.Text`) or functions of the parameters.
3. `key` works the answer out; `checker` must reach the verdict by another route (substitute back,
   count, search), or it proves nothing.
4. Each `Misconception` is a procedure learners really follow, with feedback that names the slip.
   Multiple choice takes three that are wrong here, look like the key, and give the key a drawn
   rank by size (by length, for words): so have some that come out smaller and some larger (six
   or more in all), or let the answer be typed.
5. Answers in several parts (see `content/parts.py` and `families/in_parts.py` for one example of
   each): the key is a tuple. `MULTI`: all right options, each passing `checker` by itself, and the
   misconceptions give single wrong options. `ORDER`: the things in their order. `MATCH`: the
   partner of each of `labels`. `TABLE`: the blanks of `grid` in reading order, typed. `CLOZE`: the
   word of each "___" in the stem, picked from `gaps`. In the last four, `checker` and
   misconceptions deal in whole tuples; `form` writes one element.
6. Write `steps` in the language of `arith`; every claim is worked out by the gates, and the last
   one must end at the key. For a passage, `lhs` is a quotation from it.
7. Run `pytest tests/unit/content -k <family id>`: the gates say what is wrong.
"""

from vel_tutor.content.families import (
    angles,
    chance,
    coordinates,
    data,
    decimals,
    division,
    early,
    equations,
    everyday,
    expressions,
    fraction_products,
    fractions,
    functions,
    growth,
    in_parts,
    integers,
    lines,
    middle,
    percents,
    perimeter_area,
    phrases,
    place_value,
    powers,
    quadratics,
    ratios,
    reading,
    rounding,
    science,
    solids_circles,
    upper,
    whole_numbers,
)
from vel_tutor.content.family import Family

ALL: tuple[Family, ...] = (
    *place_value.FAMILIES,
    *rounding.FAMILIES,
    *whole_numbers.FAMILIES,
    *division.FAMILIES,
    *everyday.FAMILIES,
    *fractions.FAMILIES,
    *fraction_products.FAMILIES,
    *decimals.FAMILIES,
    *percents.FAMILIES,
    *ratios.FAMILIES,
    *integers.FAMILIES,
    *expressions.FAMILIES,
    *phrases.FAMILIES,
    *equations.FAMILIES,
    *functions.FAMILIES,
    *quadratics.FAMILIES,
    *growth.FAMILIES,
    *lines.FAMILIES,
    *powers.FAMILIES,
    *perimeter_area.FAMILIES,
    *solids_circles.FAMILIES,
    *angles.FAMILIES,
    *coordinates.FAMILIES,
    *data.FAMILIES,
    *chance.FAMILIES,
    *early.FAMILIES,
    *middle.FAMILIES,
    *upper.FAMILIES,
    *in_parts.FAMILIES,
    *reading.FAMILIES,
    *science.FAMILIES,
)
