// In which forms a network with its weights can be taken away; the writers (modelFiles.ts) are loaded when one is wanted.

export const MODEL_FORMATS = ['onnx', 'safetensors', 'tfjs'] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

export const NORM_FORMS = ['folded', 'kept'] as const;
export type NormForm = (typeof NORM_FORMS)[number];

/** What to write, and how. */
export type ModelRequest =
  | {
      readonly format: 'onnx';
      /** Batch norms become part of their convolutions, or stay. */
      readonly norms: NormForm;
      /** Images per run; `N` for any number. */
      readonly batch: number | 'N';
    }
  | { readonly format: 'safetensors' }
  | { readonly format: 'tfjs' };

export interface ModelFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
