"""How the line's own words for a sentence read on a page: its kind, its speaker and its flags."""

# What was seen is what a record mostly holds: to say so beside every sentence says nothing.
KINDS = {
    "reported": "Reported",
    "voice": "In their own words",
    "view": "Your view",
    "decision": "Decision",
    "history": "History",
}
FLAGS = {
    "risk": "this is about harm, health or danger. Read it against your note.",
    "look:name": "a name may differ from your note.",
    "look:quotation": "quoted words may differ from your note.",
    "look:money": "an amount of money may differ from your note.",
    "look:number": "a number may differ from your note.",
    "look:date": "a date or day may differ from your note.",
    "look:negation": "“no”, “not” or “never” may differ from your note.",
    "look:hedge": "how sure you were may differ from your note.",
    "look:new_word": "it has a word that your note has not.",
    "look:lost_word": "a word of your note is not in it.",
    "look:side": "left or right may differ from your note.",
    "look:speaker": "who said it may differ from your note.",
}
SPOKEN = {"reported", "voice", "view"}
UNEXPANDED = "unexpanded:"
SET_ASIDE = {
    "filler words": "Filler words",
    "a heading of the note's own": "A heading of your own",
    "marks without words": "Marks without words",
}


def about(kind: str, speaker: str | None) -> str:
    """Say what sort of sentence it is and whose words they are."""
    words = KINDS.get(kind, "")
    if not speaker:
        return words
    return f"{words}, from {speaker}" if words else f"From {speaker}"


def speaker_words(kind: str, speaker: str | None) -> str | None:
    """Who said a sentence: empty where nobody is known, none where nobody spoke."""
    return (speaker or "") if speaker or kind in SPOKEN else None


def flag_words(flag: str) -> str:
    """Say a flag in words; one without words yet is shown as it is rather than hidden."""
    if flag.startswith(UNEXPANDED):
        short = flag.removeprefix(UNEXPANDED)
        return f"“{short}” is left as you typed it, because it can mean more than one thing."
    return FLAGS.get(flag, flag.replace("_", " ").replace(":", ": "))


def aside_words(reason: str) -> str:
    """Say why words were set aside."""
    return SET_ASIDE.get(reason, reason[:1].upper() + reason[1:])
