"""The canary: a made-up note with one identifier of each type, which must come out with every one of them hidden."""

from presidio_analyzer import AnalyzerEngine

from models.redaction.redact import redact
from models.redaction.refusals import RedactionIncomplete
from models.text import ENTITY_TYPES, EntityType, VisitNote

CANARY: tuple[tuple[str, EntityType | None], ...] = (
    ("Visited ", None), ("Kayleigh Thornbury", "PERSON"), (" at ", None), ("14 Wherry Lane", "ADDRESS"), (", ", None),
    ("ZZ99 3VZ", "POSTCODE"), (". Mum's mobile is ", None), ("07700 900123", "PHONE"), (", email ", None),
    ("k.thornbury@example.org", "EMAIL"), (". DOB ", None), ("03/11/2015", "DOB"), (", NHS number ", None),
    ("999 000 0018", "NHS_NUMBER"), (", NI ", None), ("QQ 12 34 56 C", "NINO"), (". Mosaic ", None),
    ("4471902", "CASE_ID"), (", UPN ", None), ("B801200005001", "OTHER_ID"), (". Dad's car is ", None),
    ("BD51 SMR", "VEHICLE"), (". Sort code ", None), ("20-45-77", "BANK"), (". Her snap is ", None),
    ("@kayz_08", "HANDLE"), (". She goes to ", None), ("St Oswin's Primary School", "ORG"),
    (" and they have moved back to ", None), ("Stockport", "PLACE"), (".", None),
)  # fmt: skip


def check_canary(engine: AnalyzerEngine | None = None) -> None:
    """Redact the canary; raise unless every identifier in it is wholly hidden.

    Raises:
        RedactionIncomplete: with the code `canary_leaked`.
    """
    if {kind for _, kind in CANARY if kind is not None} != set(ENTITY_TYPES):
        raise RedactionIncomplete("canary_incomplete")
    found = redact(VisitNote("".join(words for words, _ in CANARY)), engine)
    hidden = {i for entity in found.entities for i in range(entity.start, entity.end)}
    at = 0
    for words, kind in CANARY:
        needed = {at + i for i, char in enumerate(words) if char.isalnum()}
        if kind is not None and not needed <= hidden:
            raise RedactionIncomplete("canary_leaked")
        at += len(words)
