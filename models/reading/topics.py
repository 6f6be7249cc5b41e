"""What a unit is about, where a word of its own says so."""

import re

from models.reading.unit import Topic

_WORDS: tuple[tuple[Topic, str], ...] = (
    ("present", r"^\W*(?:present|in|seen|attended|attendance|apols|apologies)\s*:"),
    ("visit_details", r"\b(?:announced|unannounced|seen alone|no reply|no answer|left (?:a )?card|home visit|cpv|knocked|interpreter)\b"),
    ("safety_risk_harm", r"\b(?:bruis\w*|assault\w*|hit|hurt|harm\w*|abus\w*|knife|overdose\w*|suicid\w*|self[- ]harm\w*|s47|strat|police|"
                         r"missing|exploit\w*|violence|dv|da|marac|burn|injur\w*|smack\w*|kick\w*|punch\w*|threat\w*|unsafe|drugs?|cannabis|drunk)\b"),
    ("health", r"\b(?:gp|hospital|medication|meds|tablets?|inhaler|dentist|nurse|epilep\w*|seizures?|asthma|immunis\w*|jabs?|\d+ ?mg|"
               r"appt|optician|camhs|diabet\w*|pain|mental health|weight|diagnos\w*|blister|prescription)\b"),
    ("education_work", r"\b(?:school|sch|attendance|exclu\w*|homework|teacher|college|pep|ehcp|sats|nursery|class|exam\w*|job|work shifts)\b"),
    ("money_housing", r"\b(?:rent|arrears|benefits?|uc|pip|housing|tenancy|landlord|evict\w*|council tax|debt\w*|bank|£ ?\d+|food ?bank|universal credit)\b"),
    ("home_environment", r"\b(?:kitchen|bedroom|mould|damp|fridge|stairgate|carpet|heating|smelt|washing up|clean|tidy|floor|garden|cluttered)\b"),
    ("daily_care_needs", r"\b(?:wash\w*|dress\w*|toilet\w*|hoist\w*|mobil\w*|meals?|personal care|nappy|continence|feeds?|carers? x)\b"),
    ("legal_status_plan", r"\b(?:court|order|plo|conference|icpc|rcpc|review|cin plan|cp plan|core group|iro|solicitor|lpa|dols|section|s20|panel|care plan|pathway plan)\b"),
    ("relationships_family_time", r"\b(?:family time|contact|brothers?|sisters?|siblings?|boyfriend|girlfriend|friends?)\b"),
    ("support_services", r"\b(?:referr\w*|fsw|early help|group|respite|day centre|befriend\w*|package|agency|support worker)\b"),
    ("wishes_feelings", r"\b(?:wants?|wishes|hopes?|feels?|happy|sad|worried|scared|misses|likes?)\b"),
)  # fmt: skip
_TOPICS = tuple((topic, re.compile(words, re.IGNORECASE)) for topic, words in _WORDS)


def topic_of(text: str) -> Topic | None:
    """Return the topic whose words a unit holds, if they are of one topic only."""
    found = [topic for topic, words in _TOPICS if words.search(text)]
    return found[0] if len(found) == 1 else None
