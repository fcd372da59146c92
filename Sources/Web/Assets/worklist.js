// Moving through a list of matters without the mouse: j and k or the arrows go from line to line,
// Enter opens, / goes to the search box.
(() => {
  "use strict";

  const lines = () => [...document.querySelectorAll("[data-keys] tbody tr")];
  let here = -1;

  function go(place) {
    const rows = lines();
    if (rows.length === 0) return;
    here = Math.min(Math.max(place, 0), rows.length - 1);
    rows.forEach((row, index) => {
      if (index === here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    const link = rows[here].querySelector("a");
    if (link) link.focus();
    rows[here].scrollIntoView({ block: "nearest" });
  }

  function isWriting(target) {
    return target instanceof HTMLElement
      && (target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      go(here + moves[event.key]);
    } else if (event.key === "/") {
      const search = document.getElementById("filter-q");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // Where the focus goes by Tab or by a click, the moves go on from there.
  document.addEventListener("focusin", (event) => {
    const row = event.target instanceof Element && event.target.closest("[data-keys] tbody tr");
    if (row) here = lines().indexOf(row);
  });

  document.addEventListener("htmx:afterSwap", () => {
    here = -1;
  });

  // An address without empty filters can be read and passed on.
  document.addEventListener("htmx:configRequest", (event) => {
    const named = event.detail.parameters;
    for (const name of Object.keys(named)) {
      if (named[name] === "") delete named[name];
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.id !== "filters") return;
    for (const box of event.target.elements) box.disabled = box.value === "" && box.name !== "";
  });

  window.addEventListener("pageshow", () => {
    for (const box of document.querySelectorAll("#filters :disabled")) box.disabled = false;
  });

  document.addEventListener("DOMContentLoaded", () => {
    const help = document.getElementById("keys");
    if (help) help.hidden = false;
  });
})();
