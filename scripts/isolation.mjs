// The headers that make a page cross-origin isolated: without them there is no SharedArrayBuffer, hence no wasm
// threads. Used by the dev server, the preview and `npm start`; static/_headers repeats them for static hosts.

export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** For what other sites may show, even where they are isolated themselves: the page for frames and the element's script. */
export const sharedHeaders = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** @param {string} pathname within the site */
export const isShared = (pathname) => /^\/(?:lcnet-diagram\.js$|(?:zh-CN\/)?embed\/)/.test(pathname);
