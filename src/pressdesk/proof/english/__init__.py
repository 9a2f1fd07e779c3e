"""English subjects and verbs that stand apart, which LanguageTool sees only nearby. Start at `proofer.EnglishProofer`.

No tagger: a closed list of little words and of verbs says where a noun phrase ends; what the lists do not know ends the
reading without a finding.
"""

ENGLISH = "en"
