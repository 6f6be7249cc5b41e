"""The words that make a sentence too grave to be set aside or passed over."""

import re

_RISK = re.compile(
    r"\b(?:bruis\w*|injur\w*|mark(?:s|ed)?|burn\w*|scald\w*|bite\w*|wound\w*|cut(?:s|ting)?|"
    r"blood|bleed\w*|assault\w*|hit|hits|"
    r"hitting|hurt\w*|harm\w*|abus\w*|neglect\w*|knife|weapon|overdos\w*|OD|suicid\w*|"
    r"self[- ]harm\w*|kill\w*|die[sd]?|death|"
    r"strangl\w*|chok\w*|punch\w*|kick\w*|smack\w*|slap\w*|threat\w*|violen\w*|rape\w*|sexual\w*|"
    r"exploit\w*|groom\w*|county lines|"
    r"missing|abscond\w*|unsafe|scared|frighten\w*|afraid|disclos\w*|allegation\w*|alleg\w*|"
    r"police|arrest\w*|bail|drug\w*|cannabis|"
    r"cocaine|heroin|alcohol|drunk|drinking|intoxicat\w*|medicat\w*|meds|tablets?|insulin|dose|"
    r"mg|mcg|seizure\w*|epilep\w*|fell|"
    r"fall(?:s|en)?|pressure (?:sore|ulcer|area)\w*|chest|breath\w*|unconscious|ambulance|a&e|"
    r"fire|smoke alarm|dv|s47|strat|"
    r"coercive|controlling|stalk\w*|fgm|forced marriage|evict\w*|ligature|noose|starv\w*|"
    r"malnourish\w*|dehydrat\w*|restrain\w*)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|nil|none|never|nobody|denie[sd]|without|unable|refused|declined|n/a|\w+n['’]t|"
    r"(?:did|does|has|was|could|would|is)nt)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|£|\[[A-Z_]+_\d+\]")
_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day|s)?\b|\b(?:today|tomorrow|"
    r"tmrw|tonight|yesterday|week|month)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r'["“”‘?]')


def bears_risk(text: str) -> bool:
    """Say whether a text speaks of harm, injury, medication, disclosure or danger."""
    return _RISK.search(text) is not None


def may_be_set_aside(text: str) -> bool:
    """Say whether a text holds no harm, negation, figure, name, day or quotation to lose."""
    return not any(pattern.search(text) for pattern in (_RISK, _NEGATED, _FIGURE, _DAY, _MARKS))
