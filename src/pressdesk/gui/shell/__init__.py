"""The window around form, page and findings: bar, rail, panes, start page, dialogs, palette."""
