import { describe, expect, test } from 'vitest';
import { ALL_GUARANTEES, GUARANTEES, guaranteeNames, guaranteeSet, has, NO_GUARANTEES, parseGuarantees } from './guarantees.js';

describe('a set of guarantees', () => {
  test('is the names it was made of, for each of the sixteen', () => {
    for (let set = NO_GUARANTEES as number; set <= ALL_GUARANTEES; set++) {
      const names = guaranteeNames(set as typeof ALL_GUARANTEES);
      expect(guaranteeSet(names)).toBe(set);
      for (const { name } of GUARANTEES) expect(has(set as typeof ALL_GUARANTEES, name)).toBe(names.includes(name));
    }
  });

  test('is read from all, none, or names', () => {
    expect(parseGuarantees('all')).toBe(ALL_GUARANTEES);
    expect(parseGuarantees('none')).toBe(NO_GUARANTEES);
    expect(parseGuarantees('read-your-writes, monotonic-writes')).toBe(5);
  });

  test.each(['', 'everything', 'read-your-writes,', 'toString', 'all,none', '__proto__', 'constructor'])(
    'does not read %j',
    (text) => {
      expect(parseGuarantees(text)).toMatchObject({ unknown: expect.any(String) });
    },
  );
});
