import { google, passbook } from './generated/passbook.js';

/** The generated messages under short names; nothing outside `wire` sees the generated module. */
export const pb = passbook.v1;
export const rpc = google.rpc;

export type BatchRequest = passbook.v1.BatchRequest;
export type BatchRequestShape = passbook.v1.BatchRequest.$Properties;
export type BatchResponse = passbook.v1.BatchResponse;
export type BatchResponseShape = passbook.v1.BatchResponse.$Properties;
export type PassbookShape = passbook.v1.Passbook.$Properties;
export type PeerMessageShape = passbook.v1.PeerMessage.$Properties;
export type RequestContextShape = passbook.v1.RequestContext.$Properties;
export type VectorShape = passbook.v1.VersionVector.$Properties;
export type WriteIdShape = passbook.v1.WriteId.$Properties;
export type SnapshotShape = passbook.v1.Snapshot.$Properties;
export type RequestIdShape = passbook.v1.RequestId.$Properties;

/** A message that breaks the contract: the sender's fault, answered and never applied. */
export class WireError extends Error {
  override name = 'WireError';
}
