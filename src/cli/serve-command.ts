import { createHash } from 'node:crypto';
import type { BranchId } from '../domain/ids.js';
import { narrate } from '../render/narrative.js';
import { BranchServer, PortTakenError } from '../server/branch-server.js';
import { openLog } from '../server/log.js';
import { type Founding, type OpenedBranch, openInMemory, openOnDisk } from '../server/open-branch.js';
import { StoreError } from '../store/data-directory.js';
import { CommandError, Exit } from './exit.js';
import { DEFAULT_BASE_PORT } from './options.js';
import { type Address, formatAddress, isLoopback, type ServeOptions } from './serve-options.js';
import { Interruption } from './signals.js';
import { Terminal } from './terminal.js';

/** A question and its answer cross the network once each; the more branches, the longer until all are linked. */
const PATIENCE_MS = { least: 500, perBranch: 20 };
const MAX_PARKED = 100_000;
/** A branch that is not ready by then says whom it waits for. */
const QUIET_MS = 3000;

/** `passbook serve`: one branch as a service, until it is told to end. */
export async function serve(options: ServeOptions): Promise<number> {
  const { branch } = options;
  if (branch === undefined)
    throw new CommandError('which branch? Say --branch 1, set PASSBOOK_BRANCH, or write it into the config file', Exit.usage);
  const listen = options.listen ?? { host: '127.0.0.1', port: DEFAULT_BASE_PORT + branch };
  checkPeers(branch, options);
  checkEncryption(listen, options);
  const terminal = new Terminal();
  const say = (sentence: string) => terminal.say(`branch ${branch}: ${sentence}`);
  const interruption = new Interruption((signal) => say(`${signal}: finishing what was accepted; once more to end at once`));
  const opened = await open(branch, options, say);
  const failed = new AbortController();
  const server = new BranchServer({
    opened,
    patienceMs: PATIENCE_MS.least + PATIENCE_MS.perBranch * opened.founding.members.length,
    maxParked: MAX_PARKED,
    observe: Boolean(options.verbose || options.logJson),
    slowness: { delayMs: 0, jitterMs: 0 },
    onNote: options.verbose || options.logJson ? await openLog(branch, lineWriter(options, terminal)) : () => {},
    onReady: () => say('ready: it has all its writes'),
    onFailure: (error) => {
      say(`stops: ${error.message}`);
      failed.abort();
    },
    onBadMessage: (peer, error) => say(`a message from branch ${peer} is broken: ${error.message}`),
  });
  await listenAt(server, listen);
  server.meet(new Map([...options.peers].map(([peer, address]) => [peer, formatAddress(address)])));
  say(`listens on ${formatAddress(listen)}${server.isReady ? ', ready' : '; asking the others what they have of its writes'}`);
  const reminder = setTimeout(() => remind(server, say), QUIET_MS);
  await aborted(interruption.signal, failed.signal);
  clearTimeout(reminder);
  // Nothing can be finished: customers learn it from connections that break, at once.
  if (failed.signal.aborted) process.exit(Exit.failed);
  await server.close();
  return Exit.done;
}

async function open(branch: BranchId, options: ServeOptions, say: (sentence: string) => void): Promise<OpenedBranch> {
  const members = [branch, ...options.peers.keys()].sort((a, b) => a - b);
  const founding: Founding = { branch, bankId: bankId(options), members, foundedMinor: options.accounts };
  if (options.inMemory) return openInMemory(founding);
  if (options.data === undefined)
    throw new CommandError('where is its data? Say --data DIR, or --in-memory to keep nothing', Exit.usage);
  try {
    return await openOnDisk(options.data, founding, options.peers.size === 0, say);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandError(`${error.code}: ${error.message}`);
    throw error;
  }
}

/** Banks that were founded otherwise are others, whatever they are called: their branches refuse each other. */
function bankId({ bank, accounts }: ServeOptions): string {
  return `${bank}-${createHash('sha256').update(accounts.join(' ')).digest('hex').slice(0, 8)}`;
}

function checkPeers(branch: BranchId, { peers }: ServeOptions): void {
  if (peers.has(branch)) throw new CommandError(`branch ${branch} is named among its own peers`, Exit.usage);
}

function checkEncryption(listen: Address, { peers, allowPlaintext }: ServeOptions): void {
  const beyond = [listen, ...peers.values()].find((address) => !isLoopback(address));
  if (!beyond || allowPlaintext) return;
  throw new CommandError(
    `${formatAddress(beyond)} is beyond this machine, and nothing is encrypted yet: everybody in between could read and change ` +
      'what is said. If the network is yours alone, say --allow-plaintext',
    Exit.usage,
  );
}

async function listenAt(server: BranchServer, { host, port }: Address): Promise<void> {
  try {
    await server.listen(host.includes(':') ? `[${host}]` : host, port);
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    throw new CommandError(`port ${port} is taken by another program; choose another --listen`);
  }
}

function remind(server: BranchServer, say: (sentence: string) => void): void {
  const { silentBranches } = server;
  if (server.isReady || silentBranches.length === 0) return;
  const silent = `${silentBranches.length === 1 ? 'branch' : 'branches'} ${silentBranches.join(', ')}`;
  say(`answers queries, and takes on writes as soon as ${silent} said what it has of them`);
}

function lineWriter(options: ServeOptions, terminal: Terminal): ((line: string) => void) | undefined {
  if (options.logJson) return undefined;
  const startedAtMs = Date.now();
  return (line) => {
    const told = narrate(line, startedAtMs);
    if (told !== undefined) terminal.say(told);
  };
}

function aborted(...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) signal.addEventListener('abort', () => resolve());
  });
}
