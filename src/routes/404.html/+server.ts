// The page that static hosts answer unknown addresses with.
import { notFoundPage } from './notFound.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () =>
  new Response(await notFoundPage(), { headers: { 'content-type': 'text/html; charset=utf-8' } });
