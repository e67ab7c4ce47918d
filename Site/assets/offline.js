// The service worker's work: the site goes on without a network.
//
// sw.js, which is made with the site, names a version and the files of the frame. Pages come from the network while there is one and from what
// was kept when there is none; the frame comes from what was kept. The page of what is stored may ask for everything to be kept.
"use strict";
const tamraOffline = (version, frame) => {
  const scope = new URL(self.registration.scope);
  const mine = `tamra ${scope.pathname} `;
  const frameCache = `${mine}frame ${version}`;
  const pageCache = `${mine}pages`;
  const plain = (url) => `${url.origin}${url.pathname}`;
  const isFrame = new Set(frame.map((path) => plain(new URL(path, scope))));

  self.addEventListener("install", (event) => {
    event.waitUntil(caches.open(frameCache).then((cache) => cache.addAll(frame.map((path) => new Request(new URL(path, scope), { cache: "reload" })))));
    self.skipWaiting();
  });
  self.addEventListener("activate", (event) => {
    const isOld = (name) => name.startsWith(`${mine}frame `) && name !== frameCache;
    event.waitUntil(
      caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
    );
  });

  const kept = (url) => caches.match(plain(url));
  const fresh = async (request, url) => {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic") {
      const copy = answer.clone();
      caches.open(pageCache).then((cache) => cache.put(plain(url), copy)).catch(() => {});
    }
    return answer;
  };
  const respond = async (request) => {
    const url = new URL(request.url);
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    if (isFrame.has(plain(url))) return (await kept(url)) ?? fresh(request, url);
    try {
      return await fresh(request, url);
    } catch (error) {
      const answer = (await kept(url)) ?? (request.mode === "navigate" ? await kept(new URL("index.html", scope)) : undefined);
      if (answer) return answer;
      throw error;
    }
  };
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method === "GET" && request.url.startsWith(scope.href)) event.respondWith(respond(request));
  });

  self.addEventListener("message", (event) => {
    if (event.data !== "keep-all") return;
    const [port] = event.ports;
    event.waitUntil((async () => {
      const paths = await (await fetch(new URL("files.json", scope), { cache: "no-cache" })).json();
      const cache = await caches.open(pageCache);
      for (let i = 0; i < paths.length; i += 20) {
        await Promise.all(paths.slice(i, i + 20).map((path) => cache.add(new URL(path, scope)).catch(() => {})));
        port.postMessage({ done: Math.min(i + 20, paths.length), of: paths.length });
      }
    })());
  });
};
