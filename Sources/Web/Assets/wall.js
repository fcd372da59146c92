// The wall follows the centre by itself: numbers are put into their places as they come, and where
// other rows are needed the board is fetched anew. Without this script it is a page like any other.
(() => {
  "use strict";

  const board = document.getElementById("board");
  if (!board) return;
  const lost = document.getElementById("lost");
  let numbers = readNumbers();
  let map = null;
  let grids = null;

  function readNumbers() {
    const found = {};
    for (const place of board.querySelectorAll("[data-n]")) {
      const value = Number(place.textContent.replace(/[^0-9]/g, ""));
      if (value) found[place.dataset.n] = value;
    }
    return found;
  }

  function written(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  function fill() {
    for (const place of board.querySelectorAll("[data-n]")) {
      const number = numbers[place.dataset.n] || 0;
      const text = written(number);
      if (place.textContent === text) continue;
      place.textContent = text;
      const cell = place.closest("td");
      const band = place.dataset.n.split("/").pop();
      if (cell && /^(overdue|soon|later)$/.test(band)) cell.className = number ? band : "nought";
      place.classList.remove("changed");
      void place.getBoundingClientRect();
      place.classList.add("changed");
    }
    fillHours();
    fillRods();
    paint();
  }

  function fillHours() {
    const chart = board.querySelector(".hours");
    if (!chart) return;
    const full = Number(chart.dataset.full);
    const bars = [...chart.querySelectorAll("[data-bar]")];
    const most = Math.max(1, ...bars.map((bar) => numbers[bar.dataset.bar] || 0));
    for (const bar of bars) {
      const count = numbers[bar.dataset.bar] || 0;
      const height = Math.floor((full * count) / most);
      bar.setAttribute("height", height);
      bar.setAttribute("y", full - height);
      const title = bar.querySelector("title");
      if (title) title.textContent = title.textContent.replace(/\d+(?=\D*$)/, count);
    }
  }

  function fillRods() {
    for (const table of board.querySelectorAll("[data-bars]")) {
      const rods = [...table.querySelectorAll("[data-rod]")];
      const most = Math.max(1, ...rods.map((rod) => numbers[rod.dataset.rod] || 0));
      for (const rod of rods) {
        rod.setAttribute("width", Math.floor((100 * (numbers[rod.dataset.rod] || 0)) / most));
      }
    }
  }

  // The map: what is running in each grid, darker where it is more, framed where some is overdue.
  function counts(code) {
    const of = (band) => numbers[`grid/${code}/${band}`] || 0;
    return { overdue: of("overdue"), total: of("overdue") + of("soon") + of("later") };
  }

  function paint() {
    if (!grids) return;
    const all = grids.getLayers().map((layer) => counts(layer.feature.properties.code).total);
    const most = Math.max(1, ...all);
    grids.eachLayer((layer) => {
      const { overdue, total } = counts(layer.feature.properties.code);
      layer.setStyle({
        color: overdue ? "#ff8a7d" : "#5d6b7a",
        weight: overdue ? 2 : 1,
        fillColor: total ? "#4fb8ae" : "#19222c",
        fillOpacity: total ? 0.15 + (0.55 * total) / most : 0.4,
      });
      if (overdue) layer.bringToFront();
      const text = total ? `${total}${overdue ? ` !${overdue}` : ""}` : "";
      layer.getTooltip().setContent(
        `<span class="${overdue ? "overdue" : ""}">${text}</span>`);
    });
  }

  async function draw() {
    const place = document.getElementById("map");
    if (!place || typeof L === "undefined") return;
    if (!grids) {
      const answer = await fetch(board.dataset.map, { credentials: "same-origin" });
      if (!answer.ok) return;
      grids = L.geoJSON(await answer.json(), { onEachFeature: prepare });
    }
    if (!grids.getLayers().length) return;
    place.hidden = false;
    document.getElementById("legend").hidden = false;
    document.getElementById("villages").open = false;
    if (map) map.remove();
    map = L.map(place, {
      attributionControl: false, zoomControl: false, dragging: false, keyboard: false,
      scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, touchZoom: false,
      zoomSnap: 0.1, zoomAnimation: false, fadeAnimation: false,
    });
    grids.addTo(map);
    fit();
    paint();
  }

  // A place without any width, such as in a window being closed, has nothing to fit into.
  function fit() {
    if (!map || !grids) return;
    map.invalidateSize();
    const size = map.getSize();
    if (size.x > 20 && size.y > 20) map.fitBounds(grids.getBounds(), { padding: [6, 6] });
  }

  function prepare(feature, layer) {
    const { code, name } = feature.properties;
    layer.bindTooltip("", { permanent: true, direction: "center", className: "count" });
    layer.on("mouseover", () => {
      const { overdue, total } = counts(code);
      document.getElementById("map").title =
        `${name}: ${total}, ${board.dataset.overdue} ${overdue}`;
    });
    layer.on("click", () => {
      window.location.assign(`${board.dataset.list}?area=${encodeURIComponent(code)}`);
    });
  }

  // Live
  async function renew() {
    const answer = await fetch(window.location.pathname, {
      headers: { "HX-Request": "true" }, credentials: "same-origin",
    });
    if (!answer.ok || answer.redirected) return window.location.reload();
    const opened = [...board.querySelectorAll("details[open]")].map((part) => part.id);
    board.innerHTML = await answer.text();
    for (const part of board.querySelectorAll("details")) {
      if (part.id) part.open = opened.includes(part.id);
    }
    if (map) map.remove();
    map = null;
    await draw();
  }

  function shape() {
    const part = board.querySelector("[data-shape]");
    return part ? part.dataset.shape : "";
  }

  function say(isLost) {
    if (lost) lost.hidden = !isLost;
  }

  async function take(event) {
    say(false);
    const news = JSON.parse(event.data);
    numbers = news.numbers;
    if (news.shape !== shape()) await renew();
    fill();
    const time = document.getElementById("time");
    if (time) time.textContent = news.time;
  }

  function follow() {
    if (!("EventSource" in window)) return;
    const source = new EventSource(board.dataset.live);
    source.addEventListener("wall", take);
    source.addEventListener("calm", (event) => {
      say(false);
      const time = document.getElementById("time");
      if (time) time.textContent = event.data;
    });
    source.addEventListener("end", () => {
      source.close();
      window.location.reload();
    });
    source.addEventListener("error", () => say(true));
    window.addEventListener("pagehide", () => source.close());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
  }

  window.addEventListener("resize", fit);

  document.addEventListener("DOMContentLoaded", () => {
    draw();
    follow();
  });
})();
