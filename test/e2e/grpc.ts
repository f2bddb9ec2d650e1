/** A branch as other languages see it: the .proto files and a gRPC library, nothing of Passbook's own. */
import { join } from 'node:path';
import {
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  type GrpcObject,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { HOST, ROOT } from './harness.js';

/** A message as JSON would have it; 64-bit integers are numbers. */
export type Message = Readonly<Record<string, unknown>>;

const PROTO = join(ROOT, 'proto');
export const PASSBOOK_PROTOS = ['passbook/v1/teller.proto', 'passbook/v1/branch.proto'].map((name) => join(PROTO, name));

/** One service of one branch. */
export class Stub {
  private readonly client: Client;
  private readonly service: ServiceClientConstructor;

  constructor(protos: readonly string[], serviceName: string, port: number) {
    const definition = loadSync([...protos], { includeDirs: [PROTO], longs: Number, enums: String, defaults: true });
    let found: unknown = loadPackageDefinition(definition);
    for (const part of serviceName.split('.')) found = (found as GrpcObject)[part];
    this.service = found as ServiceClientConstructor;
    this.client = new Client(`${HOST}:${port}`, credentials.createInsecure());
  }

  call<T = Message>(name: string, request: object, timeoutMs = 15_000): Promise<T> {
    const { path, requestSerialize, responseDeserialize } = this.method(name);
    return new Promise((resolve, reject) => {
      const deadline = Date.now() + timeoutMs;
      this.client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, (error, response) => {
        if (error) reject(error);
        else resolve(response as T);
      });
    });
  }

  /** What a call that has to fail says of it. */
  async refusal(name: string, request: object, timeoutMs?: number): Promise<Refusal> {
    try {
      await this.call(name, request, timeoutMs);
    } catch (error) {
      return explain(error as ServiceError);
    }
    throw new Error(`${name} was not refused`);
  }

  read(name: string, request: object): ClientReadableStream<Message> {
    const { path, requestSerialize, responseDeserialize } = this.method(name);
    return this.client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize as (bytes: Buffer) => Message,
      request,
    );
  }

  converse(name: string): ClientDuplexStream<object, Message> {
    const { path, requestSerialize, responseDeserialize } = this.method(name);
    return this.client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize as (bytes: Buffer) => Message);
  }

  close(): void {
    this.client.close();
  }

  private method(name: string) {
    const method = this.service.service[name];
    if (!method) throw new Error(`there is no method ${name}`);
    return method;
  }
}

export interface Refusal {
  /** The name of the gRPC status. */
  readonly status: string;
  readonly message: string;
  /** Of google.rpc.ErrorInfo. */
  readonly reason: string;
  readonly domain: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields that google.rpc.BadRequest names. */
  readonly fields: readonly string[];
  /** Whether google.rpc.RetryInfo came along. */
  readonly mayRetry: boolean;
}

const rpc = new protobuf.Root();
rpc.resolvePath = (_origin, target) => (target.startsWith('google/protobuf/') ? target : join(PROTO, target));
rpc.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto']);

function decode(type: string, bytes: Uint8Array): Message {
  const found = rpc.lookupType(type);
  return found.toObject(found.decode(bytes), { arrays: true, objects: true });
}

function explain(error: ServiceError): Refusal {
  const [packed] = error.metadata.get('grpc-status-details-bin');
  if (!(packed instanceof Uint8Array)) throw new Error(`an error without details: ${error.message}`);
  const details = decode('google.rpc.Status', packed).details as { type_url: string; value: Uint8Array }[];
  const detail = (name: string) => {
    const type = `google.rpc.${name}`;
    const found = details.find(({ type_url }) => type_url === `type.googleapis.com/${type}`);
    return found && decode(type, found.value);
  };
  const { reason, domain, metadata } = detail('ErrorInfo') as Pick<Refusal, 'reason' | 'domain' | 'metadata'>;
  const violations = (detail('BadRequest')?.fieldViolations ?? []) as { field: string }[];
  return {
    status: status[error.code],
    message: error.details,
    reason,
    domain,
    metadata,
    fields: violations.map(({ field }) => field),
    mayRetry: detail('RetryInfo') !== undefined,
  };
}
