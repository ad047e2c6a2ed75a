"""The app without a screen; one package per context."""
