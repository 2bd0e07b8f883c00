// Makes the site work without a network after the first visit, and change all at once.
//
// In: SITE, which the program that writes the site fills in: its version, the files that
// every visit needs, and those that only an import needs. Names of files change with their
// content, so a file never meets a page of another version. A version is kept whole or not
// at all; the next one waits until the reader takes it (message `update`) or has closed
// every page of this one. The version before stays, for pages of it that are still open.
'use strict';
const SITE = { version: '', needed: [], later: [] };

const SCOPE = registration.scope;
const OURS = `tellings ${SCOPE} `;
const NAME = OURS + SITE.version;
const at = (name) => new URL(name, SCOPE).href;

const got = async (name, options) => {
  const response = await fetch(at(name), options);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
};

// A file as it is known from whichever version, else from the host.
const keep = async (cache, name) => {
  const known = await caches.match(at(name));
  await cache.put(at(name), known ?? (await got(name)));
};

const install = async () => {
  const cache = await caches.open(NAME);
  await Promise.all(SITE.needed.map((name) => keep(cache, name)));
  // Asked anew, because its name stays: a page of another version would not find its files.
  const page = await (await got('./', { cache: 'no-cache' })).text();
  if (!page.includes(`content="${SITE.version}"`)) throw new Error('the page is of another version');
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  await cache.put(SCOPE, new Response(page, { headers }));
};

const activate = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
};

const keepTheRest = async () => {
  const cache = await caches.open(NAME);
  await Promise.allSettled(SITE.later.map((name) => keep(cache, name)));
};

addEventListener('install', (event) => event.waitUntil(install().catch(async (error) => {
  await caches.delete(NAME);
  throw error;
})));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => {
  if (event.data?.tellings === 'update') event.waitUntil(skipWaiting());
  if (event.data?.tellings === 'keep') event.waitUntil(keepTheRest());
});

addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  if (method !== 'GET' || !address.startsWith(SCOPE)) return;
  const name = address.slice(SCOPE.length);
  if (name === '' || name === 'index.html') {
    event.respondWith(caches.open(NAME).then((cache) => cache.match(SCOPE)).then((page) => page ?? fetch(event.request)));
  } else if (/-[0-9a-f]{16}\.\w+$/.test(name)) {
    event.respondWith(caches.match(address).then((file) => file ?? fetch(event.request)));
  }
});
