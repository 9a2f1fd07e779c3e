"""Russian cases: names by their endings and pytrovich, all else by pymorphy3. Start at `inflector.Russian`."""
