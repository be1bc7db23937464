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

/** As the site has it now: what a browser's own cache holds may be of another version. */
const fresh = (path: string): Request => new Request(path, { cache: 'reload' });

async function read<T>(path: string): Promise<T> {
  const response = await fetch(fresh(`${base}/${path}`));
  return (await response.json()) as T;
}

/** Everything of this version or nothing: where the site is replaced meanwhile, the next version is the one to keep. */
async function keep(): Promise<void> {
  const code = await read<readonly string[]>('code-files.json');
  const cache = await caches.open(NAME);
  await cache.addAll([...code.map((path) => `${base}/${path}`), ...OTHERS].map(fresh));
  const now = await read<{ readonly version: string }>('_app/version.json');
  if (now.version === version) return;
  await caches.delete(NAME);
  throw new Error(`version ${now.version} found, ${version} expected`);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

// whoever is shown that a newer version waits may ask for it
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});

/** Not while another tab may still be of an older version, and load parts of it when it needs them. */
async function forgetOlder(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  // in the order in which they were made: newer ones are not ours to forget
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const older = kept.slice(0, Math.max(0, kept.indexOf(NAME)));
  await Promise.all(older.map((name) => caches.delete(name)));
}

worker.addEventListener('activate', (event) => {
  // the page that asked for this worker loads its later parts from here as well, whatever becomes of the site
  event.waitUntil(Promise.all([forgetOlder(), worker.clients.claim()]));
});

/** The newest where there is a connection, what was kept where there is none. */
async function newest(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, cacheName: NAME });
    if (kept) return kept;
    // where there is a connection, the server sends who leaves out the last slash on
    const { pathname, search } = new URL(request.url);
    if (prerendered.includes(`${pathname}/`)) return Response.redirect(`${pathname}/${search}`);
    throw error;
  }
}

/** Of whatever version: its name says which. */
const code = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.waitUntil(forgetOlder());
  if (pathname.startsWith(CODE)) event.respondWith(code(request));
  else if (request.mode === 'navigate' || OTHERS.includes(pathname)) event.respondWith(newest(request));
});
