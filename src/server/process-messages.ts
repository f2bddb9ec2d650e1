import type { BranchWork } from '../domain/history.js';

/** What the process that starts branches and a branch process say to each other, over Node's channel, as structured clones. */
export interface StartMessage {
  readonly kind: 'start';
  readonly branch: number;
  readonly members: readonly number[];
  readonly bankId: string;
  /** Decimal integers of minor units. */
  readonly foundedMinor: readonly string[];
  readonly host: string;
  /** 0 asks for a free one. */
  readonly port: number;
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Where the branch keeps its data; absent: in memory. */
  readonly data?: { readonly directory: string; readonly isNewBank: boolean };
  /** Whether to log requests and branch operations as JSON lines on standard error. */
  readonly log: boolean;
  /** Whether to tell of the branch's work, for a history. */
  readonly record: boolean;
}

/** Something that a branch has done. */
export interface Told {
  /** Milliseconds of the wall clock when its process began, and the steady ones since: comparable over processes of one machine. */
  readonly atMs: number;
  readonly work: BranchWork;
}

export type ToBranch =
  | StartMessage
  | { readonly kind: 'meet'; readonly addresses: readonly (readonly [branch: number, address: string])[] }
  | { readonly kind: 'close' };

export type FromBranch =
  /** The program is loaded: start me. */
  | { readonly kind: 'ready' }
  /** Whether it takes on writes already; if not, it is `recovered` later. */
  | { readonly kind: 'listening'; readonly port: number; readonly isReady: boolean }
  | { readonly kind: 'recovered' }
  /** In the order in which it happened. */
  | { readonly kind: 'told'; readonly told: readonly Told[] }
  | { readonly kind: 'failed'; readonly portTaken: boolean; readonly message: string };
