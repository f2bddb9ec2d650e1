import type { Clock } from '../driver/ports.js';

/** setTimeout takes at most this long; what is due later is set again. */
const LONGEST_MS = 2 ** 31 - 1;

export const nodeClock: Clock = {
  nowMs: () => performance.now(),
  at(atMs, run) {
    // A timer may fire a fraction early; the branch would find nothing due and set it again.
    const delayMs = Math.min(LONGEST_MS, Math.max(0, Math.ceil(atMs - performance.now())));
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  // After the sockets that are readable now were read: what arrived together shares a turn.
  afterTurn: (run) => void setImmediate(run),
};
