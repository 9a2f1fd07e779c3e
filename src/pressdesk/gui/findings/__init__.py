"""The findings below the page: start at `panel.FindingsPanel`."""
