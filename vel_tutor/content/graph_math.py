"""Math skills, grades 3 to 9: what there is to learn, by strand, and what leads to what."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_STRANDS: dict[str, tuple[tuple[str, int, str], ...]] = {
    "Place value": (
        ("place_value", 4, "Place value in large numbers"),
        ("rounding", 4, "Rounding whole numbers"),
    ),
    "Whole numbers": (
        ("add_sub", 4, "Adding and subtracting in columns"),
        ("facts", 3, "Multiplication and division facts"),
        ("multiply", 4, "Multiplying two-digit numbers"),
        ("division", 4, "Division with remainders"),
        ("division_stories", 4, "Making sense of remainders"),
        ("stories", 3, "Stories with two steps"),
    ),
    "Fractions": (
        ("frac_picture", 3, "Fractions of a picture"),
        ("frac_equal", 4, "Equal fractions"),
        ("frac_of", 4, "A fraction of an amount"),
        ("frac_mixed", 4, "Mixed numbers"),
        ("frac_add_unlike", 5, "Adding fractions with unlike denominators"),
        ("frac_multiply", 5, "Multiplying fractions"),
        ("frac_divide", 6, "Dividing fractions"),
    ),
    "Decimals and percent": (
        ("decimals", 5, "Decimals and place value"),
        ("decimals_multiply", 6, "Multiplying decimals"),
        ("decimals_fractions", 6, "Fractions as decimals"),
        ("percent", 6, "Percent of an amount"),
        ("percent_change", 7, "Percent change and prices"),
    ),
    "Ratio and rate": (
        ("ratio", 6, "Ratios"),
        ("unit_rate", 6, "Unit rates"),
        ("proportion", 7, "Proportional reasoning"),
    ),
    "Integers": (
        ("integers", 6, "Adding and subtracting integers"),
        ("integers_multiply", 7, "Multiplying and dividing integers"),
    ),
    "Expressions and equations": (
        ("order", 5, "Order of operations"),
        ("evaluate", 6, "Evaluating expressions"),
        ("write_expr", 6, "Writing expressions"),
        ("distribute", 7, "The distributive property"),
        ("like_terms", 7, "Collecting like terms"),
        ("one_step", 6, "One-step equations"),
        ("two_step", 7, "Two-step equations"),
        ("both_sides", 8, "Equations with letters on both sides"),
        ("inequality", 7, "Inequalities"),
    ),
    "Functions": (
        ("slope", 8, "Slope of a line"),
        ("linear", 8, "Linear functions"),
        ("systems", 8, "Systems of equations"),
        ("functions", 9, "Values of quadratic functions"),
    ),
    "Powers and roots": (
        ("exponents", 6, "Powers"),
        ("exponent_laws", 8, "Laws of exponents"),
        ("roots", 8, "Square roots"),
        ("scientific", 8, "Scientific notation"),
    ),
    "Money and time": (
        ("money", 4, "Money and change"),
        ("time", 3, "Elapsed time"),
    ),
    "Measurement": (
        ("perimeter", 4, "Perimeter of rectangles"),
        ("area", 4, "Area of rectangles"),
        ("area_parts", 5, "Area of joined shapes"),
        ("area_triangle", 6, "Area of triangles"),
        ("volume", 5, "Volume of boxes"),
        ("surface", 6, "Surface area of boxes"),
        ("circle", 7, "Circles"),
    ),
    "Geometry": (
        ("angles", 4, "Angles on a straight line"),
        ("angles_triangle", 8, "Angles of a triangle"),
        ("pythagoras", 8, "The Pythagorean theorem"),
        ("coordinates", 6, "Points in all four quadrants"),
        ("coordinates_lines", 8, "Midpoints on the grid"),
    ),
    "Data and chance": (
        ("charts", 3, "Reading bar charts"),
        ("mean", 6, "The mean"),
        ("median", 6, "The median"),
        ("mean_missing", 7, "A missing value for a mean"),
        ("probability", 7, "Chance of one event"),
        ("probability_two", 8, "Chance of two events"),
    ),
}
"""Per strand: id, grade and name of each skill."""

_TOWARD: dict[str, str] = {
    "place_value": "rounding decimals",
    "rounding": "decimals",
    "add_sub": "integers order mean",
    "facts": "multiply division frac_equal area perimeter",
    "multiply": "order volume decimals_multiply area_parts",
    "division": "division_stories mean frac_mixed",
    "division_stories": "unit_rate",
    "stories": "division_stories money write_expr",
    "frac_picture": "frac_equal frac_of",
    "frac_equal": "frac_add_unlike ratio decimals_fractions",
    "frac_of": "frac_multiply percent",
    "frac_mixed": "frac_add_unlike",
    "frac_add_unlike": "probability",
    "frac_multiply": "frac_divide probability_two",
    "frac_divide": "slope",
    "decimals": "decimals_multiply decimals_fractions percent",
    "decimals_multiply": "circle scientific",
    "decimals_fractions": "percent",
    "percent": "percent_change",
    "ratio": "unit_rate proportion",
    "unit_rate": "proportion slope",
    "proportion": "slope linear",
    "integers": "integers_multiply coordinates one_step",
    "integers_multiply": "distribute inequality functions",
    "order": "evaluate exponents",
    "evaluate": "write_expr functions like_terms",
    "write_expr": "two_step",
    "distribute": "both_sides",
    "like_terms": "both_sides",
    "one_step": "two_step",
    "two_step": "both_sides inequality linear",
    "both_sides": "systems",
    "slope": "linear",
    "linear": "systems functions",
    "exponents": "exponent_laws roots scientific",
    "exponent_laws": "functions",
    "roots": "pythagoras",
    "money": "decimals",
    "time": "unit_rate",
    "perimeter": "area circle",
    "area": "area_parts area_triangle volume",
    "area_parts": "area_triangle surface",
    "area_triangle": "surface circle pythagoras",
    "volume": "surface",
    "angles": "angles_triangle",
    "coordinates": "coordinates_lines slope",
    "charts": "median mean",
    "mean": "mean_missing",
    "median": "mean_missing",
    "probability": "probability_two",
}
"""What each skill builds toward, as ids with blanks between."""

MATH: tuple[Skill, ...] = tuple(
    Skill(
        id=f"math.{name}",
        subject=Subject.MATH,
        strand=strand,
        grade=grade,
        name=title,
        builds_toward=tuple(f"math.{later}" for later in _TOWARD.get(name, "").split()),
    )
    for strand, rows in _STRANDS.items()
    for name, grade, title in rows
)
