// Tells the page around this one how high it would like to be; nothing else passes between them.

/** `{type: 'lcnet:size', height}` in pixels, at first and at every change. */
export function tellSize(element: HTMLElement): (() => void) | undefined {
  if (window.parent === window) return undefined;
  const observer = new ResizeObserver(() => {
    // anybody may embed the page, so anybody may hear how high it is
    window.parent.postMessage({ type: 'lcnet:size', height: Math.ceil(element.scrollHeight) }, '*');
  });
  observer.observe(element);
  return () => observer.disconnect();
}
