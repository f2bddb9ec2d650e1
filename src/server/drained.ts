import { type EventEmitter, once } from 'node:events';

/** Resolves when a stream has room again, or nobody to read it. */
export async function drained(call: EventEmitter): Promise<void> {
  const over = new AbortController();
  const abort = () => over.abort();
  call.once('cancelled', abort);
  await once(call, 'drain', { signal: over.signal }).catch(() => undefined);
  call.off('cancelled', abort);
}
