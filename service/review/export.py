"""A signed case note as plain text to copy and as a Word document; never stored, never logged."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from service.review.signed import SignedCaseNote
from service.web.words import day, moment, outcome_words, service_words

HOW = "Drafted from the practitioner’s own notes by Recordwell, then checked and signed."
NOT_RECORDED = "Not recorded in these notes."
# A fixed day: when a document was made is on the page, and its metadata say nothing about anyone.
METADATA_DAY = datetime(2026, 1, 1, tzinfo=UTC)

# What XML cannot hold and a pasted note can: page breaks of a PDF, a terminal's bell.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def facts(signed: SignedCaseNote) -> list[tuple[str, str]]:
    """Return what stands at the head of a document."""
    visit = signed.visit
    return [
        ("Case reference", visit.case_reference),
        ("Kind of visit", visit.type_title),
        ("Date of visit", day(visit.date)),
        ("Service", service_words(visit.service) if visit.service else "Not given"),
        ("Notes received", moment(signed.received_at)),
        ("Signed off by", f"{signed.signed_by} on {moment(signed.signed_at)}"),
        (
            "How it was made",
            f"{HOW} Version {signed.version}; {signed.made_with}.",
        ),
    ]


def as_plain_text(signed: SignedCaseNote) -> str:
    """Return the case note as plain text, ready to paste."""
    return "\n".join(lines(signed)) + "\n"


def lines(signed: SignedCaseNote) -> Iterator[str]:
    """Yield the lines of the plain text."""
    yield "Case note"
    yield ""
    for name, value in facts(signed):
        yield f"{name}: {value}"
    for heading in signed.headings:
        yield ""
        yield heading.title
        yield " ".join(sentence.text for sentence in heading.sentences) or NOT_RECORDED
    yield ""
    yield "Tasks"
    for task in signed.tasks:
        due = f" Due: {task.due_words}." if task.due_words else ""
        yield f"- {task.text} ({outcome_words(task.outcome)}).{due}"
    if not signed.tasks:
        yield "None were found in these notes."


def as_word_document(signed: SignedCaseNote) -> bytes:
    """Return the case note as a Word document: real headings, table headers, its language."""
    document = Document()
    set_page_and_language(document)
    number_pages(document)
    document.add_heading("Case note", level=1)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in facts(signed):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, writable(value)
        cells[0].paragraphs[0].runs[0].bold = True
    for heading in signed.headings:
        document.add_heading(heading.title, level=2)
        for sentence in heading.sentences:
            document.add_paragraph(writable(sentence.text))
        if not heading.sentences:
            document.add_paragraph(NOT_RECORDED)
    document.add_heading("Tasks", level=2)
    add_tasks(document, signed)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def add_tasks(document: Document, signed: SignedCaseNote) -> None:
    """Add the table of tasks, its first row marked as its header."""
    if not signed.tasks:
        document.add_paragraph("None were found in these notes.")
        return
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Task", "Who can do it", "Due"), strict=True):
        cell.text = words
        cell.paragraphs[0].runs[0].bold = True
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - the library has no other way
    for task in signed.tasks:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = writable(task.text), outcome_words(task.outcome)
        cells[2].text = writable(task.due_words or "Not given")


def number_pages(document: Document) -> None:
    """Number the pages, so that print shows when one is missing; a footer names nobody."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("Case note, page ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no other way


def set_page_and_language(document: Document) -> None:
    """Set A4, British English, a plain font, and metadata that name nobody."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    properties = document.core_properties
    properties.author, properties.last_modified_by = "Recordwell", "Recordwell"
    properties.title, properties.language = "Case note", "en-GB"
    properties.comments = properties.subject = properties.keywords = ""
    properties.created = properties.modified = METADATA_DAY
    properties.revision = 1


def writable(text: str) -> str:
    """Return text as a Word file can hold it: a control character in a note becomes a space."""
    return UNWRITABLE.sub(" ", text)
