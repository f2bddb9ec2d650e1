import { beforeAll, describe, expect, test } from 'vitest';
import { Rng } from '../../src/std/rng.js';
import { type Beginning, playBroken } from './broken-disk.js';
import { keepIfWrong, say } from './judged.js';
import { judgeRound } from './judgement.js';
import { type How, whyNoStrace } from './strace.js';

const SEED = Number(process.env.SEED ?? 1);
/** Every call of a run fails once, or some of them do. */
const ALL = process.env.EVERY_CALL !== undefined;
const SAMPLE = process.env.SHORT === undefined ? 3 : 1;
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
    let ended = 0;
    for (const when of chosen) {
      const broken = await playBroken(SEED, beginning, { call, how, when });
      const { problems } = judgeRound(broken.record);
      keepIfWrong(`${call}-${how}-${when}`, SEED, broken.record, problems);
      expect(problems, `${call} ${when} of ${count}: ${how}`).toEqual([]);
      if (broken.ended) ended += 1;
    }
    say(`  ${beginning}: ${call}, ${how}: ${chosen.length} of ${count} calls failed, and ended the branch ${ended} times`);
  });
});

/** The reason has to be seen: what was left out proves nothing. */
test.runIf(whyNot !== undefined)('disks that break are left out on this machine', ({ skip }) => {
  say(`disks that break are left out: ${whyNot}`);
  skip(whyNot);
});
