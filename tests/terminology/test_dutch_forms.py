"""Forms of Dutch policy words that must be found under their lemma."""

import pytest

from docconv.model import GlossaryEntry
from docconv.terminology import TermBase

FORMS = """
kabinet: kabinet kabinetten kabinets Kabinet
regering: regering regeringen
minister: minister ministers
staatssecretaris: staatssecretaris staatssecretarissen
bewindspersoon: bewindspersoon bewindspersonen bewindslieden
Kamerlid: Kamerlid Kamerleden kamerleden
Kamervraag: Kamervraag Kamervragen
gemeente: gemeente gemeenten
provincie: provincie provincies
lidstaat: lidstaat lidstaten
aangifte: aangifte aangiften aangiftes
melding: melding meldingen
strafbaar feit: strafbaar_feit strafbare_feiten
wet: wet wetten
wetsvoorstel: wetsvoorstel wetsvoorstellen
verordening: verordening verordeningen
richtlijn: richtlijn richtlijnen
motie: motie moties
amendement: amendement amendementen
toezegging: toezegging toezeggingen
uitstelbrief: uitstelbrief uitstelbrieven
mensenrechtenschending: mensenrechtenschending mensenrechtenschendingen
heropvoedingskamp: heropvoedingskamp heropvoedingskampen
ambassade: ambassade ambassades
overheid: overheid overheden
inlichtingendienst: inlichtingendienst inlichtingendiensten
sanctieregime: sanctieregime sanctieregimes
zienswijze: zienswijze zienswijzen zienswijzes
"""
CASES = [
    (term, form.replace("_", " "))
    for line in FORMS.strip().splitlines()
    for term, forms in [line.split(": ")]
    for form in forms.split()
]


@pytest.mark.parametrize(("term", "form"), CASES)
def test_a_form_is_found_under_its_term(term: str, form: str):
    base = TermBase([GlossaryEntry("x", term, "y")])
    text = f"Wat vindt de {form} daarvan?"
    (match,) = base.find(text)
    assert match.text(text) == form


@pytest.mark.parametrize(
    ("term", "other"),
    [("minister", "mini"), ("raad", "raden maar"), ("Kamer", "kamerplant"), ("wet", "weten"), ("staat", "statig")],
)
def test_a_form_of_another_word_is_not_found(term: str, other: str):
    base = TermBase([GlossaryEntry("x", term, "y", match="exact" if term == "raad" else "lemma")])
    assert base.find(f"Zij {other}.") == ()
