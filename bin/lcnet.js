#!/usr/bin/env node
// The `lcnet` command: the TypeScript command line, run from source.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');
