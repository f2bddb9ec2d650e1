/** What is to be called when a signal is aborted. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `then` when the signal is aborted, unless what is returned is called before.
 * A signal gets one listener, however many operations share it: Node takes eleven for a leak.
 */
export function onAbort(signal: AbortSignal, then: () => void): () => void {
  const calls = waiting.get(signal) ?? listenTo(signal);
  calls.add(then);
  return () => {
    calls.delete(then);
    if (calls.size === 0) stopListening(signal);
  };
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const calls = new Set<() => void>();
  waiting.set(signal, calls);
  signal.addEventListener('abort', aborted);
  return calls;
}

function stopListening(signal: AbortSignal): void {
  waiting.delete(signal);
  signal.removeEventListener('abort', aborted);
}

function aborted(this: AbortSignal): void {
  const calls = waiting.get(this) ?? [];
  stopListening(this);
  for (const call of calls) call();
}
