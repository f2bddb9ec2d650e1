/** A broken invariant: a bug of ours, never the user's fault. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Assertions stay on in production; `why` states the invariant as a sentence. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new InvariantError(why);
}

/** Closes an exhaustive switch: the compiler proves that no case is left. */
export function unreachable(value: never): never {
  throw new InvariantError(`unexpected value ${JSON.stringify(value)}`);
}
