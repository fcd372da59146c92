// Intake at the window, one step at a time and by keyboard alone; without it the page is one form.
(() => {
  "use strict";

  const form = document.querySelector("form[data-window]");
  if (!form) return;
  const steps = [...form.querySelectorAll("[data-step]")];
  const marks = [...document.querySelectorAll(".steps li")];
  const last = steps.length - 1;
  const danger = form.querySelector("[name=dangerNow]");
  const alarm = form.querySelector("[name=alarmRaised]");
  let here = 0;

  const isStopped = () => danger.checked && !alarm.checked;

  function open(step, focused) {
    here = Math.max(0, Math.min(last, isStopped() ? 0 : step));
    steps.forEach((section, place) => { section.hidden = place !== here; });
    marks.forEach((mark, place) => {
      mark.className = place < here ? "done" : place === here ? "now" : "ahead";
      if (place === here) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    });
    if (here === last) readBack();
    if (focused) focus();
  }

  function focus() {
    if (here === last) {
      form.querySelector("[data-register]").focus();
      return;
    }
    const boxes = [...steps[here].querySelectorAll("input, select, textarea")];
    const box = boxes.find((one) => {
      const isTyped = one.type !== "hidden" && one.type !== "checkbox" && one.type !== "radio";
      return isTyped && one.offsetParent !== null;
    });
    if (box) box.focus();
  }

  // Danger stops the window: nothing else is asked until the call was made.
  function stop() {
    form.querySelector("[data-alarm]").hidden = !danger.checked;
    form.querySelector("[data-after-danger]").hidden = isStopped();
    for (const button of form.querySelectorAll("[data-onward]")) {
      button.closest("p").hidden = isStopped();
    }
    form.querySelector("[data-danger]").classList.toggle("grave", isStopped());
    form.querySelector("[data-danger]").classList.toggle("soon", !isStopped());
  }

  // What was typed, read back to the resident before it is registered.
  function readBack() {
    const list = form.querySelector("[data-read-back]");
    list.replaceChildren();
    for (const box of form.querySelectorAll("input, select, textarea")) {
      const words = said(box);
      if (!words) continue;
      const row = document.createElement("div");
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.textContent = label(box);
      value.textContent = words;
      row.append(name, value);
      list.append(row);
    }
    list.hidden = list.children.length === 0;
  }

  function said(box) {
    if (box.closest("[data-step]") === steps[last] || box.type === "hidden") return "";
    if (box.type === "radio" || box.type === "checkbox") {
      return box.checked ? form.querySelector(`label[for="${box.id}"]`).firstChild.data.trim() : "";
    }
    if (box.tagName === "SELECT") return box.value && box.selectedOptions[0].textContent.trim();
    return box.value.trim();
  }

  function label(box) {
    const legend = box.closest("fieldset") && box.closest("fieldset").querySelector("legend");
    const words = legend || form.querySelector(`label[for="${box.id}"]`);
    return words.firstChild.data.trim();
  }

  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-onward]")) open(here + 1, true);
    if (event.target.closest("[data-back]")) open(here - 1, true);
  });

  form.addEventListener("change", (event) => {
    if (event.target !== danger && event.target !== alarm) return;
    stop();
    if (isStopped()) alarm.focus();
  });

  // Enter goes on to the next step, and with Ctrl also out of a box of many lines.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const box = event.target;
    const isBox = box instanceof HTMLInputElement || box instanceof HTMLSelectElement;
    const isArea = box instanceof HTMLTextAreaElement;
    if (!(isBox || (isArea && event.ctrlKey))) return;
    event.preventDefault();
    if (here === last) form.requestSubmit(form.querySelector("[data-register]"));
    else open(here + 1, true);
  });

  // A point on the centre's own map; nothing is asked of any other house.
  const map = form.querySelector("[data-map]");
  map.addEventListener("toggle", async () => {
    if (!map.open || map.dataset.drawn) return;
    map.dataset.drawn = "yes";
    await Promise.all([style(map.dataset.style), script(map.dataset.leaflet)]);
    await draw();
  });

  function style(address) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    return loaded(link, () => { link.href = address; });
  }

  function script(address) {
    const code = document.createElement("script");
    return loaded(code, () => { code.src = address; });
  }

  function loaded(element, start) {
    return new Promise((resolve, reject) => {
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      start();
      document.head.append(element);
    });
  }

  async function draw() {
    const answer = await fetch(map.dataset.map, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const sheet = await answer.json();
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const drawing = L.map(map.querySelector(".map"), {
      attributionControl: false, zoomAnimation: !still, fadeAnimation: !still, zoomSnap: 0.25,
    });
    const grids = L.featureGroup().addTo(drawing);
    for (const grid of sheet.grids) {
      const name = document.createElement("span");
      name.textContent = grid.name;
      L.polygon(grid.parts, { className: "grid", weight: 1 })
        .bindTooltip(name).addTo(grids);
    }
    drawing.fitBounds(grids.getBounds(), { padding: [8, 8] });
    const [lng, lat] = ["place.lng", "place.lat"].map((name) => form.elements[name]);
    const button = map.querySelector("[data-unpoint]");
    let point = null;
    const put = (place) => {
      if (point) point.remove();
      point = place && L.circleMarker(place, { radius: 8, className: "point" }).addTo(drawing);
      lng.value = place ? place.lng.toFixed(6) : "";
      lat.value = place ? place.lat.toFixed(6) : "";
      button.hidden = !place;
    };
    drawing.on("click", (event) => put(event.latlng));
    button.addEventListener("click", () => put(null));
    if (lng.value && lat.value) put(L.latLng(Number(lat.value), Number(lng.value)));
  }

  // Enter in a box presses the first button of a form, which here would look the phone up.
  for (const part of form.querySelectorAll("[data-without-script]")) part.remove();
  for (const part of form.querySelectorAll("[data-with-script], [data-back]")) part.hidden = false;
  if (form.elements["place.lng"].value) map.open = true;
  stop();
  open(Number(form.dataset.window), false);
})();
