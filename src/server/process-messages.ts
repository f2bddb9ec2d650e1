/** What the process that starts branches and a branch process say to each other, over Node's channel. */
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
  /** Whether to log requests and branch operations as JSON lines on standard error. */
  readonly log: boolean;
}

export type ToBranch =
  | StartMessage
  | { readonly kind: 'meet'; readonly addresses: readonly (readonly [branch: number, address: string])[] }
  | { readonly kind: 'close' };

export type FromBranch =
  /** The program is loaded: start me. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly portTaken: boolean; readonly message: string };
