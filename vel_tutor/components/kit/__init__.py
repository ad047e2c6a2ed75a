"""The design system: every other component and page is built from these."""
