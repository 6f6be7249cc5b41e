"""The canary: a made-up note with an identifier of each type, all of which must come out hidden."""

from presidio_analyzer import AnalyzerEngine

from models.redaction.redact import redact
from models.redaction.refusals import RedactionIncomplete
from models.text import ENTITY_TYPES, EntityType, VisitNote

CANARY: tuple[tuple[str, str, EntityType], ...] = (
    ("Visited ", "Kayleigh Thornbury", "PERSON"),
    (" at ", "14 Wherry Lane", "ADDRESS"),
    (", ", "ZZ99 3VZ", "POSTCODE"),
    (". Mum's mobile is ", "07700 900123", "PHONE"),
    (", email ", "k.thornbury@example.org", "EMAIL"),
    (". DOB ", "03/11/2015", "DOB"),
    (", NHS number ", "999 000 0018", "NHS_NUMBER"),
    (", NI ", "QQ 12 34 56 C", "NINO"),
    (". Mosaic ", "4471902", "CASE_ID"),
    (", UPN ", "B801200005001", "OTHER_ID"),
    (". Dad's car is ", "BD51 SMR", "VEHICLE"),
    (". Sort code ", "20-45-77", "BANK"),
    (". Her snap is ", "@kayz_08", "HANDLE"),
    (". She goes to ", "St Oswin's Primary School", "ORG"),
    (" and they have moved back to ", "Stockport", "PLACE"),
)


def check_canary(engine: AnalyzerEngine | None = None) -> None:
    """Redact the canary; raise unless every identifier in it is wholly hidden.

    Raises:
        RedactionIncomplete: with the code `canary_leaked`.
    """
    if {kind for _, _, kind in CANARY} != set(ENTITY_TYPES):
        raise RedactionIncomplete("canary_incomplete")
    found = redact(VisitNote("".join(lead + secret for lead, secret, _ in CANARY) + "."), engine)
    hidden = {i for entity in found.entities for i in range(entity.start, entity.end)}
    at = 0
    for lead, secret, _ in CANARY:
        at += len(lead)
        if not {at + i for i, char in enumerate(secret) if char.isalnum()} <= hidden:
            raise RedactionIncomplete("canary_leaked")
        at += len(secret)
