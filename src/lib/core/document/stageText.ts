// The words of a stage table, passed in from outside; English for the command line, for LaTeX and for tests. Names of operators are the papers'.

export interface StageText {
  readonly stage: string;
  readonly block: string;
  readonly operator: string;
  readonly kernel: string;
  readonly stride: string;
  readonly se: string;
  /** Said of a block with SE. */
  readonly yes: string;
  readonly activation: string;
  /** Of equal blocks in a row. */
  readonly count: string;
  readonly expanded: string;
  readonly input: string;
  readonly output: string;
  readonly params: string;
  readonly macs: string;
  readonly total: string;
}

export const STAGE_ENGLISH: StageText = {
  stage: 'Stage',
  block: 'Block',
  operator: 'Operator',
  kernel: 'Kernel',
  stride: 'Stride',
  se: 'SE',
  yes: 'yes',
  activation: 'Activation',
  count: 'n',
  expanded: 'Expanded',
  input: 'Input',
  output: 'Output',
  params: 'Params (K)',
  macs: 'MACs (M)',
  total: 'Total',
};
