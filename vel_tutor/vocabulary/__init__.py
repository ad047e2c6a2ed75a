"""Every word the program stores or compares, as enumerations, and the lists people choose from.

Others import from here; which module a word lives in is nobody else's business.
"""

from vel_tutor.vocabulary.company import *
from vel_tutor.vocabulary.growth import *
from vel_tutor.vocabulary.learning import *
from vel_tutor.vocabulary.people import *
from vel_tutor.vocabulary.rewards import *
