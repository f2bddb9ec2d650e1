import type { BranchId } from '../domain/ids.js';
import { narrate } from '../render/narrative.js';
import { BranchServer, ListenError } from '../server/branch-server.js';
import { openLog } from '../server/log.js';
import type { OpenedBranch } from '../server/open-branch.js';
import { type Addresses, addressesIn, askForAddresses } from './beginning.js';
import { named } from './branch-names.js';
import { CommandError, Exit } from './exit.js';
import { DEFAULT_BASE_PORT } from './options.js';
import { checkEncryption } from './plaintext.js';
import { beginning, explained, open } from './serve-data.js';
import { type Address, formatAddress, type ServeOptions } from './serve-options.js';
import { Interruption } from './signals.js';
import { Terminal } from './terminal.js';

/** A question and its answer cross the network once each; the more branches, the longer until all are linked. */
const PATIENCE_MS = { least: 500, perBranch: 20 };
const MAX_PARKED = 100_000;
/** A branch that is not ready by then says whom it waits for. */
const QUIET_MS = 3000;
/** What to do where somebody else answers. */
const ADVICE = 'check --peers, --bank and --accounts, or --join with an empty --data if this branch is new to the bank';

/** `passbook serve`: one branch as a service, until it is told to end. */
export async function serve(options: ServeOptions): Promise<number> {
  const { branch } = options;
  if (branch === undefined)
    throw new CommandError('which branch? Say --branch 1, set PASSBOOK_BRANCH, or write it into the config file', Exit.usage);
  const listen = options.listen ?? { host: '127.0.0.1', port: DEFAULT_BASE_PORT + branch };
  checkPeers(branch, options);
  const { advertise, allowPlaintext } = options;
  checkEncryption([listen, ...(advertise ? [advertise] : []), ...options.peers.values()], allowPlaintext);
  const terminal = new Terminal();
  const say = (sentence: string) => terminal.say(`branch ${branch}: ${sentence}`);
  const interruption = new Interruption((signal) => say(`${signal}: finishing what was accepted; once more to end at once`));
  const address = formatAddress(advertise ?? listen);
  const peers = new Map([...options.peers].map(([peer, at]) => [peer, formatAddress(at)]));
  const told = await beginning({ branch, address, peers, say, signal: interruption.signal }, options);
  if (interruption.signal.aborted) return Exit.done;
  const opened = await open(branch, options, told, say);
  const [failed, left] = [new AbortController(), new AbortController()];
  const onNote = options.verbose || options.logJson ? await openLog(branch, lineWriter(options, terminal)) : () => {};
  const begin = () =>
    new BranchServer({
      opened,
      patienceMs: PATIENCE_MS.least + PATIENCE_MS.perBranch * opened.founding.members.length,
      maxParked: MAX_PARKED,
      observe: Boolean(options.verbose || options.logJson),
      maxDeadlineMs: options.maxDeadline,
      slowness: { delayMs: 0, jitterMs: 0 },
      onNote,
      onReady: () => say('ready: it has all its writes'),
      address,
      onLeft: () => {
        say('has left the bank');
        left.abort();
      },
      onFailure: (error) => {
        say(`stops: ${error.message}`);
        failed.abort();
      },
      onBadMessage: (peer, error) => say(`a message from branch ${peer} is broken: ${error.message}`),
      onStranger: (_, sentence) => {
        if (server.isReady) return say(`${sentence}; ${ADVICE}`);
        // It would wait for ever for what this one has of its writes.
        say(`stops: ${sentence}; ${ADVICE}`);
        failed.abort();
      },
    });
  // It reads the log.
  const server = explained(begin);
  await listenAt(server, listen);
  server.meet(peers);
  const learn = (addresses: Addresses) => server.learnAddresses(addresses);
  if (told) learn(addressesIn(told.bank));
  void askForAddresses(peers, () => server.unreachable.length === 0, learn, interruption.signal);
  say(`listens on ${formatAddress(listen)}${server.isReady ? ', ready' : '; asking the others what they have of its writes'}`);
  const reminder = setTimeout(() => remind(server, opened, say), QUIET_MS);
  await aborted(interruption.signal, failed.signal, left.signal);
  clearTimeout(reminder);
  // Nothing can be finished: customers learn it from connections that break, at once.
  if (failed.signal.aborted) process.exit(Exit.failed);
  await (left.signal.aborted ? server.shut() : server.close());
  return Exit.done;
}

function checkPeers(branch: BranchId, { peers }: ServeOptions): void {
  if (peers.has(branch)) throw new CommandError(`branch ${branch} is named among its own peers`, Exit.usage);
}

async function listenAt(server: BranchServer, { host, port }: Address): Promise<void> {
  try {
    await server.listen(host.includes(':') ? `[${host}]` : host, port);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    throw new CommandError(`${error.message}; choose another --listen`);
  }
}

function remind(server: BranchServer, opened: OpenedBranch, say: (sentence: string) => void): void {
  const { silentBranches } = server;
  if (server.isReady || silentBranches.length === 0) return;
  const silent = named(silentBranches);
  const does = server.isBlank ? 'answers' : 'answers queries, and takes on writes';
  say(`${does} as soon as ${silent} ${whatIsMissing(server, opened)}`);
}

function whatIsMissing({ waitsForPromises }: BranchServer, { kept }: OpenedBranch): string {
  if (waitsForPromises) return 'gave up the directory that is lost';
  return kept?.place === 'joined' && !kept.isTrusted ? 'knows of it' : 'said what it has of them';
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
