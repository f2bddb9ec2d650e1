/**
 * Writes a long history of a bank that is right, to measure the checker with:
 *
 *   node scripts/make-history.mjs 1000000 --branches 10 [--logs] [--black-box] > history.jsonl
 *
 * Branches exchange all that they have in random pairs, so what each has is always
 * causally closed; a session is served where its branch has what it made and saw.
 * Equal arguments give equal files.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    branches: { type: 'string', default: '10' },
    sessions: { type: 'string', default: '200' },
    accounts: { type: 'string', default: '50' },
    logs: { type: 'boolean', default: false },
    'black-box': { type: 'boolean', default: false },
  },
});
const operations = Number(positionals[0] ?? 1_000_000);
const [B, S, A] = [Number(values.branches), Number(values.sessions), Number(values.accounts)];
const ALL = ['read-your-writes', 'monotonic-reads', 'monotonic-writes', 'writes-follow-reads'];
const FOUNDED = 1e12;
const SHARE = Math.floor(FOUNDED / B);

let state = 1;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** Of each origin, account and effect of its writes. */
const made = Array.from({ length: B }, () => ({ accounts: [], effects: [] }));
const branches = Array.from({ length: B }, () => ({
  has: new Array(B).fill(0),
  said: new Array(B).fill(0),
  balances: new Array(A).fill(FOUNDED),
  allowances: new Array(A).fill(SHARE),
}));
const sessions = Array.from({ length: S }, (_, k) => ({ name: String(k + 1), event: 0, freeAt: 0, knows: new Array(B).fill(0) }));

let index = 0;
let chunk = [];
async function line(object) {
  chunk.push(JSON.stringify(object), '\n');
  if (chunk.length < 20_000) return;
  const text = chunk.join('');
  chunk = [];
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function nameOf(origin) {
  return `${origin + 1}-1a2b3c4d`;
}

function vectorOf(has) {
  const vector = {};
  for (let o = 0; o < B; o++) if (has[o] > 0) vector[nameOf(o)] = has[o];
  return vector;
}

/** The branch gets what is lacking of `has`, which is causally closed. */
function learn(branch, has) {
  for (let o = 0; o < B; o++) {
    const { accounts, effects } = made[o];
    for (let n = branch.has[o]; n < has[o]; n++) branch.balances[accounts[n]] += effects[n];
    branch.has[o] = Math.max(branch.has[o], has[o]);
  }
}

function join(target, has) {
  for (let o = 0; o < B; o++) target[o] = Math.max(target[o], has[o]);
}

const waiting = new Map();
async function completeUntil(step) {
  for (const completion of waiting.get(step) ?? []) await line({ index: index++, ...completion, time: step * 10_000 });
  waiting.delete(step);
}

async function operate(step) {
  const session = sessions[step % S];
  const b = random(B);
  const branch = branches[b];
  const account = random(A);
  const wish = random(4);
  const amount = 1 + random(2 ** 32);
  const changes = wish === 3 && branch.allowances[account] >= amount ? 'withdraw' : 'deposit';
  const kind = wish < 2 ? 'query' : changes;
  const event = ++session.event;
  const value = {
    session: 7,
    event,
    branch: b + 1,
    account: String(account + 1),
    amountMinor: kind === 'query' ? undefined : amount,
  };
  const common = { process: session.name, f: kind };
  await line({ index: index++, type: 'invoke', ...common, value: { ...value, guarantees: ALL }, time: step * 10_000 });
  learn(branch, session.knows);
  const vector = values['black-box'] ? undefined : vectorOf(branch.has);
  let answer;
  if (kind === 'query') {
    answer = { ...value, vector, balanceMinor: String(branch.balances[account]) };
    join(session.knows, branch.has);
  } else {
    const effect = kind === 'deposit' ? amount : -amount;
    const { accounts, effects } = made[b];
    accounts.push(account);
    effects.push(effect);
    branch.balances[account] += effect;
    branch.allowances[account] += effect;
    if (values.logs) await log(b, branch, { customer: session.name, session: 7, event }, common.f, value, step);
    join(session.knows, branch.has);
    session.knows[b] = ++branch.has[b];
    answer = { ...value, vector, write: values['black-box'] ? undefined : `${nameOf(b)}-${branch.has[b]}` };
  }
  const at = step + 1 + random(S - 1);
  if (!waiting.has(at)) waiting.set(at, []);
  waiting.get(at).push({ type: 'ok', ...common, value: answer });
}

async function log(b, branch, request, kind, { account, amountMinor }, step) {
  const follows = {};
  for (let o = 0; o < B; o++) if (o !== b && branch.has[o] > branch.said[o]) follows[nameOf(o)] = branch.said[o] = branch.has[o];
  const write = `${nameOf(b)}-${branch.has[b] + 1}`;
  const value = { write, kind, account, amountMinor, ...request, follows };
  await line({ index: index++, type: 'info', process: `branch ${b + 1}`, f: 'logged', value, time: step * 10_000 });
}

const header = {
  passbook: 'history',
  version: 1,
  branches: branches.map((_, k) => k + 1),
  foundedMinor: new Array(A).fill(String(FOUNDED)),
  complete: true,
};
await line(header);
for (let step = 0; step < operations; step++) {
  await completeUntil(step);
  await operate(step);
  if (step % 20 === 0) learn(branches[random(B)], branches[random(B)].has);
}
for (let step = operations; waiting.size > 0; step++) await completeUntil(step);
for (const branch of branches) for (const other of branches) learn(branch, other.has);
for (const [b, { has, balances }] of branches.entries()) {
  const held = Object.fromEntries(balances.map((balance, account) => [account + 1, String(balance)]));
  const value = { vector: values['black-box'] ? {} : vectorOf(has), balances: held };
  await line({ index: index++, type: 'info', process: `branch ${b + 1}`, f: 'final', value, time: 2 * operations * 10_000 });
}
process.stdout.write(chunk.join(''));
