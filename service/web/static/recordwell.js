// Recordwell works without this file: it only saves page loads. No text is kept, sent or stored from here.
import { createAll, Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink } from "./govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink]) createAll(component);

// A sentence lights up its source words, and the words their sentence, without asking the server again.
const review = document.querySelector("[data-review]");
if (review) {
  const light = (keys) => {
    for (const lit of review.querySelectorAll(".rw-lit, .rw-sentence--lit")) lit.classList.remove("rw-lit", "rw-sentence--lit");
    for (const key of keys) {
      for (const part of review.querySelectorAll(`[data-part~="${CSS.escape(key)}"]`)) {
        part.classList.add("rw-lit");
        part.closest(".rw-sentence, .rw-task")?.classList.add("rw-sentence--lit");
      }
    }
  };
  const keysOf = (element) => element?.closest("[data-part]")?.dataset.part.split(" ") ?? [];
  const follow = (link) => {
    light(keysOf(link));
    const other = document.getElementById(link.hash.slice(1));
    if (other) {
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      other.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    }
  };
  review.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-part]");
    if (!link) return;
    event.preventDefault();
    follow(link);
  });
  review.addEventListener("focusin", (event) => {
    const link = event.target.closest("a[data-part]");
    if (link) light(keysOf(link));
  });
}

// Copy the plain text of a case note.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const block = document.getElementById(button.dataset.copies);
    await navigator.clipboard.writeText(block.value);
    button.textContent = "Copied";
  });
}
