"""Bodies that place one person, known by the word for their kind: "X Primary", "St Z's"."""

from models.redaction.recognisers.shape import PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_KIND = r"""(?:Primary|Infants?|Juniors?|Academy|Grammar|Comprehensive|Nursery|College|School|
    Surgery|Practice|Infirmary|Hospital|Hospice|Homecare|Lodge|Gurdwara|Mosque|Methodist|Baptist|Solicitors)"""
_NOT = r"""(?:The|This|That|Our|Their|His|Her|My|Your|A|An|New|Old|Local|Special|Primary|Secondary|
    Sunday|High|Foster|Head|In|At|And|From|After|Before|Since|When|To|No|If|For|Of|On|But|Is|Rang|Saw|
    Mum|Dad|Nan|Under|Get|Virtual|Best|Good|Social|Direct|Private|Mainstream|Boarding|Nursery|Medical)"""
_WORD = rf"(?!{_NOT}\b)[A-Z][a-z'’-]+"
# Firms and places of work: the word before them must be rarer than a kind of service.
_FIRM = r"""(?:Cars|Taxis|Cabs|Wheels|Lettings|Pharmacy|Opticians|Garage|Bakery|Playgroup|Preschool|
    Pre-School|Foods|Stores|Motors|Bathrooms|Kitchens|Fostering|Care[ ]Home|Nursing[ ]Home|Hotel|
    Chapel|Temple|Synagogue|Community[ ]Centre|Dental)"""
_NO_FIRM = r"""(?:Company|Hire|Second|Used|Parked|Police|Hackney|Black|Hospital|Community|Late|
    Night|
    Kinship|Long|Short|Term|Emergency|Agency|Independent|Residential|Family|Council|Local|Village|
    Health|Food|Bed|Care|Motor|Toy|White|Red|Blue|Children's|Childrens)"""
_FAITH = r"(?:RC|CE|CofE|C[ ]of[ ]E|Community|Church)"


class OrganisationRecogniser(ShapeRecogniser):
    """Finds capitalised names that end in the word for a kind of body."""

    type: EntityType = "ORG"
    shapes = (
        Shape(
            rf"""(?<!\w)(?:St\.?[ ])?(?:{_WORD}[ ]){{1,3}}(?:{_FAITH}[ ])?(?:{_KIND}[ ]){{0,2}}
            {_KIND}\b""",
            PLAUSIBLE,
            ignore_case=False,
        ),
        Shape(
            rf"""(?<!\w)(?:(?!{_NO_FIRM}\b){_WORD}[ ])(?:{_WORD}[ ])?{_FIRM}\b
            (?![ ](?:{_KIND})\b)""",
            PLAUSIBLE,
            ignore_case=False,
        ),
        Shape(r"(?<!\w)HM(?:P|YOI|[ ]Prison)[ /][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?", ignore_case=False),
        Shape(
            rf"""(?<!\w)(?:St|Saint)\.?[ ][A-Z][\w-]+['’]s
            (?:[ ](?:{_FAITH}|{_KIND}|Church|House|High))*\b""",
            PLAUSIBLE,
            ignore_case=False,
        ),
    )
