// npm run bench [-- --seconds 5] [--json FILE] [--folder DIR]
//
// Measures what a customer's program gets from the bank, beside what the machine
// gives without it, all in one run: client, branches and disk share the machine.
import { writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { processorUs, settled, startBank } from './bank.mjs';
import { grpcEcho, rawSync } from './baselines.mjs';
import { deposits, moves, singles } from './loads.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, json: { type: 'string' }, folder: { type: 'string', default: tmpdir() } },
});
const ms = Number(values.seconds) * 1000;
const BATCHED = { sessions: 64, underWay: 4096 };
const UNARY_IN_FLIGHT = 32;
const SINGLE_SESSIONS = 1000;
/** Code is compiled, files are there, links are open. */
const WARM_UP_MS = 1000;

const rows = [];

function report(name, perSecond, latencies = [], more = {}) {
  const row = { name, perSecond: Math.round(perSecond), ...percentiles(latencies), ...more };
  rows.push(row);
  process.stdout.write(`${line(row)}\n`);
}

function percentiles(latencies) {
  if (latencies.length === 0) return {};
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 100) / 100;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function line({ name, perSecond, p50Ms, p99Ms, cpuUs, equalAfterMs }) {
  const shown = [
    name.padEnd(58),
    perSecond.toLocaleString('en').padStart(10),
    p50Ms === undefined ? '' : `p50 ${p50Ms} ms`.padStart(16),
    p99Ms === undefined ? '' : `p99 ${p99Ms} ms`.padStart(16),
    cpuUs === undefined ? '' : `  ${cpuUs} µs of processor each`,
    equalAfterMs === undefined ? '' : `  all equal after ${equalAfterMs} ms`,
  ];
  return shown.join('').trimEnd();
}

async function measure(count, run) {
  const bank = await startBank(count, values.folder);
  try {
    await run(bank);
  } finally {
    await bank.close();
  }
}

async function ofDeposits(bank, name) {
  await deposits(bank, WARM_UP_MS, BATCHED);
  const beforeUs = processorUs(bank);
  const { count, tookMs, latencies } = await deposits(bank, ms, BATCHED);
  const equalAfterMs = Math.round(await settled(bank, performance.now()));
  const cpuUs = beforeUs === undefined ? {} : { cpuUs: Math.round(((processorUs(bank) - beforeUs) / count) * 10) / 10 };
  // Applied everywhere: the time until all are equal counts, too.
  const isAlone = bank.branches.length === 1;
  const perSecond = (count / (tookMs + (isAlone ? 0 : equalAfterMs))) * 1000;
  report(name, perSecond, latencies, { ...cpuUs, ...(isAlone ? {} : { equalAfterMs }) });
}

process.stdout.write(`${'per second, on '.concat(`${cpus().length} processors, Node ${process.version}`)}\n`);
report('raw write + fdatasync of 1 KiB, one at a time', await rawSync(values.folder, ms));
const echo = await grpcEcho(ms, UNARY_IN_FLIGHT);
report(`bare grpc-js echo, unary, ${UNARY_IN_FLIGHT} in flight`, echo.unary);
report(`bare grpc-js echo, stream, ${UNARY_IN_FLIGHT} in flight`, echo.stream);
await measure(1, (bank) => ofDeposits(bank, 'durable deposits, 1 branch'));
await measure(3, async (bank) => {
  await ofDeposits(bank, 'durable deposits, 3 branches, applied at all');
  const single = await singles(bank, ms, SINGLE_SESSIONS);
  report(`1,000 sessions at 3 branches, one operation at a time`, (single.count / single.tookMs) * 1000, single.latencies);
  const moved = await moves(bank, ms);
  report('deposit at one branch, then query at another', (moved.count / moved.tookMs) * 1000, moved.latencies);
});
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.version, cpus: cpus().length, seconds: ms / 1000, rows }, null, 2)}\n`,
  );
