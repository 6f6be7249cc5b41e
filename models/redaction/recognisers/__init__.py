"""One shape recogniser per file, and the explicit list of those that run."""

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

RECOGNISERS: tuple[type[ShapeRecogniser], ...] = (
    LookalikeRecogniser,
    EmailRecogniser,
    PhoneRecogniser,
    PostcodeRecogniser,
    NhsNumberRecogniser,
    NinoRecogniser,
    DobRecogniser,
    CaseIdRecogniser,
    OtherIdRecogniser,
    VehicleRecogniser,
    BankRecogniser,
    HandleRecogniser,
    AddressRecogniser,
    OrganisationRecogniser,
    TitledPersonRecogniser,
)
