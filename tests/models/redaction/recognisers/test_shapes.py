"""A table per recogniser: text, and exactly what it must find in it; near misses find nothing."""

import time

import pytest

from models.redaction.recognisers import RECOGNISERS
from models.redaction.recognisers.address import AddressRecogniser
from models.redaction.recognisers.bank import BankRecogniser
from models.redaction.recognisers.case_id import CaseIdRecogniser
from models.redaction.recognisers.dob import DobRecogniser
from models.redaction.recognisers.email import EmailRecogniser
from models.redaction.recognisers.handle import HandleRecogniser
from models.redaction.recognisers.lookalike import LookalikeRecogniser
from models.redaction.recognisers.nhs_number import NhsNumberRecogniser
from models.redaction.recognisers.nino import NinoRecogniser
from models.redaction.recognisers.organisation import OrganisationRecogniser
from models.redaction.recognisers.other_id import OtherIdRecogniser
from models.redaction.recognisers.phone import PhoneRecogniser
from models.redaction.recognisers.postcode import PostcodeRecogniser
from models.redaction.recognisers.shape import ShapeRecogniser
from models.redaction.recognisers.titled_person import TitledPersonRecogniser
from models.redaction.recognisers.vehicle import VehicleRecogniser

TABLES: dict[type[ShapeRecogniser], list[tuple[str, list[str]]]] = {
    EmailRecogniser: [
        ("email k.thornbury+sw@example.org today", ["k.thornbury+sw@example.org"]),
        ("its jo dot bell at postbox dot co dot uk", ["jo dot bell at postbox dot co dot uk"]),
        ("kay_b @ example . com", ["kay_b @ example . com"]),
        ("seen at home. Dad was out", []),
        ("meet @ 10 with mum", []),
    ],
    PhoneRecogniser: [
        ("ring 07700 900123 after 4", ["07700 900123"]),
        ("07 700 - 90 - 0123", ["07 700 - 90 - 0123"]),
        (
            "oh seven seven double oh nine double oh one two three",
            ["oh seven seven double oh nine double oh one two three"],
        ),
        ("07481 double 6 20 39", ["07481 double 6 20 39"]),
        ("o7five8nine 44 12 06", ["o7five8nine 44 12 06"]),
        ("+44 7700 900 123", ["+44 7700 900 123"]),
        ("ward ext 5512", ["5512"]),
        ("5/6 attended, x3, 2/52, 7/10", []),
        ("at 07.30 and 14.00 on 03.04", []),
        ("£120000 owed since 2019", []),
    ],
    PostcodeRecogniser: [
        ("lives ZZ99 3VZ", ["ZZ99 3VZ"]),
        ("m144xx", ["m144xx"]),
        ("SE17  3qt", ["SE17  3qt"]),
        ("now in LS8", ["LS8"]),
        ("went to see a3 1st", []),
        ("YP14yrs on CP10wks", []),
        ("s47 and s20 and s.17, s42 is ours", []),
    ],
    NhsNumberRecogniser: [
        ("NHS 999 000 0018", ["999 000 0018"]),
        ("nhs no. 485 7 7 3 4 5 6 8", ["485 7 7 3 4 5 6 8"]),
        ("943-476-5910", ["943-476-5910"]),
        ("NHS dentist in 3/12", []),
        ("BP 120/80, sats 98", []),
    ],
    NinoRecogniser: [
        ("NI QQ 12 34 56 C", ["QQ 12 34 56 C"]),
        ("ni no jx 44 18 20 b", ["jx 44 18 20 b"]),
        ("AB123456", ["AB123456"]),
        ("seen on 12 10 24", []),
        ("YP 14 12 10", []),
    ],
    DobRecogniser: [
        ("DOB 03/11/2015", ["03/11/2015"]),
        ("d.o.b. 4th of the 2nd '79", ["4th of the 2nd '79"]),
        ("born third of the eleventh ninety-six", ["third of the eleventh ninety-six"]),
        ("birthday is 14-ii-2016", ["14-ii-2016"]),
        ("seen 03/11/2025, next visit 12 March", []),
        ("aged 7, EDD 2nd Feb", []),
    ],
    CaseIdRecogniser: [
        ("Mosaic 4471902", ["4471902"]),
        ("LCS no: 2281 045", ["2281 045"]),
        ("our ref ASC-0091745", ["ASC-0091745"]),
        ("LCS 2207714", ["2207714"]),
        ("case conference 12/3", []),
        ("case closed 2019", []),
    ],
    OtherIdRecogniser: [
        ("UPN B801200005001", ["B801200005001"]),
        ("zm 25 c 0 0 4 1 8", ["zm 25 c 0 0 4 1 8"]),
        ("log 1187 of 13/6", ["1187 of 13/6"]),
        ("HO ref A1938842/2", ["A1938842/2"]),
        ("tenancy HR/20993", ["HR/20993"]),
        ("collar 4471", ["4471"]),
        ("Log 2 2 1 9 given", ["2 2 1 9"]),
        ("GP letter 12/3, court 21/5/25, order 2018", []),
        ("sertraline 50mg x2, £1200 arrears", []),
    ],
    VehicleRecogniser: [
        ("in a van BD51 SMR", ["BD51 SMR"]),
        ("bx17oke outside", ["bx17oke"]),
        ("the bx17  oke log", ["bx17  oke"]),
        ("black Golf, YK18", ["YK18"]),
        ("YP14yrs and CP10wks", []),
        ("upped to 100mg", []),
        ("eve of 24th was fine", []),
    ],
    BankRecogniser: [
        ("sort 20-45-77 acc 63310842", ["20-45-77", "63310842"]),
        ("20-45-77 63310842", ["20-45-77 63310842"]),
        ("a/c ending 4409", ["4409"]),
        ("reviewed 12-10-24", []),
        ("account of what happened", []),
    ],
    HandleRecogniser: [
        ("her snap is @kayz_08", ["@kayz_08"]),
        ("plays as xMidge_L8r", ["xMidge_L8r"]),
        ("insta jhon.ed17", ["jhon.ed17"]),
        ("https://photos.example/kay", ["https://photos.example/kay"]),
        ("home.No answer", []),
        ("snap 3 times", []),
    ],
    AddressRecogniser: [
        ("at 14 Wherry Lane", ["14 Wherry Lane"]),
        ("Flat 3, 118 Sirdar Road", ["Flat 3, 118 Sirdar Road"]),
        ("62 hollis grove", ["62 hollis grove"]),
        ("3 times in the close season", []),
        ("5 of the terrace", []),
    ],
    OrganisationRecogniser: [
        ("goes to Beckfield Rise Primary School", ["Beckfield Rise Primary School"]),
        ("ward at St Oswin's Hospital", ["St Oswin's Hospital"]),
        ("taxi Ace Cars at 9", ["Ace Cars"]),
        ("dad in HMP Fellgate now", ["HMP Fellgate"]),
        ("stays at Willow Mere Care Home", ["Willow Mere Care Home"]),
        ("Company Cars and Local Pharmacy", []),
        ("Kinship Fostering, Long Term Fostering", []),
        ("back in HMP since May", []),
        ("The School rang", []),
        ("Virtual School to fund", []),
    ],
    TitledPersonRecogniser: [
        ("Mr Price's letter", ["Price"]),
        ("rang mrs o'hara", ["o'hara"]),
        ("Dr Osei-Bonsu", ["Osei-Bonsu"]),
        ("ms and mr both out", []),
        ("PC attended", []),
    ],
    LookalikeRecogniser: [
        ("typed [PERSON_1] in", ["[PERSON_1]"]),
        ("[PERSON] and [THING_1]", []),
    ],
}  # fmt: skip
CASES = [(kind, text, wanted) for kind, table in TABLES.items() for text, wanted in table]


