/** What is written in a diagram: a few words for the picture, sentences for whoever asks. */
import type { BranchEvent, FaultEvent, Invocation, RecordedOperation } from '../../domain/history.js';
import { type BranchId, formatOrigin, type OriginId } from '../../domain/ids.js';
import type { VersionVector } from '../../domain/vector.js';
import { type LoggedWrite, WriteKind } from '../../domain/writes.js';
import { harmless } from '../operation-words.js';
import { money, type WriteNames } from './names.js';

interface Words {
  readonly label: string;
  readonly text: string;
}

/** `deposit 400`, `balance?`. */
export function requestLabel(operation: Invocation): string {
  const { kind, amountMinor, to } = operation;
  const amount = amountMinor === undefined ? '' : ` ${money(amountMinor)}`;
  switch (kind) {
    case 'query':
      return 'balance?';
    case 'transfer':
      return `transfer${amount}${to === undefined ? '' : ` to ${harmless(to)}`}`;
    case 'open':
      return 'open account';
    default:
      return `${kind}${amount}`;
  }
}

/** `deposits 400 at branch 1`. */
export function requestText(operation: Invocation): string {
  const { kind, branch, account } = operation;
  const at = `at branch ${branch}`;
  switch (kind) {
    case 'query':
      return `asks for the balance of account ${harmless(account)} ${at}`;
    case 'open':
      return `opens an account ${at}`;
    case 'deposit':
      return `deposits${amountOf(operation)} ${at}`;
    case 'withdraw':
      return `withdraws${amountOf(operation)} ${at}`;
    case 'transfer':
      return `transfers${amountOf(operation)} ${at}`;
  }
}

function amountOf({ amountMinor }: Invocation): string {
  return amountMinor === undefined ? '' : ` ${money(amountMinor)}`;
}

/** `400`, `done`, `refused: insufficient funds`. */
export function answerLabel({ kind, outcome, balanceMinor, reason }: RecordedOperation): string {
  if (outcome === 'ok') {
    if (kind === 'query') return balanceMinor === undefined ? 'answered' : money(balanceMinor);
    return reason === undefined ? 'done' : `done, but ${reasonWords(reason)}`;
  }
  return `${outcome === 'fail' ? 'refused' : 'unknown'}${reason === undefined ? '' : `: ${reasonWords(reason)}`}`;
}

export function answerDetails(operation: RecordedOperation, names: WriteNames): string[] {
  const { kind, outcome, final, balanceMinor, write, vector, message } = operation;
  const said = message === undefined ? [] : [sentence(capital(harmless(message)))];
  if (outcome === 'info') return ['Nobody can tell what came of it.', ...said];
  if (outcome === 'fail') return [final ? 'It is refused for good.' : 'It is refused.', ...said];
  // That of a write is what the branch had just before it.
  const when = kind === 'query' ? 'The branch' : 'Before it, the branch';
  const had = vector ? `${when} had ${vectorWords(vector, names)}.` : 'The branch did not say which writes it had.';
  if (kind === 'query') return [balanceMinor === undefined ? 'It is answered.' : `The answer is ${money(balanceMinor)}.`, had];
  return [`It is done${write ? ` as write ${names.of(write)}` : ''}.`, ...said, had];
}

/** What a request waits for. */
export function waitingWords(event: BranchEvent & { kind: 'parked' | 'short' }, names: WriteNames): Words {
  const { branch, request } = event;
  const who = `The request of customer ${harmless(request.customer)} (event ${request.counter})`;
  if (event.kind === 'parked') {
    const lacking = vectorNames(event.lacking, names);
    return {
      label: `waits for ${lacking}`,
      text: `${who} waits: its passbook names writes that branch ${branch} lacks, up to ${lacking}.`,
    };
  }
  const allowance = money(event.allowanceMinor);
  return { label: 'waits for allowance', text: `${who} waits: branch ${branch} may pay out only ${allowance} by itself.` };
}

/** `1-3`; of what is between branches what it does, too: `1-4: grants 30 to 2`. */
export function loggedLabel({ id, kind, receiver, amountMinor, request, successor }: LoggedWrite, names: WriteNames): string {
  switch (kind) {
    case WriteKind.grant:
      return `${names.of(id)}: grants ${money(amountMinor)} to ${receiver}`;
    case WriteKind.cede:
      return `${names.of(id)}: hands request ${request?.counter} to ${receiver}`;
    case WriteKind.void:
      return `${names.of(id)}: refuses request ${request?.counter} for good`;
    case WriteKind.fence:
      return `${names.of(id)}: ${successor === id.origin ? 'begins' : `fences off ${receiver}`}`;
    case WriteKind.seal:
      return `${names.of(id)}: seals ${receiver}`;
    case WriteKind.join:
      return `${names.of(id)}: ${receiver} joins`;
    default:
      return names.of(id);
  }
}

