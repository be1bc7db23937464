// Keeps the site for times without a connection, and says when a newer version of it waits. Asked for once a visitor means to work here.
import { dev } from '$app/environment';
import { siteUrl } from './siteUrl.ts';

class Offline {
  /** A newer version is there; the present one goes on until it is asked for, so that no page is half of each. */
  #waiting = $state.raw<ServiceWorker | undefined>();
  #asked = false;

  get isUpdateReady(): boolean {
    return this.#waiting !== undefined;
  }

  /** Does nothing where the browser cannot, or does not want to. */
  async keep(): Promise<void> {
    if (dev || this.#asked || !('serviceWorker' in navigator)) return;
    this.#asked = true;
    try {
      const registration = await navigator.serviceWorker.register(new URL('service-worker.js', siteUrl()));
      this.#look(registration);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => this.#look(registration));
      });
    } catch {
      // private windows and plain HTTP have no service workers: the site works as before
    }
  }

  /** The first version that is kept is no update. */
  #look({ waiting, active }: ServiceWorkerRegistration): void {
    if (waiting && active) this.#waiting = waiting;
  }

  /** The newer version takes over all tabs, and this page is loaded anew. */
  update(): void {
    const waiting = this.#waiting;
    waiting?.addEventListener('statechange', () => {
      if (waiting.state === 'activated') location.reload();
    });
    waiting?.postMessage('take over');
  }
}

/** One per tab. */
export const offline = new Offline();
