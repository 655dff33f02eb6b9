// Keeps what pages are made of, which never changes under its name, and one page for when there is no connection. It
// keeps no page of a person and nothing that the server answers to them. Registered with the id of the build in its
// address, so that a new build brings a new worker, which waits until the tabs of the old one are closed.
const cacheName = `chainrule-${new URL(location.href).searchParams.get("build")}`;
const offlinePage = "/offline.html";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add(new Request(offlinePage, { cache: "reload" }))));
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOldCaches(), registration.navigationPreload?.enable()]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(fromCache(event));
});

async function navigate(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
}

async function fromCache(event) {
  const { request } = event;
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  // Where there is no room, it is fetched again next time.
  if (response.ok) event.waitUntil(cache.put(request, response.clone()).catch(() => undefined));
  return response;
}

async function dropOldCaches() {
  const names = await caches.keys();
  return Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}
