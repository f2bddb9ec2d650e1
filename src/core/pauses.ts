/** Longest pause between two tries, as a multiple of the first one. */
const LONGEST_PAUSE = 16;

/**
 * Whether look number `looks` is one at which to try again: at once after
 * `first` looks, then at ever longer pauses. What does not help, because nobody
 * is there or all are busy, is not repeated at full speed for ever.
 */
export function isDue(looks: number, first = 1): boolean {
  const tries = looks / first;
  return Number.isInteger(tries) && ((tries & (tries - 1)) === 0 || tries % LONGEST_PAUSE === 0);
}
