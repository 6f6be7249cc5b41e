"""Street-level addresses: house number and street word, flats and plots, streets with a capital."""

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_KIND = r"""(?:road|street|avenue|close|lane|drive|crescent|terrace|gardens?|grove|walk|mews|parade|
    cottages?|villas|buildings|mansions|rd|ave?|cres|tce|ter|gdns?|gro|cotts?|ln)"""
_SHORT = r"""(?:st|cl|ct|pl|sq|court|way|place|hill|rise|row|square|house|tower|lodge|green|view|
    bank|hse|la|point|heights)"""
_SAFE_LOWER = (
    r"(?:road|avenue|crescent|terrace|gardens|grove|rd|ave|cres|tce|gdns|cottages|lane|drive)"
)
_NOT_LOWER = r"""(?:x|of|in|at|on|to|by|the|a|an|times|days?|weeks?|years?|months?|mins?|and|or|
    that|this|same|her|his|our|my|their|side|wks?|hrs?|households)"""
_WORD = r"[A-Z][\w'’-]*\.?"
_NUMBER = r"(?:(?:no|number|nr)\.?[ ]?)?\d{1,4}[A-Za-z]?"
_FLAT = r"""(?i:flat|apt|apartment|unit|room|rm|plot|caravan|bedsit|pitch)[ ]
    (?:\d{1,4}[A-Za-z]?|[A-Z])\b(?![ ]?(?:/|am|pm|:))"""
_BODY = (
    r"(?:School|Primary|Surgery|Academy|Nursery|Practice|College|Medical|Clinic|Centre|Hospital)"
)
_STREET = r"(?:Road|Street|Avenue|Lane|Crescent|Terrace|Gardens|Rd|Ave|Cres|Tce|Gdns)"


class AddressRecogniser(ShapeRecogniser):
    """Finds addresses that hold a number or a flat; the name finder reads the others."""

    type: EntityType = "ADDRESS"
    shapes = (
        Shape(
            rf"(?<![\w£/.:-]){_NUMBER},?[ ](?:{_WORD}[ ]){{1,3}}(?i:{_KIND}|{_SHORT})\b",
            LIKELY,
            ignore_case=False,
        ),
        Shape(
            rf"""(?<![\w£/.:-])\d{{1,4}}[a-z]?,?[ ](?:(?!{_NOT_LOWER}[ ])[a-z'’-]{{3,}}[ ]){{1,2}}
            {_SAFE_LOWER}\b""",
            PLAUSIBLE,
        ),
        Shape(
            rf"\b{_FLAT}(?:,?[ ]{_NUMBER})?,?[ ](?:{_WORD}[ ]){{1,3}}(?i:{_KIND}|{_SHORT})\b",
            LIKELY,
            ignore_case=False,
        ),
        Shape(r"\b(?:flat|apartment|apt|caravan)[ ]\d{1,4}[A-Z]?\b", PLAUSIBLE),
        Shape(
            rf"(?<!\w)(?:{_WORD}[ ]){{1,2}}{_STREET}\b(?![ ](?:{_WORD}[ ])?{_BODY})",
            PLAUSIBLE,
            ignore_case=False,
        ),
    )
