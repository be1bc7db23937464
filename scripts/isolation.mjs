// The headers that make a page cross-origin isolated: without them there is no SharedArrayBuffer, hence no wasm
// threads. Used by the dev server, the preview and `npm start`; static/_headers repeats them for static hosts.

export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
