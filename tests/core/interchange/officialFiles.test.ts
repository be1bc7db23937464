// The published weight files: one for each published width, at the addresses of the official code.
import { expect, test } from 'vitest';
import { officialFiles } from '../../../src/lib/core/interchange/officialFiles.ts';

test('PaddleClas has the eight widths and three distilled ones, timm three', () => {
  const models = officialFiles().map(({ publisher, model }) => `${publisher} ${model}`);
  expect(models).toEqual([
    'timm lcnet_050.ra2_in1k',
    'timm lcnet_075.ra2_in1k',
    'timm lcnet_100.ra2_in1k',
    ...['0_25', '0_35', '0_5', '0_75', '1_0', '1_5', '2_0', '2_5'].map((w) => `PaddleClas PPLCNet_x${w}`),
    ...['0_5', '1_0', '2_5'].map((w) => `PaddleClas PPLCNet_x${w}_ssld`),
  ]);
});

test('sizes follow from the stored parameters', () => {
  const x1 = officialFiles().find(({ model }) => model === 'PPLCNet_x1_0');
  expect(x1?.bytes).toBe(4 * 2_963_464);
  expect(x1?.url.endsWith('/legendary_models/PPLCNet_x1_0_pretrained.pdparams')).toBe(true);
});
