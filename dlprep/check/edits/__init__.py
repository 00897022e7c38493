"""Small rewritings of a program: what people mix up, and how many of them are one program."""
