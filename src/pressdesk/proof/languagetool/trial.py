"""Whether LanguageTool really works: one sentence with a planted mistake in each language."""

from collections.abc import Callable, Sequence

from pressdesk.errors import SetupError
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.languagetool.tables import read_trials


def try_out(
    proofer: LanguageToolProofer, languages: Sequence[str], *, about: Callable[[str], None] = lambda language: None
) -> None:
    """Checks the trial sentence of each language. `about` hears which language comes next.

    Raises:
        ProoferUnavailable: LanguageTool does not run.
        SetupError: it runs, and finds nothing where there is something to find.
    """
    trials = read_trials()
    for language in languages:
        about(language)
        trial = trials[language]
        found = proofer.check(language, trial.sentence)
        if not any(finding.text == trial.mistake for finding in found):
            raise SetupError(
                f"LanguageTool runs, but does not find the mistake “{trial.mistake}” in its trial sentence in "
                f"“{language}”: install PressDesk anew and run `pressdesk setup`."
            )
