from models.drafting.lexicon import expansion_of, lexicon


def read_in(sentence: str, typed: str, service: str | None = None) -> str | None:
    form = lexicon().form(typed)
    assert form is not None
    start = sentence.index(typed)
    return expansion_of(form, sentence, start, start + len(typed), service)  # type: ignore[arg-type]


def test_the_lexicon_knows_hundreds_of_forms() -> None:
    assert len(lexicon()) >= 400


def test_every_ambiguous_form_stays_as_typed_with_nothing_round_it() -> None:
    ambiguous = [form for form in lexicon().by_typed.values() if form.safe is None]
    assert len(ambiguous) >= 30
    assert [f.typed for f in ambiguous if read_in(f.typed, f.typed) is not None] == []


def test_a_service_can_be_a_licence() -> None:
    assert read_in("DP set up", "DP", "adults") == "direct payment"
    assert read_in("DP set up", "DP", "children") is None


def test_two_licensed_readings_are_no_reading() -> None:
    sentence = "the HV 3pm"
    assert read_in("the HV said", "HV") == "health visitor"
    assert read_in("HV 3pm", "HV") == "home visit"
    assert read_in(sentence, "HV") is None


def test_no_expansion_brings_a_figure_or_a_date() -> None:
    forms = [*lexicon().by_typed.values(), *lexicon().by_small.values()]
    written = [f.safe or "" for f in forms] + [s.expansion for f in forms for s in f.senses]
    assert [w for w in written if any(c.isdigit() for c in w)] in ([], ["graded care profile 2"])
