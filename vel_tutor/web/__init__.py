"""Plain HTTP: sign-in, short links, images, health."""
