// Serves build/ the way a static host should: cross-origin isolated, hashed files cached for good, a page for what is not there.
import { existsSync, readFile } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { isolationHeaders, isShared, sharedHeaders } from './isolation.mjs';
import { root } from './run.mjs';

/**
 * Where a page asked for without its last slash is, seen from there; its relative links need that slash.
 * @param {string} dir @param {string} requested
 * @returns {string | undefined}
 */
function missingSlash(dir, requested) {
  const { pathname, search } = new URL(requested.replace(/^\/+/, '/'), 'http://localhost');
  if (pathname.endsWith('/') || !existsSync(join(dir, pathname, 'index.html'))) return undefined;
  return `./${pathname.slice(pathname.lastIndexOf('/') + 1)}/${search}`;
}

/**
 * @param {{ port: number, host?: string, dir?: string }} options port 0 takes a free one; `dir` holds the built site
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port, host = '127.0.0.1', dir = join(root, 'build') }) {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`${join(dir, 'index.html')} expected, nothing found: run \`npm run build\` first`);
  }
  const { default: sirv } = await import('sirv');
  const files = sirv(dir, {
    // looks at the disk every time: the site may be built anew while it is served
    dev: true,
    etag: true,
    setHeaders(response, pathname) {
      const forGood = pathname.startsWith('/_app/immutable/');
      response.setHeader('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (!isShared(pathname)) return;
      for (const [name, value] of Object.entries(sharedHeaders)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
    const folder = missingSlash(dir, request.url ?? '/');
    if (folder !== undefined) {
      response.writeHead(308, { Location: folder }).end();
      return;
    }
    files(request, response, () => {
      readFile(join(dir, '404.html'), (error, page) => {
        response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
        // while the site is built anew there may be none
        response.end(error ? 'Not found' : page);
      });
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = server.address();
  const actualPort = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://${host}:${String(actualPort)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
