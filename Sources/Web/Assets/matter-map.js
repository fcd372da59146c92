// The place of a matter, drawn from the borders the centre itself serves; no tiles from elsewhere.
(() => {
  "use strict";

  async function draw(box) {
    const answer = await fetch(box.dataset.source, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const places = await answer.json();
    if (places.features.length === 0 && places.points.length === 0) return;
    box.hidden = false;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(box, {
      attributionControl: false, zoomAnimation: !still, fadeAnimation: !still,
      scrollWheelZoom: false, zoomSnap: 0.25,
    });
    const shapes = L.geoJSON(places);
    const around = shapes.getBounds();
    for (const [lng, lat] of places.points) around.extend([lat, lng]);
    map.fitBounds(around, { padding: [12, 12], maxZoom: 17 });
    L.geoJSON(places, {
      style: (feature) => ({
        className: feature.properties.isHere ? "grid here" : "grid", weight: 1,
      }),
      onEachFeature: (feature, layer) => layer.bindTooltip(name(feature)),
    }).addTo(map);
    for (const [lng, lat] of places.points) {
      L.circleMarker([lat, lng], { radius: 8, className: "point" }).addTo(map);
    }
  }

  // A town's own name is text, whatever stands in it.
  function name(feature) {
    const text = document.createElement("span");
    text.textContent = feature.properties.name;
    return text;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("[data-source]")) draw(box);
  });
})();