/** `writes up to 1-3, 2-1`, `no writes`. */
export function vectorWords(vector: VersionVector, names: WriteNames): string {
  if (vector.size === 0) return 'no writes';
  return `all writes up to ${vectorNames(vector, names)}`;
}

/** `1-3, 2-1`. */
export function vectorNames(vector: VersionVector, names: WriteNames): string {
  const entries = [...vector].sort(([a], [b]) => a - b);
  return entries.map(([origin, sequence]) => names.of({ origin, sequence })).join(', ');
}

/** What a branch has logged, in one sentence. */
export function loggedText(branch: BranchId, write: LoggedWrite, names: WriteNames): string {
  const { id, kind, receiver, reason, successor } = write;
  const request = `request ${write.request?.counter} of customer ${harmless(write.request?.customer ?? '?')}`;
  switch (kind) {
    case WriteKind.cede:
      return `Branch ${branch} hands ${request} to branch ${receiver}, by write ${names.of(id)}.`;
    case WriteKind.void:
      return `R${request.slice(1)} is refused for good, by write ${names.of(id)}${reason ? `: ${reasonWords(reason)}` : ''}.`;
    case WriteKind.fence:
      if (successor === id.origin) return `Branch ${branch} begins with a new data directory, by write ${names.of(id)}.`;
      return `Branch ${branch} takes nothing more from the data directories of branch ${receiver}${goingOn(successor)}, by write ${names.of(id)}.`;
    case WriteKind.seal:
      return `The data directories of branch ${receiver}${goingOn(successor)} are given up: what only they had is lost, by write ${names.of(id)}.`;
    case WriteKind.join:
      return `Branch ${receiver} joins the bank, by write ${names.of(id)}.`;
    default:
      return `Branch ${branch} has logged write ${names.of(id)}: ${writeText(write)}.`;
  }
}

function goingOn(successor: OriginId | undefined): string {
  return successor === undefined ? '' : `, but from ${formatOrigin(successor)}`;
}

/** `a deposit of 400 by customer 1`. */
function writeText({ kind, amountMinor, receiver, to, request }: LoggedWrite): string {
  const by = request ? ` by customer ${harmless(request.customer)}` : '';
  switch (kind) {
    case WriteKind.open:
      return `the opening of an account${by}`;
    case WriteKind.deposit:
      return `a deposit of ${money(amountMinor)}${by}`;
    case WriteKind.withdraw:
      return `a withdrawal of ${money(amountMinor)}${by}`;
    case WriteKind.transfer:
      return `a transfer of ${money(amountMinor)}${to === undefined ? '' : ` to account ${harmless(to)}`}${by}`;
    default:
      return `a grant: branch ${receiver} may pay out ${money(amountMinor)} more, and this branch so much less`;
  }
}

/** What a branch does besides serving customers and passing on writes. */
export function workWords(work: BranchEvent & { kind: 'asked' | 'granted' | 'fetching' }, names: WriteNames): Words {
  const who = `Branch ${work.branch}`;
  if (work.kind === 'asked') {
    const peers = work.peers.join(', ');
    const whom = `branch${work.peers.length === 1 ? '' : 'es'} ${peers}`;
    return { label: `asks ${peers} for allowance`, text: `${who} asks ${whom} for ${money(work.wantedMinor)} of allowance.` };
  }
  if (work.kind === 'granted') {
    const amount = money(work.amountMinor);
    return { label: `grants ${amount} to ${work.to}`, text: `${who} gives branch ${work.to} ${amount} of its allowance.` };
  }
  const text = `${who} lacks ${names.ofRange(work.writes)} and asks branch ${work.from} for that.`;
  return { label: `fetches ${names.range(work.writes)}`, text };
}

const FAULT_WORDS: Partial<Record<FaultEvent['fault'], string>> = {
  heal: 'lines are free',
  'break-link': 'link breaks',
  'clock-jump': 'clock jumps',
  'slow-disk': 'slow disk',
  'failing-disk': 'disk fails',
  lossy: 'messages get lost',
  'faults-end': 'faults end',
};

/** As that branch meets it: `does not reach 2, 3`, for a cut may be one way, or `crash`. */
export function faultLabel({ fault, branches, to = [] }: FaultEvent, at: BranchId): string {
  if (fault === 'cut' && to.length > 0)
    return branches.includes(at) ? `does not reach ${to.join(', ')}` : `does not hear ${branches.join(', ')}`;
  return FAULT_WORDS[fault] ?? fault;
}

export function faultText(event: FaultEvent): string {
  const { branches, to, detail } = event;
  const whom = branches.length > 0 ? ` of branch ${branches.join(', ')}` : '';
  const towards = to && to.length > 0 ? ` towards branch ${to.join(', ')}` : '';
  return `Fault: ${event.fault}${whom}${towards}${detail === undefined ? '' : ` (${harmless(detail)})`}.`;
}

export function reasonWords(reason: string): string {
  return reason.toLowerCase().replaceAll('_', ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
