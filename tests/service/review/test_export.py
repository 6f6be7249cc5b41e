from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn

from service.review.export import writable
from tests.service.browser import PageFor
from tests.service.opened import Opened
from tests.service.visits import signed_off

NAMES = ("Marlow", "Teasel", "Larkrise", "Priya", "CIN-20417")


def test_the_word_document_has_real_headings_a_language_and_table_headers(
    opened: Opened, page: PageFor
) -> None:
    visit_id = signed_off(opened, page)
    answer = page("practitioner").client.get(f"/visits/{visit_id}/case-note.docx")
    assert answer.headers["content-disposition"] == 'attachment; filename="case-note.docx"'
    assert answer.headers["cache-control"] == "no-store"
    document = Document(BytesIO(answer.content))
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Heading" in p.style.name]
    assert headings[0] == ("Heading 1", "Case note")
    assert ("Heading 2", "Worries and safety") in headings
    said = [p.text for p in document.paragraphs]
    assert said[said.index("Family life and relationships") + 1] == "Not recorded in these notes."
    assert "M has small bruise R shin, says fell off scooter at park." in said
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {
        "en-GB"
    }
    facts = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert facts["Notes received"]
    assert facts["How it was made"].endswith("Version 2; Recordwell 0, guidance 2026-11.")
    footer = document.sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    assert document.tables[1].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert document.tables[1].cell(3, 1).text == "Social worker only"
    assert round(document.sections[0].page_width.mm) == 210


def test_nothing_about_a_document_but_its_text_names_anybody(opened: Opened, page: PageFor) -> None:
    visit_id = signed_off(opened, page)
    answer = page("practitioner").client.get(f"/visits/{visit_id}/case-note.docx")
    with ZipFile(BytesIO(answer.content)) as packed:
        for name in packed.namelist():
            if name != "word/document.xml":
                inside = packed.read(name).decode("utf-8", "replace")
                assert [word for word in NAMES if word in inside or word in name] == []


def test_the_plain_text_holds_the_whole_case_note(opened: Opened, page: PageFor) -> None:
    visit_id = signed_off(opened, page)
    shown = page("practitioner").get(f"/visits/{visit_id}/copy")
    text = shown.find("textarea", id="case-note").get_text()  # type: ignore[union-attr]
    assert "Case reference: CIN-20417\n" in text
    assert "Worries and safety\nM has small bruise R shin" in text
    assert "Family life and relationships\nNot recorded in these notes." in text
    assert "- Discuss the bruise with the manager (Social worker only). Due: today." in text


def test_what_a_word_file_cannot_hold_becomes_a_space() -> None:
    everything = "".join(map(chr, [*range(0x20), 0x7F, 0x85, 0x2028, 0xD800, 0xFFFE, 0xFFFF]))
    document = Document()
    document.add_paragraph(writable(f"Page one.{everything}Page two."))
    assert document.paragraphs[0].text.split()[:2] == ["Page", "one."]
    assert writable("Zoë’s 1½ 👍\n\tline") == "Zoë’s 1½ 👍\n\tline"
