// The square code on a receipt ends in # and the query code, which browsers do not send: it is
// written into the form here, taken out of the address, and the form is sent.
(() => {
  "use strict";

  const form = document.querySelector("form[data-follow]");
  const code = window.location.hash.slice(1);
  if (!form || !/^[0-9A-Za-z-]{6,32}$/.test(code)) return;
  form.elements.namedItem("code").value = code;
  window.history.replaceState(null, "", window.location.pathname);
  const hasProblem = form.querySelector("[data-problem]");
  if (form.elements.namedItem("number").value && !hasProblem) form.requestSubmit();
})();
