"""`python -m pressdesk` is the command `pressdesk`."""

from pressdesk.entry import main

if __name__ == "__main__":
    raise SystemExit(main())
