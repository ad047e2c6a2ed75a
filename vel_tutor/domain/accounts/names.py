"""Names made by us: two friendly words, so that nobody has to show or invent one."""

from uuid import UUID

_ADJECTIVE_LIST = """
able agile amber bold brave breezy bright brisk calm cheery clever coral cosmic crisp curious
daring dapper deft eager early easy fair fleet fond gentle giant glad golden happy hardy honest
jolly keen kind lively loyal lucky lunar mellow merry mighty neat nimble noble pleasant peppy
plucky polite proud quick quiet rapid ready solar steady sunny swift tidy upbeat vivid warm wise
witty zesty
"""
_ANIMAL_LIST = """
alpaca badger beaver bison bluebird camel cheetah cobra condor cougar crane deer dolphin dove
eagle egret elk falcon ferret finch fox gecko gibbon goose hare hawk heron ibis iguana jaguar
kiwi koala lark lemur lion llama lynx magpie mole moose newt okapi orca osprey otter owl panda
parrot pelican penguin puffin quail rabbit raven robin salmon seal sparrow stork swan tapir
tiger toucan turtle walrus whale wombat wren yak zebra
"""
ADJECTIVES = tuple(_ADJECTIVE_LIST.split())
ANIMALS = tuple(_ANIMAL_LIST.split())


def pseudonym(user_id: UUID) -> str:
    """The name that others see: two words, always the same for the same person."""
    number = user_id.int
    adjective = ADJECTIVES[number % len(ADJECTIVES)]
    animal = ANIMALS[number // len(ADJECTIVES) % len(ANIMALS)]
    return f"{adjective.title()} {animal.title()}"


def sign_in_name(random: int) -> str:
    """A name for somebody without an e-mail address, from a random number of at least 64 bits."""
    adjective = ADJECTIVES[random % len(ADJECTIVES)]
    animal = ANIMALS[random // 64 % len(ANIMALS)]
    return f"{adjective}-{animal}-{random // 4096 % 9000 + 1000}"
