// Large photographs are made smaller before they are sent: telephones take them larger than any
// screen shows them. Drawing them anew also leaves behind where they were taken.
(() => {
  "use strict";

  const longest = 2000;
  const enough = 1500000;

  for (const input of document.querySelectorAll("input[type=file][data-shrink]")) {
    input.addEventListener("change", () => { shrinkAll(input); });
  }

  async function shrinkAll(input) {
    if (!window.createImageBitmap || !window.DataTransfer) return;
    const kept = new DataTransfer();
    for (const file of input.files) kept.items.add(await shrunk(file));
    input.files = kept.files;
  }

  async function shrunk(file) {
    if (file.type !== "image/jpeg" || file.size <= enough) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const share = Math.min(1, longest / Math.max(picture.width, picture.height));
      const sheet = document.createElement("canvas");
      sheet.width = Math.round(picture.width * share);
      sheet.height = Math.round(picture.height * share);
      sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
      const bytes = await new Promise((done) => sheet.toBlob(done, "image/jpeg", 0.85));
      if (!bytes || bytes.size >= file.size) return file;
      return new File([bytes], file.name, { type: "image/jpeg" });
    } catch {
      // What the browser cannot read is sent as it is; the centre says what is wrong with it.
      return file;
    }
  }
})();
