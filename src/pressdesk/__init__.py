"""PressDesk: press releases from structured facts, in four languages, checked offline."""


def __getattr__(name: str) -> str:
    # the package's metadata takes longer to read than a word takes to check, so nobody waits for it without need
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pressdesk")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0+checkout"
