"""Proud parent: a child's true week, shown to other parents, and what bringing a family earns."""
