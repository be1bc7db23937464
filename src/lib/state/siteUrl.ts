// Where the site's files are: the worker asks for weights and images there.
import { asset } from '$app/paths';

export const siteUrl = (): string => new URL('.', new URL(asset('/favicon.svg'), location.href)).href;
