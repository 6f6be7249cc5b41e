from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from evaluation.finding import Colour, Finding
from evaluation.run_record import REPORT, RESULTS, Results, write_run
from guidance.library import load
from service.governance.audit_page import ACTIONS
from service.governance.pages import REPORT_POLICY
from tests.service.browser import PageFor, words
from tests.service.opened import Opened
from tests.service.visits import signed_off

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def finding(colour: Colour, sentence: str, effect: float | None) -> Finding:
    return Finding(
        surface="drafting",
        measure="words_kept",
        comparison="gender",
        group="she",
        reference="he",
        colour=colour,
        reason="beyond the threshold",
        sentence=sentence,
        effect=effect,
        low=None if effect is None else effect - 0.01,
        high=None if effect is None else effect + 0.01,
        n=0 if effect is None else 300,
    )


def run_in(folder: Path, name: str = "one") -> None:
    findings = (
        finding("green", "Notes about women and men keep as many words.", 0.001),
        finding("grey", "Not enough pairs to say.", None),
        finding("red", "Notes about women lose more words.", -0.08),
    )
    versions = {"product": {"guidance": "2026-11"}}
    results = Results("product", "quick", "red", "1", versions, findings)
    write_run(folder / name, results, when=WHEN, seconds=12.5, commit="abcdef0123456", dirty=False)
    (folder / name / REPORT).write_text("<h1>Report</h1>", encoding="utf-8")


def test_with_no_runs_the_page_says_not_measured(page: PageFor) -> None:
    assert "No evaluation runs yet: not measured." in words(
        page("governance_lead").get("/evaluation-runs")
    )


def test_runs_are_listed_and_open_with_their_findings_worst_first(
    opened: Opened, page: PageFor
) -> None:
    run_in(opened.settings.evaluation_runs)
    browser = page("governance_lead")
    listed = browser.get("/evaluation-runs")
    link = listed.select_one("table a")
    assert link is not None
    shown = browser.get(str(link["href"]))
    assert [tag.get_text() for tag in shown.select("tbody .govuk-tag")] == ["Red", "Grey", "Green"]
    said = words(shown)
    assert "Notes about women lose more words." in said
    assert "-8.0 -9.0 to -7.0" in said
    assert "Do not put this version in front of practitioners." in said
    assert "A quick run only looks for alarms." in said
    assert "1 finding needs you" in said
    assert "Not measured" in said
    assert "Guidance: 2026-11" in said


def test_a_report_is_sent_in_a_sandbox(opened: Opened, page: PageFor) -> None:
    run_in(opened.settings.evaluation_runs)
    browser = page("governance_lead")
    link = browser.get("/evaluation-runs").select_one("table a")
    assert link is not None
    answer = browser.client.get(f"{link['href']}/report")
    assert answer.text == "<h1>Report</h1>"
    assert answer.headers["content-security-policy"] == REPORT_POLICY
    assert "sandbox" in REPORT_POLICY
    assert "script" not in REPORT_POLICY


def test_a_run_that_was_changed_afterwards_is_named_and_not_shown(
    opened: Opened, page: PageFor
) -> None:
    folder = opened.settings.evaluation_runs
    run_in(folder)
    results = folder / "one" / RESULTS
    results.write_text(results.read_text().replace('"red"', '"green"'), encoding="utf-8")
    said = words(page("governance_lead").get("/evaluation-runs"))
    assert "1 run could not be read" in said
    assert "not the one this run wrote" in said


@pytest.mark.parametrize("identity", ["nothing", "..", "%2e%2e%2fdata"])
def test_a_run_that_is_not_there_gets_a_page(page: PageFor, identity: str) -> None:
    browser = page("governance_lead")
    assert browser.client.get(f"/evaluation-runs/{identity}/report").status_code in {404, 405}


def test_rules_are_searched_by_words_and_outcome(page: PageFor) -> None:
    browser = page("practitioner")
    everything = browser.get("/guidance")
    assert len(everything.select("h3")) == len(load().rules)
    rule = next(rule for rule in load().rules if rule.outcome == "delegable")
    found = browser.get(f"/guidance?words={rule.id}&outcome=delegable")
    assert rule.title in words(found)
    plural = browser.get("/guidance?words=interpreters").select("h3")
    assert plural == browser.get("/guidance?words=interpreter").select("h3") != []
    some = words(browser.get("/guidance?words=interpreters+zzzz"))
    assert "No rule holds all of those words. These hold some of them." in some
    assert browser.get("/guidance?words=zzzz").select("h3") == []


def test_a_rule_shows_its_source_and_its_examples(page: PageFor) -> None:
    rule = next(rule for rule in load().rules if rule.examples)
    said = words(page("business_support").get(f"/guidance/{rule.id}"))
    assert " ".join(rule.source.split()) in said
    assert " ".join(rule.examples[0].split()) in said
    page("governance_lead").get("/guidance/none-such", 404)


def test_the_trail_is_counted_verified_and_says_who_did_what(opened: Opened, page: PageFor) -> None:
    signed_off(opened, page)
    said = words(page("governance_lead").get("/audit"))
    assert "The audit trail holds" in said
    assert "Case note signed off" in said
    assert "Priya Demo" in said


def test_a_trail_that_was_changed_is_called_broken(opened: Opened, page: PageFor) -> None:
    signed_off(opened, page)
    connection = opened.database.connect()
    connection.execute("DROP TRIGGER IF EXISTS audit_entry_no_update")
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE audit_entry SET action = 'copied' WHERE action = 'signed_off'")
    connection.close()
    said = words(page("governance_lead").get("/audit"))
    assert "The audit trail does not hold" in said
    assert "an entry was changed" in said


def test_everything_the_pages_write_on_the_trail_has_its_words(
    opened: Opened, page: PageFor
) -> None:
    signed_off(opened, page)
    for role, address in (("business_support", "/tasks"), ("business_support", "/my-tasks")):
        page(role).get(address)
    with opened.database.read() as session:
        written = set(session.scalars(text("SELECT DISTINCT action FROM audit_entry")))
    assert written - set(ACTIONS) == set()
