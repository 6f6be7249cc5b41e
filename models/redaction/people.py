"""Who the people of a note are to one another, read from the words beside their placeholders."""

import re
from collections import Counter

from models.text import PLACEHOLDER, Person

ROLES: dict[str, str] = {
    "mother": r"(?:birth )?mother|mum|mummy|mam|mom|ma|bm",
    "father": r"(?:birth )?father|dad|daddy|bf",
    "stepfather": r"step[ -]?dad|step[ -]?father",
    "stepmother": r"step[ -]?mum|step[ -]?mother",
    "grandmother": r"(?:[a-z]+ternal )?(?:grandma|grandmother|gran|granny|nana?|nanny)|[mp]gm",
    "grandfather": r"(?:[a-z]+ternal )?(?:grandd?ad|grandfather|grandpa|grampa|taid)|[mp]gf",
    "aunt": r"aunt|auntie|aunty|[mp] ?aunt",
    "uncle": r"uncle|[mp] ?uncle",
    "cousin": r"cousin",
    "sister": r"(?:half[ -]|step)?sister|sis",
    "brother": r"(?:half[ -]|step)?brother|bro",
    "sibling": r"sib(?:ling)?|twin",
    "son": r"son",
    "daughter": r"daughter|dtr|dau",
    "wife": r"wife",
    "husband": r"husband|hubby",
    "partner": r"(?:ex[ -]?)?(?:partner|boyfriend|girlfriend|fianc[eé]e?)|mum's bf|ex",
    "nephew": r"nephew",
    "niece": r"niece",
    "child": r"child|baby|bump|unborn|toddler|yp|young person|boy|girl|pupil",
    "foster carer": r"foster (?:carer|mum|dad|mother|father)|fc|f/c",
    "carer": r"carer|support worker|pa|kinship carer|home ?carer",
    "keyworker": r"key ?worker|kw",
    "neighbour": r"neighbour|nextdoor|next door",
    "friend": r"friend|mate",
    "landlord": r"landlord|landlady",
    "social worker": r"(?:allocated |duty |student |supervising )?(?:social worker|sw|ssw)|amhp",
    "team manager": r"(?:team |practice |duty )?(?:manager|tm|mgr)|pm",
    "health visitor": r"health visitor|hv",
    "midwife": r"midwife|mw",
    "GP": r"gp|g\.p\.",
    "nurse": r"(?:school |district |staff |ward |community )?nurse|matron|sister in charge|cpn|dn",
    "doctor": r"doctor|consultant|paed(?:iatrician|s)?|psychiatrist|registrar|dr",
    "therapist": r"therapist|ot|physio|salt|slt|psychologist|counsellor",
    "teacher": r"(?:class |head ?)?teacher|(?:form )?tutor|(?:deputy )?head|ta|senco|dsl",
    "police officer": r"pc|ds|dc|sgt|sergeant|insp(?:ector)?|pcso|(?:police )?officer|detective",
    "IRO": r"iro|independent reviewing officer",
    "guardian": r"(?:children's )?guardian|cg|cafcass",
    "solicitor": r"solicitor|sol|barrister|counsel|lawyer",
    "advocate": r"advocate|imca|idva|isva",
    "interpreter": r"interpreter|interp",
    "housing officer": r"housing officer|housing",
    "youth worker": r"youth worker|yot(?: worker)?|mentor",
    "business support": r"business support|admin|bso|minutes|minute taker",
    "family support worker": r"family support worker|fsw|family worker",
    "personal adviser": r"personal advis[eo]r|p\.a\.",
}  # fmt: skip
_ANY = "|".join(f"(?P<r{i}>{words})" for i, words in enumerate(ROLES.values()))
_NAMES = tuple(ROLES)
_LEAD_IN = r"(?:[ ]is|[ ]called|[ ]named|[ ]-|[ ]–|,|:|[ ]\()?[ ](?:mr|mrs|ms|miss|dr)?\.?[ ]?$"
_LEAD_OUT = r"^(?:,|[ ]\(|[ ]-|[ ]–|:)[ ]?(?:is[ ]|the[ ]|his[ ]|her[ ]|their[ ]|our[ ]|new[ ])*"
_IS = r"^[ ](?:is|was)[ ](?:the|his|her|their|our|a|an)[ ](?:new[ ])?"
BEFORE = re.compile(rf"(?<![\w'’])(?:{_ANY}){_LEAD_IN}", re.IGNORECASE)
AFTER = re.compile(rf"{_LEAD_OUT}(?:{_ANY})(?!\w|['’]s)", re.IGNORECASE)
IS = re.compile(rf"{_IS}(?:{_ANY})(?!\w|['’]s)", re.IGNORECASE)
YOUNG = re.compile(
    r"""^(?:,|[ ]\(|[ ])[ ]?(?:aged?[ ])?(?:1[0-7]|\d)
    (?:\)|[ ]?(?:yo|yrs?|y/o|mths?|months|wks|weeks|[,;)]))|^[ ,(]+(?:yr|year)[ ]?\d{1,2}\b""",
    re.IGNORECASE | re.VERBOSE,
)
REACH = 45


def _role_in(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return next(
        _NAMES[int(name[1:])] for name, said in match.groupdict().items() if said is not None
    )


def infer_people(text: str) -> tuple[Person, ...]:
    """Return every person of a redacted note with the role its words give most often, or none."""
    votes: dict[str, Counter[str]] = {}
    for match in PLACEHOLDER.finditer(text):
        if match.group(1) != "PERSON":
            continue
        counted = votes.setdefault(match.group(), Counter())
        before, after = (
            text[max(0, match.start() - REACH) : match.start()],
            text[match.end() : match.end() + REACH],
        )
        for expression, where, weight in ((BEFORE, before, 3), (AFTER, after, 2), (IS, after, 2)):
            role = _role_in(expression.search(where))
            if role is not None:
                counted[role] += (
                    1 if role == "doctor" else weight
                )  # "Dr" may be a GP or a consultant
        if YOUNG.search(after):
            counted["child"] += 1
    return tuple(
        Person(p, counted.most_common(1)[0][0] if counted else None) for p, counted in votes.items()
    )
