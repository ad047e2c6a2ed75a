"""Made-up people who use the real app by a stopped clock, and what came of it.

They live on servers of their own. The simulator keeps its own book of who brought whom; what the
dashboard says afterwards has to be the same.
"""
