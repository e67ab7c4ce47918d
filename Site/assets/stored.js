// The page that says what is kept on this device: how much of each, out to a file, in from one, deleted; and the whole site for offline.
"use strict";
(() => {
  const actions = document.querySelector(".stored-actions");
  const list = document.querySelector(".stored-list");
  const note = document.querySelector(".stored-note");
  if (!actions || !list) return;
  const { make } = tamraParts;
  const words = actions.dataset;
  const course = document.documentElement.dataset.course;
  const kinds = [...list.querySelectorAll("[data-store]")].map((item) => item.dataset.store);

  const show = () => {
    for (const item of list.querySelectorAll("[data-store]")) {
      const value = tamraStore.read(item.dataset.store, null);
      item.querySelector(".soft")?.remove();
      const size = value === null ? list.dataset.none : `${new Blob([JSON.stringify(value)]).size} ${list.dataset.bytes}`;
      item.append(make("span", "soft", ` · ${size}`));
    }
  };
  const button = (text, action) => {
    const made = tamraParts.button(text, "", action);
    actions.append(made);
    return made;
  };

  button(words.export, () => {
    const values = Object.fromEntries(kinds.map((kind) => [kind, tamraStore.read(kind, null)]).filter(([, value]) => value !== null));
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify({ tamra: 1, course, values }, null, 1)], { type: "application/json" }));
    link.download = `tamra-${course}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  const file = make("input");
  file.type = "file";
  file.accept = "application/json,.json";
  file.addEventListener("change", async () => {
    let loaded = null;
    try {
      loaded = JSON.parse(await file.files[0].text());
    } catch { /* told below */ }
    file.value = "";
    const isOurs = loaded?.tamra === 1 && loaded.course === course && loaded.values && typeof loaded.values === "object";
    if (isOurs) {
      for (const kind of kinds) {
        const value = loaded.values[kind];
        if (value && typeof value === "object") tamraStore.write(kind, value);
      }
    }
    note.textContent = isOurs ? words.loaded : words.bad;
    show();
  });
  button(words.import, () => file.click());

  let isSure = false;
  button(words.clear, (made) => {
    if (!isSure) {
      isSure = true;
      made.textContent = words.sure;
      return;
    }
    for (const name of tamraStore.names()) tamraStore.write(name, undefined);
    isSure = false;
    made.textContent = words.clear;
    note.textContent = words.cleared;
    show();
  });

  if (location.protocol.startsWith("http") && "serviceWorker" in navigator && isSecureContext) {
    const keep = button(words.offline, async () => {
      keep.disabled = true;
      const worker = (await navigator.serviceWorker.ready).active;
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => {
        if (data.done === undefined) return;
        note.textContent = data.done === data.of ? words.offlineDone : `${data.done} / ${data.of}`;
        if (data.done === data.of) keep.disabled = false;
      };
      worker.postMessage("keep-all", [channel.port2]);
    });
  }
  if (location.protocol === "file:") note.textContent = words.fromDisk;
  show();
})();
