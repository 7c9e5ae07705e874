"""The conversation as a state machine: no screen, no file."""
