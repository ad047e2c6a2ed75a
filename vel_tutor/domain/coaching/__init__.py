"""A tutor to ask, by the minute: guided by the item bank, or by a model that is configured."""
