"""PressDesk: press releases from structured facts, in four languages, checked offline."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("pressdesk")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+checkout"
