import { type Files, nodeFiles } from './files.js';

export interface LogSizes {
  /** Of a segment of the log; 8 MiB. */
  readonly segmentBytes?: number;
  /** A snapshot is wanted when the log has grown by so much since the last; 64 MiB. */
  readonly snapshotEveryBytes?: number;
  /** Trimmed segments are removed only while the log is larger than this; 1 GiB. */
  readonly keepLogBytes?: number;
}

export interface StoreOptions extends LogSizes {
  /** Appended bytes that are kept in memory for reading; 16 MiB. */
  readonly recentBytes?: number;
  /** Pause between attempts to get room on a full disk; 1 s. */
  readonly retryFullMs?: number;
  /** Told of what fails behind everybody's back, as a sentence: the log goes on all the same. */
  readonly report?: (sentence: string) => void;
  /** The calls that write; for tests. */
  readonly files?: Files;
}

export type Settings = Required<StoreOptions>;

const MIB = 1 << 20;

const DEFAULTS: Settings = {
  segmentBytes: 8 * MIB,
  snapshotEveryBytes: 64 * MIB,
  keepLogBytes: 1024 * MIB,
  recentBytes: 16 * MIB,
  retryFullMs: 1000,
  report: () => undefined,
  files: nodeFiles,
};

export function settingsOf(options: StoreOptions): Settings {
  return { ...DEFAULTS, ...options };
}
