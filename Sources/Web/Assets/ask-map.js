// The place on the town's own borders. The list of villages and the words say the same without it.
(() => {
  "use strict";

  const box = document.querySelector("[data-map]");
  if (!box || !window.L) return;
  const lng = document.querySelector("[data-lng]");
  const lat = document.querySelector("[data-lat]");
  const said = box.querySelector("[data-map-said]");
  const clear = box.querySelector("[data-map-clear]");
  const villages = document.querySelector("select[name='place.areaCode']");

  const plain = { color: "#0f6e6e", weight: 1, fillColor: "#e4f0ee", fillOpacity: 0.7 };
  const chosen = { color: "#0a5454", weight: 2, fillColor: "#8fc7c1", fillOpacity: 0.85 };

  fetch(box.dataset.map, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((sheet) => draw(sheet.grids))
    .catch(() => { box.hidden = true; });

  // Each village's name in its middle, as the list has it.
  function name(map, shapes) {
    const names = [];
    for (const option of villages ? villages.options : []) {
      const own = shapes.filter((shape) => shape.grid.village === option.value);
      if (option.value === "" || own.length === 0) continue;
      names.push(L.tooltip({ permanent: true, direction: "center", className: "village-name" })
        .setLatLng(L.featureGroup(own).getBounds().getCenter())
        .setContent(option.textContent));
    }
    return names;
  }

  // Of names that would lie on each other only the first is shown.
  function makeRoom(names) {
    const taken = [];
    for (const one of names) {
      const place = one.getElement().getBoundingClientRect();
      const clashes = taken.some((other) => place.left < other.right && other.left < place.right
        && place.top < other.bottom && other.top < place.bottom);
      one.getElement().classList.toggle("hidden", clashes);
      if (!clashes) taken.push(place);
    }
  }

  function draw(grids) {
    if (grids.length === 0) return;
    box.hidden = false;
    const map = L.map(box.querySelector("[data-map-here]"), {
      attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.25,
    });
    const shapes = grids.map((grid) => {
      const shape = L.polygon(grid.parts, plain).addTo(map);
      shape.grid = grid;
      shape.bindTooltip(grid.name, { sticky: true });
      shape.on("click", (event) => put(event.latlng, grid));
      return shape;
    });
    const names = name(map, shapes);
    const town = L.featureGroup(shapes).getBounds();
    map.fitBounds(town, { padding: [8, 8] });
    map.setMaxBounds(town.pad(0.5));
    map.setMinZoom(map.getZoom());
    for (const one of names) one.addTo(map);
    map.on("zoomend moveend", () => makeRoom(names));
    makeRoom(names);
    let mark = null;

    function put(place, grid) {
      lng.value = place.lng.toFixed(6);
      lat.value = place.lat.toFixed(6);
      if (grid && villages) villages.value = grid.village;
      show(place, grid);
      light();
    }

    function show(place, grid) {
      if (mark) mark.remove();
      mark = L.circleMarker(place, {
        radius: 9, color: "#fff", weight: 3, fillColor: "#b3392f", fillOpacity: 1,
      }).addTo(map);
      said.textContent = box.dataset.point + (grid ? " " + grid.name : "");
      clear.hidden = false;
    }

    function light() {
      const here = [];
      for (const shape of shapes) {
        const isHere = villages && villages.value !== "" && shape.grid.village === villages.value;
        shape.setStyle(isHere ? chosen : plain);
        if (isHere) here.push(shape);
      }
      return here;
    }

    if (villages) {
      villages.addEventListener("change", () => {
        const here = light();
        if (here.length > 0) map.fitBounds(L.featureGroup(here).getBounds(), { padding: [16, 16] });
      });
    }
    clear.addEventListener("click", () => {
      if (mark) mark.remove();
      mark = null;
      lng.value = "";
      lat.value = "";
      said.textContent = "";
      clear.hidden = true;
    });
    light();
    if (lng.value && lat.value) show(L.latLng(Number(lat.value), Number(lng.value)), null);
  }
})();
