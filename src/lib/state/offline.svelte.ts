// Keeps the site for times without a connection, and says when a newer version of it waits. Asked for once a visitor means to work here.
import { dev } from '$app/environment';
import { updated } from '$app/state';
import { siteUrl } from './siteUrl.ts';

class Offline {
  /** A newer version is there; the present one goes on until it is asked for, so that no page is half of each. */
  #newer = $state.raw<ServiceWorker | undefined>();
  #asked = false;

  get isUpdateReady(): boolean {
    return this.#newer !== undefined;
  }

  /** Does nothing where the browser cannot, or does not want to. */
  async keep(): Promise<void> {
    if (dev || this.#asked || !('serviceWorker' in navigator)) return;
    this.#asked = true;
    try {
      const registration = await navigator.serviceWorker.register(new URL('service-worker.js', siteUrl()));
      const look = () => void this.#look(registration);
      // one that was found before anybody listened is being installed by now
      const watch = () => registration.installing?.addEventListener('statechange', look);
      registration.addEventListener('updatefound', watch);
      watch();
      look();
      // browsers look for a newer version when a page is loaded; a tab may stay open for days
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
      });
    } catch {
      // private windows and plain HTTP have no service workers: the site works as before
    }
  }

  /** Goes on watching for those whose site is kept already. */
  async watch(): Promise<void> {
    if ('serviceWorker' in navigator && navigator.serviceWorker.controller) await this.keep();
  }

  /** The first version that is kept is no update; nor is one that this page, which came by the network, is of already. */
  async #look({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
    if (waiting && active && (await updated.check())) this.#newer = waiting;
  }

  /** The newer version takes over, and this page is loaded anew; other tabs go on with their own until they are, too. */
  update(): void {
    const newer = this.#newer;
    if (!newer) return;
    const reload = () => {
      // another tab may have let it take over, or a still newer one may have come
      if (newer.state === 'activated' || newer.state === 'redundant') location.reload();
    };
    newer.addEventListener('statechange', reload);
    newer.postMessage('take over');
    reload();
  }
}

/** One per tab. */
export const offline = new Offline();
