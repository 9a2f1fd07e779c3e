"""The checklist before release: what must be in order before a text goes out. Start at `checklist.look`."""
