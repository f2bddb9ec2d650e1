export type StoreErrorCode =
  | 'DATA_DIRECTORY_IN_USE'
  | 'DATA_DIRECTORY_UNUSABLE'
  | 'STORE_CORRUPT'
  | 'STORE_VERSION_UNKNOWN'
  | 'DISK_FULL';

/** A data directory cannot be used. The message says what happened, to which file, and what to do next. */
export class StoreError extends Error {
  override name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MIB = 1 << 20;

/** What there is to do when a directory has lost what it cannot do without. */
export const RESTORE_OR_REPLACE = 'restore the directory from a backup, or remove it and start the branch with --replace';

/** Whether the system says that there is no room. */
export function isNoSpace(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

/** The same for a branch that cannot begin to work, as a segment of the log does not fit. */
export function noRoomToStart(directory: string, segmentBytes: number, cause: unknown): StoreError {
  const size = `${Math.ceil((segmentBytes / MIB) * 10) / 10} MiB`;
  const message = `${directory}: no room on the disk: a branch that starts makes a file of its log, of ${size} (--segment-size), and a few small ones; make room, or say a smaller size, then start the branch again`;
  return new StoreError('DISK_FULL', message, { cause });
}

/** What a failed call of the system means for whoever runs the branch. */
export function explain(error: unknown, file: string): unknown {
  if (error instanceof StoreError || codeOf(error) === undefined) return error;
  const cause = error as Error;
  if (isNoSpace(error))
    return new StoreError('DISK_FULL', `${file}: no room on the disk; make room, then start the branch again`, { cause });
  return new StoreError('DATA_DIRECTORY_UNUSABLE', `${file}: ${whatFailed(cause)}, then start the branch again`, { cause });
}

function whatFailed(error: Error): string {
  if (codeOf(error) === 'EROFS') return 'the disk is read-only; mount it for writing, or name a directory on another one';
  return `${error.message}; see to the disk and to who may write there`;
}
