// devices: tries every device of every engine, one after the other.
import type { DeviceReport } from '../devices.ts';
import { ENGINES } from '../index.ts';
import { probe } from '../probe.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

export const devices: Handler<'devices'> = async (_args, { session, signal, report, alone }) => {
  const reports: DeviceReport[] = [];
  for (const device of ENGINES.flatMap((engine) => engine.devices)) {
    const result = await alone(async () => {
      throwIfAborted(signal);
      return probe(device, (id, work) => session.borrow(id, work));
    });
    reports.push(result);
    report(result);
    await nextTurn();
  }
  return reports;
};
