"""Dutch words that are no candidates for a glossary: the function words, and what these letters have on every page.

The second list is made by hand from the words that the corpus of answer letters has most of.
"""

from __future__ import annotations

FUNCTION = frozenset(
    """
    aan achter af al aldus alle alleen allen alles als alsook altijd andere anders ben bent beide bij bijna
    bijvoorbeeld binnen boven buiten daar daaraan daarbij daardoor daarin daarmee daarnaast daarna daarom daarop
    daarover daartoe daaruit daarvan daarvoor dan dat de deze dezelfde dezen die dit doch doen door dus echter een
    eens eerder eigen elk elke elkaar en enerzijds anderzijds enige enkele er erg ermee ervan ervoor erop evenals
    eveneens ge geen geval haar had hadden hare heb hebben hebt heeft heel hem hen het hier hierbij hierdoor hierin
    hiermee hiernaast hierom hierop hierover hiertoe hiervan hiervoor hij hoe hoeveel hoewel hun ieder iedere iemand
    iets ik immers in indien inmiddels is ja je jij jou jouw jullie kan komen komt kon konden kunnen kunt laat laten
    liever maar mag me mede mee meer meest men met middels mij mijn minder mits moest moet moeten mogelijk mogen
    momenteel na naar naast nabij namelijk nee neen niemand niet niets nog nogal noch nu of ofwel om omdat omtrent
    ondanks onder ons onze ook op over overig overige per pas reeds rond samen sinds slechts sommige soms staan
    staat steeds straks te tegen ten tenzij ter terwijl tevens tijdens toch toe toen tot totdat tussen u uit uw vaak
    van vanaf vanuit vanwege veel velen verder via vlak volgens voor vooral voordat vooralsnog voorts waar waaraan
    waarbij waardoor waarin waarmee waarna waarom waaronder waarop waarover waartoe waaruit waarvan waarvoor want
    waren was wat we wederom weer weinig wel welk welke werd werden wie wij wil wilt willen worden wordt zal ze zeer
    zei zelf zich zij zijn zit zo zoals zodat zodra zogenaamde zogenoemde zonder zou zouden zowel zullen zult één nr
    jl
    """.split()  # noqa: SIM905 - a list of words is read as words
)
EVERYDAY = frozenset(
    """
    aandacht aanleiding aantal aanvullen aanvullend aanwezig aanzien achten actie actief afgelopen afspraak algemeen
    antwoord antwoorden april artikel aspect augustus bedrag beeld begin behoren bekend bekijken belang belangrijk
    benadrukken benoemen bepaald bepalen bereid bereiken bericht beschikbaar beschouwen best bestaan bestaand beter
    betreffen betreffend betrekking betrekken betrokken bevinden bezien bezig bieden blijken blijven brengen brief
    bron causaal cijfer concreet daadwerkelijk dag datum december deel delen derde dergelijk diverse doel
    doelstelling draaien duidelijk eind einde eens eerst eerste effect eisen enkel ervaring euro extra feit februari
    formeel gaan gebeuren gebied gebruik gebruiken gedeelte geld gelden geleden geldend gelijk genoemd geven gevolg
    gezamenlijk gezien goed graag groep groot hand handelen hangen hebben helpen hoog houden huidig idee informatie
    informeren inhoud inmiddels inzetten inzicht jaar januari jong juist juli juni kennis keer kiezen kijken klein
    komen komend krijgen kunnen kort kosten laatst laag laat land lang leiden leven lezen lid liggen lijken lijn
    lopen maand maart maat maken man manier mate mei meld mens middel miljard miljoen minister moment naam nadere
    nader nemen nieuw nieuws nodig november oktober onderdeel onderwerp ontstaan ontvangen opnemen oud pagina partij
    pas periode persoon plaats plaatsvinden praktijk precies probleem punt recent reden reeds rekening resultaat
    richten rol ruim ruimte samenhang schrijven september situatie snel snelheid soort specifiek spelen spreken
    staan stap stellen sterk sturen termijn tijd tijdig toekomst toelichten toelichting totaal trekken tweede
    uiteraard uiterlijk uitgaan uitgangspunt uitleg uitspraak vast vergroten verklaren verschil verschillen
    verschillend verwachten verwijzen verzoek via vinden vlak voeren volgen volgend voldoen voldoende voorbeeld
    voorkomen vorig vorm vraag vragen waarde weg week weten werk werken wijze willen wereld zaak zeggen zetten zien
    zin zitten zoeken zorgen www http https com html pdf nl eu org tweet vrij zaterdag zondag maandag dinsdag
    woensdag donderdag vrijdag issn antwoordt
    """.split()  # noqa: SIM905 - the same
)
