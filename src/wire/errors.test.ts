import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../domain/outcomes.js';
import { type Applied, REFUSALS, type Reason } from '../domain/refusals.js';
import { packError, unpackError } from './errors.js';
import { pb, rpc } from './messages.js';
import { packApplied, packReason, unpackApplied, unpackReason } from './reasons.js';

const REASONS = Object.keys(REFUSALS) as Reason[];

function refusal(reason: Reason, details: Record<string, string> = {}, applied: Applied = REFUSALS[reason].applied): Refusal {
  return { kind: 'refused', reason, applied, message: `because of ${reason}, für Ann`, details };
}

function detailsOf(error: ReturnType<typeof packError>): string[] {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  return rpc.Status.decode(bytes as Uint8Array).details.map((detail) => (detail.type_url ?? '').replace(/.*\./, ''));
}

describe('a refusal as a gRPC error', () => {
  test.each(REASONS)('%s says its reason, its status and whether it was applied', (reason) => {
    const error = packError(refusal(reason, { account: '7' }), { passbook: 'abc' });
    expect(error.code).toBe(status[REFUSALS[reason].status]);
    expect(error.details).toBe(`because of ${reason}, für Ann`);
    expect(unpackError(error)).toEqual({ reason, applied: REFUSALS[reason].applied, details: { account: '7', passbook: 'abc' } });
  });

  test.each(['no', 'maybe', 'yes'] as const)('applied: %s is kept', (applied) => {
    expect(unpackError(packError(refusal('OVERLOADED', {}, applied)))?.applied).toBe(applied);
  });

  test('says when to try again where a later try may succeed, and which field is bad', () => {
    expect(detailsOf(packError(refusal('OVERLOADED')))).toEqual(['ErrorInfo', 'RetryInfo']);
    expect(detailsOf(packError(refusal('INVALID_AMOUNT', { field: 'amount_minor' })))).toEqual(['ErrorInfo', 'BadRequest']);
    expect(detailsOf(packError(refusal('INSUFFICIENT_FUNDS')))).toEqual(['ErrorInfo']);
  });
});

describe('an error that is not of Passbook', () => {
  const withDetails = (bytes: Uint8Array) => {
    const metadata = new Metadata();
    metadata.set('grpc-status-details-bin', Buffer.from(bytes));
    return { metadata };
  };
  const info = (fields: { reason: string; domain: string }) => ({
    type_url: 'type.googleapis.com/google.rpc.ErrorInfo',
    value: rpc.ErrorInfo.encode(fields).finish(),
  });

  test.each([
    ['no details', { metadata: new Metadata() }],
    ['no info', withDetails(rpc.Status.encode({ code: 3 }).finish())],
    [
      'another domain',
      withDetails(rpc.Status.encode({ details: [info({ reason: 'OVERLOADED', domain: 'example.com' })] }).finish()),
    ],
    [
      'an unknown reason',
      withDetails(rpc.Status.encode({ details: [info({ reason: 'TOO_LATE', domain: 'passbook' })] }).finish()),
    ],
    [
      'a reason of every object',
      withDetails(rpc.Status.encode({ details: [info({ reason: 'toString', domain: 'passbook' })] }).finish()),
    ],
  ])('with %s is not taken for one', (_, error) => {
    expect(unpackError(error)).toBeUndefined();
  });

  test('with broken details does not bring the caller down', () => {
    expect(unpackError(withDetails(Uint8Array.of(0x0a, 0xff, 0x01)))).toBeUndefined();
  });
});

test('every reason has a number in the contract, and every number a reason here', () => {
  for (const reason of REASONS) expect(unpackReason(packReason(reason))).toBe(reason);
  const inContract = Object.keys(pb.Reason).filter((name) => name !== 'REASON_UNSPECIFIED');
  expect(inContract.sort()).toEqual(REASONS.map((reason) => `REASON_${reason}`).sort());
});

test('what is not said about a write may have happened', () => {
  for (const applied of ['no', 'maybe', 'yes'] as const) expect(unpackApplied(packApplied(applied))).toBe(applied);
  for (const nothing of [undefined, null, 0, 99]) expect(unpackApplied(nothing)).toBe('maybe');
});
