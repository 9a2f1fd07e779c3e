"""Where settings, register, caches and recovery files lie: a value that is passed down."""

import os
from dataclasses import dataclass
from pathlib import Path

import appdirs


@dataclass(frozen=True, slots=True)
class Places:
    """Three folders. `--home DIR` or PRESSDESK_HOME puts all three under one."""

    config: Path
    data: Path
    cache: Path

    @classmethod
    def at(cls, home: Path | str | None = None) -> "Places":
        """The folders of this user, or below `home`. Nothing is created yet."""
        home = home or os.environ.get("PRESSDESK_HOME") or None
        if home:
            root = Path(home).expanduser().absolute()
            return cls(config=root / "config", data=root / "data", cache=root / "cache")
        return cls(
            config=Path(appdirs.user_config_dir("pressdesk", appauthor=False)),
            data=Path(appdirs.user_data_dir("pressdesk", appauthor=False)),
            cache=Path(appdirs.user_cache_dir("pressdesk", appauthor=False)),
        )

    @property
    def languagetool(self) -> Path:
        """Where `pressdesk setup` puts LanguageTool's jars."""
        return self.data / "languagetool"

    @property
    def recovery(self) -> Path:
        """Where what was typed since the last save is kept."""
        return self.data / "recovery"

    @property
    def register(self) -> Path:
        """The file of the user's own register."""
        return self.data / "register.json"
