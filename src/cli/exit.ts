/** What the exit code says. Services end with `done` on SIGINT and SIGTERM. */
export const Exit = {
  done: 0,
  /** A guarantee was violated, or the work could not be completed. */
  failed: 1,
  unknown: 2,
  usage: 64,
  badInput: 65,
  ourBug: 70,
} as const;

/** Ends the command with a message for people and an exit code. */
export class CommandError extends Error {
  override name = 'CommandError';

  constructor(
    message: string,
    readonly exitCode: number = Exit.failed,
  ) {
    super(message);
  }
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
export type EndSignal = keyof typeof SIGNAL_NUMBERS;

export function signalExit(signal: EndSignal): number {
  return 128 + SIGNAL_NUMBERS[signal];
}
