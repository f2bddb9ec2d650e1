// Branches as services for a benchmark: real processes with their data on disk.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Bank } from 'passbook';

/** Of Linux, nearly everywhere. */
const US_PER_TICK = 10_000;
const PROGRAM = fileURLToPath(new URL('../bin/passbook.js', import.meta.url));

/** Starts `count` branches and waits until all are ready; `folder` is where their data goes. */
export async function startBank(count, folder) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const ports = await freePorts(count);
  const data = mkdtempSync(join(folder, 'passbook-bench-'));
  const address = (branch) => `127.0.0.1:${ports[branch - 1]}`;
  const children = numbers.map((branch) => {
    const peers = numbers.filter((other) => other !== branch).map((other) => `${other}=${address(other)}`);
    const args = ['serve', '--branch', branch, '--listen', address(branch), '--data', join(data, `${branch}`)];
    return spawn(process.execPath, [PROGRAM, ...args, '--peers', peers.join(','), '--accounts', '1000000000.00'].map(String), {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  });
  await Promise.all(children.map(ready));
  const bank = new Bank({ branches: new Map(numbers.map((branch) => [branch, address(branch)])) });
  const close = async () => {
    bank.close();
    await Promise.all(children.map(ended));
    rmSync(data, { recursive: true });
  };
  return { bank, branches: numbers, close, pids: children.map(({ pid }) => pid) };
}

/** Processor time of all branches and of this process so far, in microseconds; undefined where the system does not tell. */
export function processorUs({ pids }) {
  const { user, system } = process.cpuUsage();
  try {
    const ticks = pids.map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return Number(fields[11]) + Number(fields[12]);
    });
    return user + system + ticks.reduce((sum, some) => sum + some, 0) * US_PER_TICK;
  } catch {
    return undefined;
  }
}

/** Resolves when every branch has applied all that any has: returns the milliseconds since `sinceMs`. */
export async function settled({ bank, branches }, sinceMs) {
  for (;;) {
    const vectors = await Promise.all(branches.map(async (branch) => [...(await bank.status(branch)).vector].sort().join()));
    if (new Set(vectors).size === 1) return performance.now() - sinceMs;
  }
}

function ready(child) {
  return new Promise((resolve, reject) => {
    const lines = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (/ready/.test(line)) resolve();
    });
    child.once('exit', () => reject(new Error(`a branch ended:\n${lines.join('\n')}`)));
  });
}

function ended(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** Ports that nobody uses now. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
