"""The window's building blocks: colours, fonts, icons, marks, small widgets. Nothing here knows of drafts."""
