"""The register: what is shipped, what the user keeps, and how both come into a draft and back.

Three layers, the nearer wins: the draft's own, the user's own (`own.py`), the shipped one (`shipped.py`). `layers.py`
puts them together.
"""

from pressdesk.app.register.shipped import countries, entries_for, shipped

__all__ = ["countries", "entries_for", "shipped"]
