"""Rooms of many: study groups, clubs with a goal of the week, watch-parties around a class."""
