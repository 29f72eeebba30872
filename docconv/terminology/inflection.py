"""English word forms: plurals, verb forms, articles and American spellings, by rule with the exceptions that matter here.

What each form is called ("plural", "past" …) lets a wrong rendering be replaced by the right one in the same form. Rules and
exceptions: Quirk et al., A Comprehensive Grammar of the English Language (1985), sections 3.2-3.20 and 5.73-5.103.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PLURALS = {
    "person": "people", "child": "children", "man": "men", "woman": "women", "analysis": "analyses", "basis": "bases",
    "crisis": "crises", "criterion": "criteria", "phenomenon": "phenomena", "datum": "data", "half": "halves",
    "life": "lives", "wife": "wives", "leaf": "leaves", "proceedings": "proceedings", "data": "data", "series": "series",
    "means": "means", "police": "police", "staff": "staff", "personnel": "personnel", "information": "information",
    "legislation": "legislation", "advice": "advice", "evidence": "evidence", "research": "research", "rights": "rights",
    "services": "services", "goods": "goods", "affairs": "affairs",
}  # fmt: skip
# base: past, participle; where they are one, once
_VERBS = {
    "be": "was been", "have": "had", "do": "did done", "make": "made", "take": "took taken", "give": "gave given",
    "bring": "brought", "come": "came come", "become": "became become", "go": "went gone", "get": "got", "put": "put",
    "set": "set", "keep": "kept", "hold": "held", "draw": "drew drawn", "meet": "met", "lead": "led", "find": "found",
    "feel": "felt", "think": "thought", "say": "said", "see": "saw seen", "know": "knew known", "write": "wrote written",
    "speak": "spoke spoken", "seek": "sought", "spend": "spent", "send": "sent", "build": "built", "lay": "laid",
    "pay": "paid", "run": "ran run", "begin": "began begun", "stand": "stood", "understand": "understood",
    "undertake": "undertook undertaken", "withdraw": "withdrew withdrawn", "bear": "bore borne", "rise": "rose risen",
    "arise": "arose arisen", "lose": "lost", "leave": "left", "let": "let", "cut": "cut", "cast": "cast", "show": "showed shown",
    "tell": "told", "deal": "dealt", "mean": "meant", "shed": "shed", "strike": "struck", "choose": "chose chosen",
    "break": "broke broken", "fall": "fell fallen", "grow": "grew grown", "buy": "bought", "catch": "caught", "sell": "sold",
    "file": "filed", "submit": "submitted", "commit": "committed", "refer": "referred", "permit": "permitted",
    "map": "mapped", "plan": "planned", "stop": "stopped", "step": "stepped", "drop": "dropped", "prefer": "preferred",
    "regret": "regretted", "agree": "agreed", "foresee": "foresaw foreseen", "oversee": "oversaw overseen",
    "control": "controlled", "cancel": "cancelled", "label": "labelled", "focus": "focused",
}  # fmt: skip
_BE = ("be", "is", "are", "am", "was", "were", "been", "being")
_PREPOSITIONS = frozenset(
    {"of", "for", "to", "in", "on", "with", "by", "at", "from", "under", "against", "into", "between", "within", "as"}
)
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})is(e|ed|es|ing|er|ers|ation|ations)\b"), r"iz\1"),  # organise → organize; not "wise"
    (re.compile(r"(?<=[a-z])our(s|ed|ing|able|hood|hoods|)\b"), r"or\1"),  # labour → labor
    (re.compile(r"\b([Dd]ef|[Oo]ff|[Ll]ic|[Pp]ret)ence"), r"\1ense"),
    (re.compile(r"(?<=[a-z])tre(s?)\b"), r"ter\1"),  # centre → center
    (re.compile(r"\b([Pp])rogramme"), r"\1rogram"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|or)\b"), r"l\1"),  # labelled → labeled
)
_VOWEL_SOUND = re.compile(
    r"(?!(?:uni|use|usu|eu|ewe|one\b|once|ut(?:il|op))|u[kns]\b)[aeiou]|hono|hour|heir", re.IGNORECASE
)
_LETTER_NAMES = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel sound: an MP, a UN report
_SPOKEN = frozenset({"NATO", "NAVO", "LIMC", "SARS", "UNESCO", "UNICEF"})  # read as words, not letter by letter


def plural(phrase: str) -> str:
    """Give the plural of a noun phrase.

    >>> plural("embassy"), plural("member of parliament"), plural("state secretary"), plural("personal data")
    ('embassies', 'members of parliament', 'state secretaries', 'personal data')
    """
    words = phrase.split(" ")
    head = next((n - 1 for n, word in enumerate(words) if n and word.lower() in _PREPOSITIONS), len(words) - 1)
    words[head] = _plural(words[head])
    return " ".join(words)


def verb_forms(phrase: str) -> dict[str, str]:
    """Give the forms of a verb phrase that begins with its infinitive.

    >>> verb_forms("make a report")["ing"], verb_forms("take up")["participle"]
    ('making a report', 'taken up')
    >>> verb_forms("be aware of")["are"], verb_forms("agree")["past"], verb_forms("apply")["third"]
    ('are aware of', 'agreed', 'applies')
    """
    verb, blank, rest = phrase.partition(" ")
    rest = blank + rest
    if verb == "be":
        return {form: form + rest for form in _BE}
    past, participle = _past(verb)
    forms = {"base": verb, "third": _third(verb), "past": past, "participle": participle, "ing": _ing(verb)}
    return {name: form + rest for name, form in forms.items()}


@lru_cache(maxsize=8192)
def inflections(phrase: str, pos: str) -> tuple[tuple[str, str], ...]:
    """Give pairs (name of form, form) of an English term of a part of speech; the term itself is "base".

    >>> inflections("offence", "noun"), inflections("UN", "abbr")
    ((('base', 'offence'), ('plural', 'offences')), (('base', 'UN'),))
    """
    if pos == "verb" and phrase.partition(" ")[0].islower():
        return tuple(verb_forms(phrase).items())
    if pos == "noun" and phrase:
        return (("base", phrase), ("plural", plural(phrase)))
    return (("base", phrase),)


def american(text: str) -> str:
    """Give the American spelling of a British text.

    >>> american("defence organisation"), american("labour programme"), american("criminal offences"), american("raise")
    ('defense organization', 'labor program', 'criminal offenses', 'raise')
    """
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    for wrong, right in (("raize", "raise"), ("advize", "advise"), ("exercize", "exercise"), ("promize", "promise")):
        text = text.replace(wrong, right)
    return text


def takes_an(word: str) -> bool:
    """Tell whether the indefinite article before a word is "an".

    >>> [takes_an(w) for w in ("offence", "MP", "EU", "UN", "hour", "university", "NATO", "undesirable", "European")]
    [True, True, True, False, True, False, False, True, False]
    """
    bare = re.match(r"[\w.]+", word)
    head = bare.group() if bare else word
    if len(head) > 1 and head.isupper() and head not in _SPOKEN:
        return head[0] in _LETTER_NAMES
    return bool(_VOWEL_SOUND.match(word))


def _plural(word: str) -> str:
    lower = word.lower()
    if lower in _PLURALS:
        return word[:1] + _PLURALS[lower][1:] if lower[0] == _PLURALS[lower][0] else _PLURALS[lower]
    for single, many in (("man", "men"), ("person", "people"), ("child", "children")):
        if lower.endswith(single) and lower not in {"german", "human", "ottoman", "roman"}:
            return word[: -len(single)] + many
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", lower) else "s")


def _past(verb: str) -> tuple[str, str]:
    if verb in _VERBS:
        forms = _VERBS[verb].split()
        return forms[0], forms[-1]
    if verb.endswith("e"):
        return verb + "d", verb + "d"
    regular = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"
    return regular, regular


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb in {"do", "go"}:
        return verb + "es"
    return _plural(verb) if verb not in _PLURALS else verb + "s"


def _ing(verb: str) -> str:
    past = _past(verb)[0]
    if re.search(r"([bdglmnprt])\1ed$", past) and not verb.endswith(past[-3] * 2):
        return past[:-2] + "ing"
    if verb in {"set", "put", "cut", "let", "get", "run", "begin"}:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"
