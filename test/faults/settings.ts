import { test } from 'vitest';
import { say } from './judged.js';

/** `SEED=7` plays what was drawn from seed 7 again, as far as real processes repeat themselves. */
export const SEED = Number(process.env.SEED ?? 1);
export const IS_SHORT = process.env.SHORT !== undefined;

/** How often: as the environment says, or as is usual for a run of this length. */
export function times(variable: string, usual: number, short: number): number {
  return Number(process.env[variable] ?? (IS_SHORT ? short : usual));
}

/** The reason has to be seen: what was left out proves nothing. */
export function sayIfLeftOut(what: string, whyNot: string | undefined): void {
  test.runIf(whyNot !== undefined)(`${what} are left out on this machine`, ({ skip }) => {
    say(`${what} are left out: ${whyNot}`);
    skip(whyNot);
  });
}
