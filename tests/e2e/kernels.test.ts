// Our own kernels in the browser: they are what runs first, on several threads too, and what they compute is right.
import { expect, test } from './support/test.ts';

test('our kernels run on one thread and on several, and agree with the reference', async ({ visit }) => {
  const page = await visit('?scale=0.25&resolution=96');
  const devices = page.getByLabel('Device');
  const settled = page.getByRole('button', { name: 'Measure', exact: true });
  await settled.waitFor({ timeout: 60_000 });
  for (const [device, name] of [
    ['simd', /SIMD kernels · LCNet Explorer/],
    ['simd-threads', /SIMD kernels, \d threads · LCNet Explorer/],
  ] as const) {
    const option = devices.locator(`option[value="${device}"]`);
    // one core offers one thread
    if (device === 'simd-threads' && (await option.isDisabled())) continue;
    await devices.selectOption(device);
    await page.getByText(name).first().waitFor({ timeout: 60_000 });
    await settled.waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Check against reference' }).click();
    const result = page.getByText(/^Largest difference from the reference/);
    await result.waitFor({ timeout: 60_000 });
    const [, difference] = /reference: (\S+)/.exec((await result.textContent()) ?? '') ?? [];
    expect(Number(difference)).toBeLessThan(1e-4);
  }
}, 240_000);
