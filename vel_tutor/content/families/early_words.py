"""Short words for stories told to young learners."""

NAMES = ("Ana", "Ben", "Kim", "Leo", "Max", "Mia", "Sam", "Tom", "Zoe")
THINGS = ("books", "cards", "cups", "eggs", "hats", "nuts", "pens", "plums", "shells")
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def one_by_one(kind: str, count: int) -> str:
    """The things named one after the other, so that a listener can count them too."""
    return ", ".join([kind] * count)


def in_words(number: int) -> str:
    """A number below 100 in words."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _ONES[ones]
    if tens == 1:
        return _TEENS[ones]
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def plus_all(numbers: list[int]) -> str:
    """A sum in the language of `arith`."""
    return " + ".join(map(str, numbers))
