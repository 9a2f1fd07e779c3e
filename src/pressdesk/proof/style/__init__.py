"""House style: rules that a press officer reads and edits (resources/style/). Start at `proofer`."""

STYLE = "style"
"""Under this name its findings come, and a ministry's faulty file is told of."""
