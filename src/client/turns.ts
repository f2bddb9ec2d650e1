import { onAbort } from './on-abort.js';

/** When something begins. */
export interface Turn {
  /** At once, beside the others. */
  readonly concurrent?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One after another, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** `begin` is called when all before it have ended; never, if it is aborted until then: `aborted` is the answer at once. */
  take<T>({ concurrent, signal }: Turn, begin: () => Promise<T>, aborted: () => T): Promise<T> {
    if (signal?.aborted) return Promise.resolve(aborted());
    if (concurrent) return begin();
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(aborted());
      const stopWaiting = signal && onAbort(signal, giveUp);
      const run = () => {
        stopWaiting?.();
        if (signal?.aborted) return undefined;
        const reply = begin();
        resolve(reply);
        return reply;
      };
      this.last = this.last.then(run).catch(reject);
    });
  }
}
