// What the machine can do without us, measured in the same run.
import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';

const GROUP_BYTES = 1024;

/** Appends of 1 KiB, each durable before the next, in a second. */
export async function rawSync(folder, ms) {
  const data = mkdtempSync(join(folder, 'passbook-bench-'));
  const file = openSync(join(data, 'raw'), 'w');
  const bytes = Buffer.alloc(GROUP_BYTES, 1);
  const [append, sync] = [promisify(write), promisify(fdatasync)];
  try {
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < ms; count++) {
      await append(file, bytes, 0, bytes.length, count * bytes.length);
      await sync(file);
    }
    return (count / (performance.now() - began)) * 1000;
  } finally {
    closeSync(file);
    rmSync(data, { recursive: true });
  }
}

const same = (bytes) => bytes;
const ECHO = {
  unary: { path: '/Echo/Unary', requestStream: false, responseStream: false },
  stream: { path: '/Echo/Stream', requestStream: true, responseStream: true },
};
for (const method of Object.values(ECHO)) {
  Object.assign(method, { requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same });
}

/** A bare @grpc/grpc-js echo of 32 bytes over loopback, `inFlight` at a time, client and server in this process: calls in a second. */
export async function grpcEcho(ms, inFlight) {
  const server = new grpc.Server();
  server.addService(ECHO, {
    unary: (call, done) => done(null, call.request),
    stream: (call) => call.on('data', (bytes) => call.write(bytes)).on('end', () => call.end()),
  });
  const port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', grpc.ServerCredentials.createInsecure());
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  try {
    return { unary: await unaryEcho(client, ms, inFlight), stream: await streamEcho(client, ms, inFlight) };
  } finally {
    client.close();
    server.forceShutdown();
  }
}

const MESSAGE = Buffer.alloc(32, 1);

async function unaryEcho(client, ms, inFlight) {
  const began = performance.now();
  let count = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(ECHO.unary.path, same, same, MESSAGE, (error) => (error ? reject(error) : resolve()));
    });
  const worker = async () => {
    for (; performance.now() - began < ms; count++) await one();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return (count / (performance.now() - began)) * 1000;
}

async function streamEcho(client, ms, inFlight) {
  const call = client.makeBidiStreamRequest(ECHO.stream.path, same, same);
  const began = performance.now();
  let count = 0;
  let open = inFlight;
  await new Promise((resolve, reject) => {
    call.on('error', reject);
    call.on('data', () => {
      count += 1;
      if (performance.now() - began < ms) call.write(MESSAGE);
      else if (--open === 0) resolve();
    });
    for (let i = 0; i < inFlight; i++) call.write(MESSAGE);
  });
  call.end();
  return (count / (performance.now() - began)) * 1000;
}
