"""Russian grammar by pymorphy3, for what LanguageTool's Russian rules miss. Start at `proofer.RussianProofer`.

No reading of a word is ever chosen: a rule speaks only where none of the readings that a word may have would be right.
"""

RUSSIAN = "ru"
