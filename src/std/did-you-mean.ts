/** Beyond this a word is no misspelling, and comparing it would only cost time. */
const LONGEST_WORD = 60;

/**
 * The candidate that was probably meant, or undefined when none is near: at most
 * one slip in three letters. Case does not count; of equals the first wins.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const slips = distance(word.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    // A word of one letter is one slip away from every other.
    if (slips <= allowed && slips < candidate.length && slips < bestDistance) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best;
}

/**
 * How many letters must be inserted, left out, replaced or swapped with their
 * neighbour (Damerau 1964, in the "optimal string alignment" form: no letter is
 * touched twice). Keeps three rows of the table, as a swap looks two rows back.
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
