"""Which English form a Dutch occurrence asks for."""

import pytest

from docconv.model import GlossaryEntry
from docconv.terminology import TermBase
from docconv.translation.wording import wanted

FEIT = GlossaryEntry("feit", "strafbaar feit", "criminal offence", pos="noun")
LID = GlossaryEntry(
    "lid", "bewindspersoon", "member of government", ("bewindslieden",), pos="noun", en_plural="members of government"
)
DOEN = GlossaryEntry("doen", "aangifte … doen", "file a report", pos="verb", match="idiom")
KAART = GlossaryEntry("kaart", "in kaart … brengen", "map", pos="verb", match="idiom")
GEVENS = GlossaryEntry("gegevens", "persoonsgegevens", "personal data", pos="noun", match="exact")
MINISTER = GlossaryEntry("minister", "minister", "minister", pos="noun")


@pytest.mark.parametrize(
    ("entry", "dutch", "before", "expected"),
    [
        (FEIT, "strafbare feiten", None, "criminal offences"),
        (FEIT, "een strafbaar feit", None, "criminal offence"),
        (LID, "de bewindspersonen", None, "members of government"),
        (LID, "de bewindslieden", None, "members of government"),
        (LID, "de bewindspersoon", None, "member of government"),
        (GEVENS, "de persoonsgegevens", None, "personal data"),
        (MINISTER, "twee ministers", None, "ministers"),
        (DOEN, "Zij doet aangifte", None, "files a report"),
        (DOEN, "Er is aangifte gedaan", None, "filed a report"),
        (DOEN, "Wilt u aangifte doen?", None, "file a report"),
        (KAART, "Wij brengen dit in kaart", None, "map"),
        (KAART, "Dit is in kaart gebracht", None, "mapped"),
        (KAART, "De dienst brengt dit in kaart", None, "maps"),
        (DOEN, "Er is aangifte gedaan", "They have ", "filed a report"),
        (DOEN, "Zij doet aangifte", "Does she ", "file a report"),
    ],
)
def test_the_form_goes_with_the_dutch_and_the_english_in_front(entry, dutch: str, before: str | None, expected: str):
    (match,) = TermBase([entry]).find(dutch)
    assert wanted(match, dutch, before).text == expected
