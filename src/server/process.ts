import { type BranchId, branchId } from '../domain/ids.js';
import { silenceLibrary } from '../wire/library-log.js';
import { BranchServer, PortTakenError } from './branch-server.js';
import { openLog } from './log.js';
import { type OpenedBranch, openInMemory, openOnDisk } from './open-branch.js';
import type { FromBranch, StartMessage, ToBranch } from './process-messages.js';
import { Telling } from './telling.js';

/** Scenarios may wait as long as they like. */
const MAX_DEADLINE_MS = 24 * 3600 * 1000;

/**
 * The program of one branch process. Whoever started it tells it what to be, and
 * it lives no longer than that: when the channel closes, for whatever reason, so
 * does the branch.
 */
let server: BranchServer | undefined;

function tell(message: FromBranch): void {
  if (process.connected) process.send?.(message);
}

/**
 * A question and its answer cross the network once each; and the more branches,
 * the longer it takes until all of them are linked.
 */
function patienceMs({ delayMs, jitterMs, members }: StartMessage): number {
  return 250 + 20 * members.length + 2 * (delayMs + jitterMs);
}

async function start(message: StartMessage): Promise<void> {
  const self = branchId(message.branch);
  const log = message.log ? await openLog(self) : undefined;
  const telling = message.record ? new Telling(tell) : undefined;
  const opened = await open(message, self);
  server = new BranchServer({
    opened,
    patienceMs: patienceMs(message),
    maxParked: 100_000,
    observe: message.log || message.record,
    maxDeadlineMs: MAX_DEADLINE_MS,
    slowness: { delayMs: message.delayMs, jitterMs: message.jitterMs },
    onNote: (note) => {
      log?.(note);
      telling?.note(note);
    },
    onReady: () => tell({ kind: 'recovered' }),
    onFailure: (error) => {
      say(self, `stops: ${error.message}`);
      process.exit(1);
    },
    onBadMessage: (peer, error) => say(self, `a message from branch ${peer} is broken: ${error.message}`),
    onStranger: (_, sentence) => say(self, sentence),
  });
  const port = await server.listen(message.host, message.port);
  tell({ kind: 'listening', port, isReady: server.isReady });
}

function failed(error: Error): void {
  tell({ kind: 'failed', portTaken: error instanceof PortTakenError, message: error.message });
}

function open(message: StartMessage, branch: BranchId): Promise<OpenedBranch> {
  const { bankId, data } = message;
  const members = message.members.map(branchId);
  const founding = { branch, bankId, members, foundedMinor: message.foundedMinor.map(BigInt) };
  if (!data) return Promise.resolve(openInMemory(founding));
  const report = (sentence: string) => say(branch, sentence);
  return openOnDisk(data.directory, founding, { isNewBank: data.isNewBank, report });
}

function say(branch: BranchId, sentence: string): void {
  process.stderr.write(`branch ${branch}: ${sentence}\n`);
}

async function close(): Promise<void> {
  await server?.close();
  // What was told last is still on its way to the channel.
  await new Promise((resolve) => setImmediate(resolve));
  process.exit(0);
}

process.on('message', (message: ToBranch) => {
  if (message.kind === 'start') start(message).catch(failed);
  else if (message.kind === 'meet')
    server?.meet(new Map(message.addresses.map(([branch, address]) => [branchId(branch), address])));
  else void close();
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the parent decides what it means.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void close());
// Nobody is left to read what we write: not a reason to die before draining.
process.stderr.on('error', () => {});
if (!process.connected) {
  process.stderr.write('This is the program of one branch, started by `passbook run` and `passbook branches`.\n');
  process.exit(64);
}
silenceLibrary();
tell({ kind: 'ready' });
