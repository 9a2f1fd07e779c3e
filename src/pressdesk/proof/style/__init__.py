"""House style: rules that a press officer reads and edits (resources/style/). Start at `proofer`."""
