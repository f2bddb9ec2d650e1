import { Metadata as GrpcMetadata, type Metadata, status } from '@grpc/grpc-js';
import type { Refusal } from '../domain/outcomes.js';
import { type Applied, REFUSALS, type Reason } from '../domain/refusals.js';
import { rpc } from './messages.js';

const DOMAIN = 'passbook';
const DETAILS = 'grpc-status-details-bin';
const TYPE_PREFIX = 'type.googleapis.com/google.rpc.';
/** How long a caller does well to wait before it tries again. */
const RETRY_AFTER_MS = 100;

export interface GrpcError {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

export interface UnpackedError {
  readonly reason: Reason;
  readonly applied: Applied;
  readonly details: Record<string, string>;
}

/**
 * A refusal as a gRPC error with the standard details: google.rpc.ErrorInfo
 * always, RetryInfo where a later try may succeed, BadRequest for a bad field.
 */
export function packError(refusal: Refusal, extra: Record<string, string> = {}): GrpcError {
  const code = status[REFUSALS[refusal.reason].status];
  const metadata: Record<string, string> = { ...refusal.details, ...extra, applied: refusal.applied };
  const details = [any('ErrorInfo', rpc.ErrorInfo.encode({ reason: refusal.reason, domain: DOMAIN, metadata }).finish())];
  if (code === status.UNAVAILABLE) {
    details.push(any('RetryInfo', rpc.RetryInfo.encode({ retryDelay: { nanos: RETRY_AFTER_MS * 1e6 } }).finish()));
  }
  if (refusal.details.field) {
    const violation = { field: refusal.details.field, description: refusal.message };
    details.push(any('BadRequest', rpc.BadRequest.encode({ fieldViolations: [violation] }).finish()));
  }
  const trailer = new GrpcMetadata();
  trailer.set(DETAILS, Buffer.from(rpc.Status.encode({ code, message: refusal.message, details }).finish()));
  return { code, details: refusal.message, metadata: trailer };
}

/** What an error from a branch says; undefined if it is not one of Passbook's. */
export function unpackError(error: Pick<GrpcError, 'metadata'>): UnpackedError | undefined {
  const bytes = error.metadata.get(DETAILS)[0];
  if (!(bytes instanceof Uint8Array)) return undefined;
  try {
    return readDetails(bytes);
  } catch {
    // Whatever answered there, it does not speak our language.
    return undefined;
  }
}

function readDetails(bytes: Uint8Array): UnpackedError | undefined {
  for (const detail of rpc.Status.decode(bytes).details) {
    if (detail.type_url !== `${TYPE_PREFIX}ErrorInfo` || !detail.value) continue;
    const info = rpc.ErrorInfo.decode(detail.value);
    if (info.domain !== DOMAIN || !Object.hasOwn(REFUSALS, info.reason)) continue;
    const { applied, ...details } = info.metadata;
    return { reason: info.reason as Reason, applied: applied === 'no' || applied === 'yes' ? applied : 'maybe', details };
  }
  return undefined;
}

function any(name: string, value: Uint8Array): { type_url: string; value: Uint8Array } {
  return { type_url: TYPE_PREFIX + name, value };
}
