// Draws a chart beside each table of figures, from the numbers that stand in it.
(() => {
  "use strict";

  const colours = ["#0f6e6e", "#b7791f", "#8a9099", "#5b7db1", "#b3392f"];
  // Answers and outcomes keep their colour whatever is left out: yes, partly, no, nothing said.
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function read(pair) {
    const rows = [...pair.querySelectorAll("tbody tr")];
    const heads = [...pair.querySelectorAll("thead th")].slice(1);
    return {
      names: rows.map((row) => row.querySelector("th").textContent.trim()),
      series: heads.map((head, place) => ({
        label: head.textContent.trim(),
        data: rows.map((row) => {
          const cell = row.querySelectorAll("td")[place];
          return cell && cell.dataset.value ? Number(cell.dataset.value) : null;
        }),
      })).filter((one) => one.data.some((value) => value !== null)),
    };
  }

  function settings(kind, table, title) {
    const isFlat = kind !== "line";
    const isParts = kind === "parts";
    const sets = table.series.map((one, place) => ({
      label: one.label,
      data: one.data,
      backgroundColor: isParts ? table.names.map((_, n) => colours[n % colours.length])
        : colours[place % colours.length],
      borderColor: colours[place % colours.length],
      borderWidth: kind === "line" ? 2 : 0,
      borderDash: place ? [6, 4] : [],
      pointStyle: place ? "rectRot" : "circle",
      pointRadius: 4,
      maxBarThickness: 22,
      borderRadius: 3,
    }));
    return {
      type: kind === "line" ? "line" : "bar",
      data: { labels: table.names, datasets: sets },
      options: {
        indexAxis: isFlat ? "y" : "x",
        maintainAspectRatio: false,
        animation: calm ? false : { duration: 400 },
        plugins: {
          legend: { display: sets.length > 1, labels: { usePointStyle: true } },
          title: { display: false, text: title },
        },
        scales: {
          [isFlat ? "x" : "y"]: { beginAtZero: true, ticks: { precision: 0 } },
          [isFlat ? "y" : "x"]: { grid: { display: false }, ticks: { autoSkip: !isFlat } },
        },
      },
    };
  }

  function draw(pair) {
    const table = read(pair);
    if (!table.series.length) return;
    const box = document.createElement("div");
    box.className = "figure-chart";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", pair.dataset.title);
    box.append(canvas);
    const rows = pair.dataset.chart === "line" ? 8 : table.names.length;
    box.style.height = `${Math.max(14, rows * 2 + 4)}rem`;
    pair.prepend(box);
    pair.classList.add("drawn");
    new Chart(canvas, settings(pair.dataset.chart, table, pair.dataset.title));
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (typeof Chart === "undefined") return;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    Chart.defaults.color = "#1f2a37";
    for (const pair of document.querySelectorAll("[data-chart]")) draw(pair);
  });
})();
