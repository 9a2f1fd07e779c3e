"""Any text, pasted or opened, checked as one writes: start at `view.ProofView`; `door.Door` opens it."""
