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
  ['pread64', 'EIO'],
  ['rename', 'SIGKILL'],
  ['rename', 'EIO'],
  ['rename', 'ENOSPC'],
  ['ftruncate', 'EIO'],
  ['mkdir', 'ENOSPC'],
  ['unlink', 'EIO'],
];

/** What asks only, and what is of the process alone. */
const HARMLESS = ['access', 'close', 'dup2', 'fcntl', 'flock', 'fstat', 'getdents64', 'lseek', 'newfstatat', 'stat', 'statx'];
/** Calls that were made in a run in which nothing broke. */
const made = new Set<string>();

const whyNot = whyNoStrace();

describe.skipIf(whyNot !== undefined).for(BEGINNINGS)('a branch whose disk breaks, begun with %s', (beginning) => {
  let calls: ReadonlyMap<string, number>;

  beforeAll(async () => {
    ({ calls } = await playBroken(SEED, beginning));
    for (const call of calls.keys()) made.add(call);
  }, SECONDS_EACH * 1000);

  test('writes in no way but those that are broken here', () => {
    const known = new Set([...BREAKS.map(([call]) => call), ...HARMLESS]);
    expect([...calls.keys()].filter((call) => !known.has(call))).toEqual([]);
  });

  test.for(BREAKS)(
    'loses nothing at %s: %s',
    { timeout: SECONDS_EACH * (ALL ? 200 : SAMPLE) * 1000 },
    async ([call, how], { skip }) => {
      const count = calls.get(call) ?? 0;
      if (count === 0) skip(`${call} is not called`);
      const every = Array.from({ length: count }, (_, i) => i + 1);
      const chosen = ALL ? every : new Rng(SEED).shuffled(every).slice(0, SAMPLE);
      const wrong: string[] = [];
      let ended = 0;
      for (const when of chosen) {
        const broken = await playBroken(SEED, beginning, { call, how, when });
        const { problems } = judgeRound(broken.record);
        keepIfWrong(`${call}-${how}-${when}`, SEED, broken.record, problems);
        wrong.push(...problems.map((problem) => `call ${when} of ${count}: ${problem}`));
        if (!broken.isHit) wrong.push(`call ${when} of ${count} did not fail: it was not made`);
        if (broken.ended) ended += 1;
      }
      expect(wrong).toEqual([]);
      say(`  ${beginning}: ${call}, ${how}: ${chosen.length} of ${count} calls failed, and ended the branch ${ended} times`);
    },
  );
});

test.skipIf(whyNot !== undefined)('each of these calls is made in one of the two', () => {
  expect(BREAKS.map(([call]) => call).filter((call) => !made.has(call))).toEqual([]);
});

test.skipIf(whyNot !== undefined)('no answer leaves before its write is on disk', { timeout: 60_000 }, async () => {
  const slowerByMs = 50;
  const { record, isHit } = await playBroken(SEED, 'a new directory', { call: 'fdatasync', slowerByMs });
  expect(isHit).toBe(true);
  expect(judgeRound(record).problems).toEqual([]);
  const written = readHistory(record.lines).operations.filter(({ write }) => write);
  const early = written.filter(({ invokedAtUs, completedAtUs = 0 }) => completedAtUs - invokedAtUs < slowerByMs * 1000);
  expect(written.length).toBeGreaterThan(0);
  expect(early).toEqual([]);
});

sayIfLeftOut('disks that break', whyNot);
