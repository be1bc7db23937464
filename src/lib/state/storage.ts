// Small choices kept between visits. Storage may be blocked or full: then the choice lasts until the page closes.
// static/boot.js reads the same keys before the first paint.
export type StoredChoice =
  | 'lcnet.locale'
  | 'lcnet.theme'
  | 'lcnet.flops'
  | 'lcnet.mode'
  | 'lcnet.level'
  | 'lcnet.axis'
  | 'lcnet.colour'
  | 'lcnet.view'
  | 'lcnet.film'
  | 'lcnet.device'
  | 'lcnet.measurements'
  | 'lcnet.saved'
  | 'lcnet.lessons';

export function recall(key: StoredChoice): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was stored. */
export function remember(key: StoredChoice, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
