"""What a list of words cannot see: legal words that do not fit their place. Start at `proofer.ContextProofer`."""
