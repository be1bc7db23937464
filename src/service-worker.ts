// The service worker: pages and code of this version without a connection. Weights and images have a cache of their own.
/// <reference lib="webworker" />
import { base, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const [PREFIX, NAME] = ['lcnet-site-', `lcnet-site-${version}`];

/** Large, and kept by whoever fetches them. */
const isData = (path: string): boolean => /\/(weights|data)\//.test(path);
/** Code that carries its version in its name, that of web workers included: scripts/offline.mjs lists it. */
const CODE = `${base}/_app/immutable/`;
const OTHERS = [...prerendered, ...files.filter((path) => !isData(path))];

/** Everything of this version or nothing: what a browser's own cache holds may be of another. */
async function keep(): Promise<void> {
  const listed = await fetch(`${base}/code-files.json`, { cache: 'reload' });
  const code = ((await listed.json()) as readonly string[]).map((path) => `${base}/${path}`);
  const cache = await caches.open(NAME);
  await cache.addAll([...code, ...OTHERS].map((path) => new Request(path, { cache: 'reload' })));
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

// whoever is shown that a newer version waits may ask for it
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  const forget = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(forget());
});

/** The newest where there is a connection, what was kept where there is none. */
async function newest(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, cacheName: NAME });
    if (kept) return kept;
    throw error;
  }
}

const code = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: NAME })) ?? fetch(request);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith(CODE)) event.respondWith(code(request));
  else if (request.mode === 'navigate' || OTHERS.includes(pathname)) event.respondWith(newest(request));
});
