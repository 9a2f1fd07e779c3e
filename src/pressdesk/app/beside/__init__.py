"""The checkers in a process of their own: a check takes no time from a keystroke. Start at `checkers`."""
