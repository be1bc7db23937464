// Keeps the site for times without a connection. Asked for once a visitor has fetched weights: they mean to work here.
import { dev } from '$app/environment';
import { siteUrl } from './siteUrl.ts';

/** Does nothing where the browser cannot, or does not want to. */
export function keepSite(): void {
  if (dev || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(new URL('service-worker.js', siteUrl())).catch(() => undefined);
}
