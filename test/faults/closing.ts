import type { Bank } from '../../src/client/bank.js';
import { endsOf } from './ends.js';
import type { BranchEnd, RoundRecord } from './judgement.js';
import { differences, ownWrites, readLog } from './logs.js';
import type { Recording } from './recording.js';
import type { ServedBank } from './served-bank.js';

export interface Day {
  readonly served: ServedBank;
  readonly bank: Bank;
  readonly recording: Recording;
}

/**
 * The end of a day on which branches kept their data: all agree, end well, and
 * then their directories are read. `complaints` are those that there are already;
 * what branches said that was not expected comes on top.
 */
export async function closeDay({ served, bank, recording }: Day, complaints: readonly string[]): Promise<RoundRecord> {
  const ends = await endsOf(bank, served.branches);
  bank.close();
  await served.stop(...served.branches);
  const wrong = [...complaints, ...served.complaints];
  for (const end of ends) wrong.push(...(await tellEnd(end, served, recording)));
  return { lines: recording.lines, ends, lost: [], isDurable: true, complaints: wrong };
}

/** Behind all else: what a branch logged, as its disk has it, and what it held in the end. Returns what is wrong with that. */
async function tellEnd(end: BranchEnd, served: ServedBank, recording: Recording): Promise<string[]> {
  const { branch, vector, balances } = end;
  const log = await readLog(served.directoryOf(branch));
  for (const write of ownWrites(branch, log)) recording.work(branch, { kind: 'logged', write });
  recording.work(branch, { kind: 'final', vector, balances });
  return [...differences(end, log)];
}