@pytest.mark.parametrize(
    ("kind", "text", "wanted"), CASES, ids=[f"{k.type}: {t}" for k, t, _ in CASES]
)
def test_a_recogniser_finds_exactly_this(
    kind: type[ShapeRecogniser], text: str, wanted: list[str]
) -> None:
    hidden = bytearray(len(text))
    for one in kind().find(text):
        hidden[one.start : one.end] = b"\x01" * (one.end - one.start)
    assert _joined(text, hidden) == wanted


def _joined(text: str, hidden: bytearray) -> list[str]:
    out, current = [], ""
    for char, is_hidden in zip(text, hidden, strict=True):
        if is_hidden:
            current += char
        elif current:
            out.append(current)
            current = ""
    return [*out, current] if current else out


def test_every_listed_recogniser_has_a_table() -> None:
    assert set(RECOGNISERS) == set(TABLES)


@pytest.mark.parametrize("rule", ["_", "-", "a-", "_a-", "a_", "1-", "_-", "=", ".", "' "])
def test_a_ruled_line_stops_no_recogniser(rule: str) -> None:
    text = f"Seen at home.\n{rule * 2_000}\nRing the school."
    for kind in RECOGNISERS:
        began = time.process_time()
        kind().find(text)  # a note it takes too long over would be refused
        assert time.process_time() - began < 1, kind
