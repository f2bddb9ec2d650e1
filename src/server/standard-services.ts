import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MethodDefinition, Server, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import type { HealthImplementation as Health } from 'grpc-health-check';
import { filesOf } from '../wire/contract.js';

/**
 * grpc.health.v1 and server reflection, from the libraries that gRPC keeps for
 * them. Loading those takes longer than starting a branch, and most branches are
 * never asked, so they are loaded by the first call. Until then this file stands
 * in for them with methods that pass bytes through.
 */
const METHODS: readonly { path: string; name: string; requestStream: boolean; responseStream: boolean }[] = [
  { path: '/grpc.health.v1.Health/Check', name: 'check', requestStream: false, responseStream: false },
  { path: '/grpc.health.v1.Health/List', name: 'list', requestStream: false, responseStream: false },
  { path: '/grpc.health.v1.Health/Watch', name: 'watch', requestStream: false, responseStream: true },
  { path: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', name: 'v1', requestStream: true, responseStream: true },
  {
    path: '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
    name: 'v1alpha',
    requestStream: true,
    responseStream: true,
  },
];

const SERVICES = ['', 'passbook.v1.TellerService', 'passbook.v1.PropagationService', 'passbook.v1.BranchService'];

type ServingStatus = 'SERVING' | 'NOT_SERVING';
type Handler = (call: object, callback?: (error: unknown, value?: unknown, ...rest: unknown[]) => void) => void;

interface Loaded {
  readonly definition: MethodDefinition<unknown, unknown>;
  readonly handler: Handler;
}

/** What the libraries use of a call, with bytes on our side of it. */
interface ByteCall {
  request: Buffer;
  on(event: string, listener: (value: unknown) => void): unknown;
  write(bytes: Buffer): boolean;
}

export class StandardServices {
  private readonly require = createRequire(import.meta.url);
  private loaded: Map<string, Loaded> | undefined;
  private health: Health | undefined;
  private status: ServingStatus = 'SERVING';

  addTo(server: Server): void {
    const definition: Record<string, MethodDefinition<Buffer, Buffer>> = {};
    const handlers: Record<string, unknown> = {};
    const same = (bytes: Buffer) => bytes;
    for (const { name, ...method } of METHODS) {
      definition[name] = {
        ...method,
        requestSerialize: same,
        requestDeserialize: same,
        responseSerialize: same,
        responseDeserialize: same,
      };
      handlers[name] = (call: ByteCall, callback?: (...args: unknown[]) => void) => this.serve(method.path, call, callback);
    }
    server.addService(definition as ServiceDefinition, handlers as UntypedServiceImplementation);
  }

  /** Not while the branch is recovering or shutting down; who watches its health is told. */
  setServing(isServing: boolean): void {
    this.status = isServing ? 'SERVING' : 'NOT_SERVING';
    for (const service of SERVICES) this.health?.setStatus(service, this.status);
  }

  private serve(path: string, call: ByteCall, callback?: (...args: unknown[]) => void): void {
    const { definition, handler } = (this.loaded ??= this.load()).get(path) as Loaded;
    const typed = Object.create(call) as object;
    Object.defineProperties(typed, {
      request: { get: () => definition.requestDeserialize(call.request) },
      write: { value: (message: unknown) => call.write(definition.responseSerialize(message)) },
      on: {
        value: (event: string, listener: (value: unknown) => void) => {
          call.on(event, event === 'data' ? (bytes) => listener(definition.requestDeserialize(bytes as Buffer)) : listener);
          return typed;
        },
      },
    });
    handler(typed, (error, value, ...rest) => callback?.(error, value && definition.responseSerialize(value), ...rest));
  }

  private load(): Map<string, Loaded> {
    const methods = new Map<string, Loaded>();
    // What the libraries would add to a server is kept here instead.
    const collector = {
      addService(service: ServiceDefinition, handlers: Record<string, Handler>) {
        for (const [name, definition] of Object.entries(service)) {
          const handler = handlers[name] ?? handlers[definition.originalName ?? ''];
          if (handler) methods.set(definition.path, { definition, handler });
        }
      },
    } as unknown as Server;
    const { HealthImplementation } = this.require('grpc-health-check') as typeof import('grpc-health-check');
    this.health = new HealthImplementation(Object.fromEntries(SERVICES.map((service) => [service, this.status])));
    this.health.addToServer(collector);
    const { ReflectionService } = this.require('@grpc/reflection') as typeof import('@grpc/reflection');
    const contract = { fileDescriptorProtos: filesOf(readFileSync(contractFile())) };
    new ReflectionService({ contract } as unknown as PackageDefinition).addToServer(collector);
    return methods;
  }
}

/** The compiled contract: beside the bundle, or in the source tree when run from there. */
function contractFile(): URL {
  const beside = new URL('./contract.binpb', import.meta.url);
  return existsSync(beside) ? beside : new URL('../wire/generated/contract.binpb', import.meta.url);
}
