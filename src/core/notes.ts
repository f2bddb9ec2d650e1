import type { BranchId, OriginId } from '../domain/ids.js';
import type { Outcome } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Receipt } from './replica.js';
import type { Request } from './request.js';

/** What a branch tells about its work, for logs and for the narrative. */
export type Note =
  | { readonly kind: 'received'; readonly request: Request }
  | { readonly kind: 'parked'; readonly request: Request; readonly lacking: VersionVector }
  | { readonly kind: 'short'; readonly request: Request; readonly allowance: bigint }
  | { readonly kind: 'decided'; readonly request: Request; readonly outcome: Outcome }
  | {
      readonly kind: 'took-in';
      readonly from: BranchId;
      readonly batch: WriteBatch;
      readonly receipt: Exclude<Receipt, 'fork'>;
    }
  /** Two logs go by the name of one origin: the batch is left out. Always told. */
  | { readonly kind: 'forked'; readonly from: BranchId; readonly batch: WriteBatch }
  | { readonly kind: 'applied'; readonly origin: OriginId; readonly sequence: number }
  /** Own writes have become durable. */
  | { readonly kind: 'logged'; readonly batch: WriteBatch }
  | {
      readonly kind: 'sent';
      readonly to: BranchId;
      readonly origin: OriginId;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'asked'; readonly peers: BranchId[]; readonly account: string; readonly wanted: bigint }
  | { readonly kind: 'granted'; readonly to: BranchId; readonly account: string; readonly amount: number }
  | {
      readonly kind: 'fetching';
      readonly from: BranchId;
      readonly origin: OriginId;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'linked'; readonly peer: BranchId }
  | { readonly kind: 'unlinked'; readonly peer: BranchId };
