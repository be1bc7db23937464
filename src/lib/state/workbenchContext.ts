// How pages get the tab's workbench from the layout.
import { createContext } from 'svelte';
import type { Workbench } from './workbench.svelte.ts';

export const [useWorkbench, provideWorkbench] = createContext<Workbench>();
