// The service worker: pages and code of this version without a connection. Weights and images have a cache of their own.
/// <reference lib="webworker" />
import { build, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const [PREFIX, NAME] = ['lcnet-site-', `lcnet-site-${version}`];

/** Large, and kept by whoever fetches them. */
const isData = (path: string): boolean => /\/(weights|data)\//.test(path);
const KEPT = [...build, ...prerendered, ...files.filter((path) => !isData(path))];

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(KEPT)));
});

worker.addEventListener('activate', (event) => {
  const forget = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(forget());
});

/** The newest page where there is a connection, the kept one where there is none. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, cacheName: NAME });
    if (kept) return kept;
    throw error;
  }
}

const part = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: NAME })) ?? fetch(request);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (KEPT.includes(pathname)) event.respondWith(part(request));
});
