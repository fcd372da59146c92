// What pages do a little better with a script; all of them work without.
(() => {
  "use strict";

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === "get") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button[type=submit]")) {
      button.setAttribute("aria-disabled", "true");
    }
    // A download or a stopped call leaves the page where it is: the button comes back.
    window.setTimeout(() => release(form), 8000);
  });

  function release(form) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[type=submit]")) {
      button.removeAttribute("aria-disabled");
    }
  }

  // The way back in the browser shows the form as it was, ready to be sent.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) release(form);
  });

  document.addEventListener("DOMContentLoaded", () => {
    const problem = document.querySelector("[data-problem]");
    if (problem) problem.focus();
    const carried = document.querySelector("form[data-send-at-once]");
    if (carried) carried.requestSubmit();
    offerReading();
    offerPrinting();
  });

  function offerPrinting() {
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
  }

  // Reading aloud by the browser's own voice; nothing leaves the computer.
  function offerReading() {
    const button = document.querySelector("[data-read-aloud]");
    const main = document.querySelector("main");
    if (!button || !main || !("speechSynthesis" in window)) return;
    const start = button.textContent;
    button.hidden = false;
    const stop = () => {
      window.speechSynthesis.cancel();
      button.textContent = start;
      button.setAttribute("aria-pressed", "false");
    };
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") === "true") {
        stop();
        return;
      }
      const speech = new SpeechSynthesisUtterance(main.innerText);
      speech.lang = document.documentElement.lang === "en" ? "en-GB" : "zh-CN";
      speech.rate = 0.9;
      speech.addEventListener("end", stop);
      window.speechSynthesis.speak(speech);
      button.textContent = button.dataset.stop;
      button.setAttribute("aria-pressed", "true");
    });
    window.addEventListener("pagehide", () => window.speechSynthesis.cancel());
  }
})();
