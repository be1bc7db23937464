// Types that SvelteKit knows about; see the section "App" of its types reference.
declare global {
  namespace App {
    interface PageState {
      /** How many changes of the architecture lie before this entry of the history. */
      step?: number;
    }
  }
}

export {};
