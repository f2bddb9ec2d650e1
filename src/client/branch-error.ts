import type { ServiceError } from '@grpc/grpc-js';

/** A branch could not be asked; the message names it. */
export class BranchError extends Error {
  override name = 'BranchError';

  constructor(
    message: string,
    /** @internal What the call ended with, if it came to a call. */
    readonly status?: ServiceError,
  ) {
    super(message);
  }
}
