"""The frozen program's first file. The command `pressdesk` of the wheel begins at the same `main`."""

import os

# The loader points this at our own libraries; a browser or a file manager that we open must get the system's. Our own
# process does not mind: the dynamic linker read it before Python began.
system = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if system is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = system

from pressdesk.entry import main  # noqa: E402

raise SystemExit(main())
