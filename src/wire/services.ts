import type { MethodDefinition } from '@grpc/grpc-js';
import type { Writer } from 'protobufjs/minimal.js';
import { pb } from './messages.js';

interface MessageType<T> {
  encode(message: never, writer?: Writer): Writer;
  decode(bytes: Uint8Array): T;
}

type Streams = { requestStream?: boolean; responseStream?: boolean };

/**
 * The three services as @grpc/grpc-js wants them. Methods carry plain shapes in
 * and decoded messages out; a test holds this table against the contract.
 */
function method<Req, Res>(
  path: string,
  request: MessageType<Req>,
  response: MessageType<Res>,
  streams: Streams = {},
): MethodDefinition<Req, Res> {
  const serialize = (type: MessageType<unknown>) => (message: unknown) => asBuffer(type.encode(message as never).finish());
  return {
    path,
    requestStream: streams.requestStream ?? false,
    responseStream: streams.responseStream ?? false,
    requestSerialize: serialize(request),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: serialize(response),
    responseDeserialize: (bytes) => response.decode(bytes),
  };
}

/** grpc-js asks for a Buffer; on Node the protobuf writer makes one already. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const both = { requestStream: true, responseStream: true };

export const TellerService = {
  open: method('/passbook.v1.TellerService/Open', pb.OpenRequest, pb.OpenResponse),
  query: method('/passbook.v1.TellerService/Query', pb.QueryRequest, pb.QueryResponse),
  deposit: method('/passbook.v1.TellerService/Deposit', pb.DepositRequest, pb.DepositResponse),
  withdraw: method('/passbook.v1.TellerService/Withdraw', pb.WithdrawRequest, pb.WithdrawResponse),
  transfer: method('/passbook.v1.TellerService/Transfer', pb.TransferRequest, pb.TransferResponse),
  listEntries: method('/passbook.v1.TellerService/ListEntries', pb.ListEntriesRequest, pb.ListEntriesResponse),
  batch: method('/passbook.v1.TellerService/Batch', pb.BatchRequest, pb.BatchResponse, both),
};

export const PropagationService = {
  link: method('/passbook.v1.PropagationService/Link', pb.LinkRequest, pb.LinkResponse, both),
};

export const BranchService = {
  getStatus: method('/passbook.v1.BranchService/GetStatus', pb.GetStatusRequest, pb.GetStatusResponse),
  listWrites: method('/passbook.v1.BranchService/ListWrites', pb.ListWritesRequest, pb.ListWritesResponse, {
    responseStream: true,
  }),
  join: method('/passbook.v1.BranchService/Join', pb.JoinRequest, pb.JoinResponse),
  retire: method('/passbook.v1.BranchService/Retire', pb.RetireRequest, pb.RetireResponse),
  getSnapshot: method('/passbook.v1.BranchService/GetSnapshot', pb.GetSnapshotRequest, pb.GetSnapshotResponse, {
    responseStream: true,
  }),
};
