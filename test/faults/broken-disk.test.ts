import { beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../../src/check/history/reader.js';
import { Rng } from '../../src/std/rng.js';
import { type Beginning, playBroken } from './broken-disk.js';
import { keepIfWrong, say } from './judged.js';
import { judgeRound } from './judgement.js';
import { SEED, sayIfLeftOut, times } from './settings.js';
import { type How, whyNoStrace } from './strace.js';

/** Every call of a run fails once, or some of them do. */
const ALL = process.env.EVERY_CALL !== undefined;
const SAMPLE = times('CALLS', 3, 1);
const SECONDS_EACH = 20;

const BEGINNINGS: readonly Beginning[] = ['a new directory', 'the directory of a killed one'];
const BREAKS: readonly (readonly [call: string, how: How])[] = [
  ['fdatasync', 'SIGKILL'],
  ['fdatasync', 'EIO'],
  ['fsync', 'SIGKILL'],
  ['fsync', 'EIO'],
  ['pwrite64', 'SIGKILL'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['openat', 'EIO'],
  ['openat', 'ENOSPC'],
  ['read', 'EIO'],
  ['rename', 'SIGKILL'],
  ['rename', 'EIO'],
  ['rename', 'ENOSPC'],
  ['ftruncate', 'EIO'],
  ['mkdir', 'ENOSPC'],
  ['unlink', 'EIO'],
];

const whyNot = whyNoStrace();

describe.skipIf(whyNot !== undefined).for(BEGINNINGS)('a branch whose disk breaks, begun with %s', (beginning) => {
  let calls: ReadonlyMap<string, number>;

  beforeAll(async () => {
    ({ calls } = await playBroken(SEED, beginning));
  }, SECONDS_EACH * 1000);

  test('writes in no way but those that are broken here', () => {
    const known = new Set(BREAKS.map(([call]) => call));
    expect([...calls.keys()].filter((call) => !known.has(call))).toEqual([]);
  });

  test.for(BREAKS)('loses nothing at %s: %s', { timeout: SECONDS_EACH * (ALL ? 200 : SAMPLE) * 1000 }, async ([call, how]) => {
    const count = calls.get(call) ?? 0;
    const every = Array.from({ length: count }, (_, i) => i + 1);
    const chosen = ALL ? every : new Rng(SEED).shuffled(every).slice(0, SAMPLE);
    const wrong: string[] = [];
    let ended = 0;
    for (const when of chosen) {
      const broken = await playBroken(SEED, beginning, { call, how, when });
      const { problems } = judgeRound(broken.record);
      keepIfWrong(`${call}-${how}-${when}`, SEED, broken.record, problems);
      wrong.push(...problems.map((problem) => `call ${when} of ${count}: ${problem}`));
      if (broken.ended) ended += 1;
    }
    expect(wrong).toEqual([]);
    say(`  ${beginning}: ${call}, ${how}: ${chosen.length} of ${count} calls failed, and ended the branch ${ended} times`);
  });
});

test.skipIf(whyNot !== undefined)('no answer leaves before its write is on disk', { timeout: 60_000 }, async () => {
  const slowerByMs = 50;
  const { record } = await playBroken(SEED, 'a new directory', { call: 'fdatasync', slowerByMs });
  expect(judgeRound(record).problems).toEqual([]);
  const written = readHistory(record.lines).operations.filter(({ write }) => write);
  const early = written.filter(({ invokedAtUs, completedAtUs = 0 }) => completedAtUs - invokedAtUs < slowerByMs * 1000);
  expect(written.length).toBeGreaterThan(0);
  expect(early).toEqual([]);
});

sayIfLeftOut('disks that break', whyNot);
