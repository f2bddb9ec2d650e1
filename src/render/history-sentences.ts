/** What the checker of histories found, each as one sentence or two that say who, what, where and why not. */
import type {
  DecisionKind,
  GrantRef,
  HistoryDoubt,
  HistoryWitness,
  Observer,
  RequestRef,
  ShownBalance,
} from '../check/checker/verdict.js';
import { branchOf, formatWriteId, type WriteId } from '../domain/ids.js';
import { formatMinor } from '../domain/money.js';
import { answered, harmless, noun, told, toldWrite, who } from './operation-words.js';
import { explainUnknown, explainWitness } from './words.js';

type Kind = HistoryWitness['kind'];
type Of<K extends Kind> = Extract<HistoryWitness, { readonly kind: K }>;

export function explainHistoryWitness(witness: HistoryWitness): string {
  return (SENTENCES[witness.kind] as (witness: HistoryWitness) => string)(witness);
}

const SENTENCES: { readonly [K in Kind]: (witness: Of<K>) => string } = {
  missed: ({ miss }) => explainWitness(miss),
  'missed-elsewhere': ({ guarantee, observer, later, earlier, lacks }) =>
    guarantee === 'monotonic-writes'
      ? `${toldWrite(earlier)} came before its ${noun(later)} (event ${later.event}${id(later.write)}), but ${seer(observer)} has the later one without the earlier one.`
      : `${told(earlier)} showed write ${formatWriteId(lacks)} before its ${noun(later)} (event ${later.event}${id(later.write)}), but ${seer(observer)} has the later write without the one that was read.`,
  'went-back': ({ operation, earlier, lacks }) =>
    `${told(earlier)} reflected write ${formatWriteId(lacks)}, but its later ${noun(operation)} at the same branch (event ${operation.event}) did not: the branch has gone back in time.`,
  gone: ({ operation, from }) =>
    `${toldWrite(operation)} was acknowledged, but ${from === 'log' ? 'is not in the log of its branch' : 'in the end no branch has it'}.`,
  resurrected: ({ operation, id }) => `${told(operation)} was refused, but it is in the log as write ${formatWriteId(id)}.`,
  altered: ({ operation, id, what }) =>
    `${told(operation)} was acknowledged as write ${formatWriteId(id)}, but the log says that this write ${what === 'content' ? 'does something else' : 'follows other writes than the answer said'}.`,
  'log-gap': ({ id, after }) =>
    `write ${formatWriteId(id)} was logged when the last number in its log was ${after}: ${id.sequence - after === 2 ? `number ${after + 1} is missing` : `numbers ${after + 1} to ${id.sequence - 1} are missing`}.`,
  'id-reused': ({ id, operations: [first, second] }) =>
    first && second
      ? `write ${formatWriteId(id)} names two writes: ${told(first)} and ${told(second)} were both acknowledged under it.`
      : `write ${formatWriteId(id)} was logged twice, with different content.`,
  'two-writes': ({ request, ids: [a, b] }) =>
    `${asked(request)} was carried out twice: as write ${formatWriteId(a)} and as write ${formatWriteId(b)}.`,
  voided: ({ request, void: refusal, id, what }) =>
    what === 'void'
      ? `${asked(request)} was refused for good twice: by write ${formatWriteId(refusal)} and by write ${formatWriteId(id)}.`
      : `${asked(request)} was refused for good by write ${formatWriteId(refusal)}, but it is in a log as write ${formatWriteId(id)}.`,
  ceded: ({ request, cession, to, id, what }) =>
    `branch ${branchOf(cession.origin)} handed ${asked(request)} to branch ${to} by write ${formatWriteId(cession)}, and ${DECISIONS[what]} by write ${formatWriteId(id)} without having got it back.`,
  'two-homes': ({ request, ids: [a, b] }) =>
    `branches ${branchOf(a.origin)} and ${branchOf(b.origin)} dealt with ${asked(request)}, by write ${formatWriteId(a)} and by write ${formatWriteId(b)}: it cannot have begun at both, and had been handed to neither.`,
  'two-answers': ({ first, second }) =>
    `${toldWrite(first)} was asked again at branch ${second.branch}, and acknowledged as another write (${second.write ? formatWriteId(second.write) : 'none'}).`,
  unlogged: ({ observer, id, last }) =>
    `${seer(observer)} has write ${formatWriteId(id)}, but the log of its branch ends with number ${last}: nobody made it, or it is given up.`,
  'unknown-branch': ({ observer, id }) =>
    `${seer(observer)} has write ${formatWriteId(id)} of a branch that the bank does not have.`,
  unasked: ({ id, request }) => `write ${formatWriteId(id)} is in a log for ${asked(request)}, which nobody asked for.`,
  future: ({ operation, by, id }) =>
    `${told(operation)} reflects write ${formatWriteId(id)}, but ${who(by)} asked for that ${noun(by)} (event ${by.event}) only after the answer.`,
  'causal-gap': ({ observer, having, lacks, has }) =>
    `${seer(observer)} has write ${formatWriteId(having)}, whose branch had applied write ${formatWriteId(lacks)} before it, but of that log only ${upTo(has)}.`,
  'applied-early': ({ branch, applied, lacks }) =>
    `branch ${branch} applied write ${formatWriteId(applied)} before write ${formatWriteId(lacks)}, which it follows.`,
  value: ({ shown, expectedMinor }) =>
    `${balance(shown)}, but the writes that it reflects add up to ${formatMinor(expectedMinor)}.`,
  fractured: ({ shown, expectedMinor, transfer }) =>
    `${balance(shown)}, but with both halves of transfer ${formatWriteId(transfer)}, which it reflects, it would be ${formatMinor(expectedMinor)}.`,
  'below-zero': ({ shown }) => `${balance(shown)}: more was paid out than there was.`,
  overdraft: ({ operation, balanceMinor }) =>
    `${toldWrite(operation)} was carried out, but the writes that its branch had add up to a balance of ${formatMinor(balanceMinor)}.`,
  allowance: ({ id, account, hadMinor, spentMinor }) =>
    `write ${formatWriteId(id)} takes ${formatMinor(spentMinor)} from account ${harmless(account)}, but of that the branch had an allowance of ${formatMinor(hadMinor)} only.`,
  minted: ({ grant, id }) =>
    id
      ? `write ${formatWriteId(id)}: ${grantWords(grant)}, which is no other branch of the bank.`
      : `${grantWords(grant)}, but no such grant is in its log.`,
  conservation: ({ branch, totalMinor, expectedMinor }) =>
    `in the end all accounts at branch ${branch} hold ${formatMinor(totalMinor)} together, but what came in less what went out is ${formatMinor(expectedMinor)}.`,
  'had-money': ({ operation, balanceMinor }) =>
    `${told(operation)} was refused for lack of money, but the writes that the refusal reflects add up to a balance of ${formatMinor(balanceMinor)}.`,
  'had-account': ({ operation }) => `${told(operation)} was told that there is no such account, but the account is there.`,
  differ: ({ account, branch, balanceMinor, other, otherMinor }) =>
    `in the end account ${harmless(account)} holds ${formatMinor(balanceMinor)} at branch ${branch} and ${formatMinor(otherMinor)} at branch ${other}.`,
  stuck: ({ branch, id, has }) =>
    `in the end branch ${branch} lacks write ${formatWriteId(id)}: of that log it has only ${upTo(has)}.`,
  unanswered: ({ operation }) => `${told(operation)} never got an answer, though the run came to its end.`,
  late: ({ operation, limitUs }) =>
    `${told(operation)} was answered after ${ms((operation.completedAtUs ?? 0) - operation.invokedAtUs)}, and not within ${ms(limitUs)}.`,
  unreachable: ({ shown, cause, culprits }) => {
    const [first] = culprits;
    const what = balance(shown);
    if (cause === 'none' || !first) return `${what}, but no set of the writes that can count adds up to that.`;
    const more = culprits.length > 1 ? ` and ${culprits.length - 1} more` : '';
    const whose = `${toldWrite(first)}${more}`;
    if (cause === 'left-out') return `${what}, as if ${whose}, which was done before, were lost.`;
    if (cause === 'twice') return `${what}, as if ${whose} counted twice.`;
    if (cause === 'refused') return `${what}, as if ${whose}, which was refused, had been done.`;
    return `${what}, as if ${whose}, which was asked for only later, counted already.`;
  },
  fell: ({ operation, earlier }) =>
    earlier
      ? `${told(earlier)} ${answered(earlier)}, but after that its ${noun(operation)} ${`at branch ${operation.branch}`} (event ${operation.event}) ${answered(operation)}: what it showed before must have been lost.`
      : `${told(operation)} ${answered(operation)}, which cannot be after what earlier queries of the session showed.`,
};

/** One sentence on why something could not be decided. */
export function explainHistoryDoubt(doubt: HistoryDoubt): string {
  switch (doubt.kind) {
    case 'session':
      return explainUnknown(doubt.because);
    case 'unaccounted':
      return `${told(doubt.operation)} reflects writes that the history does not tell of.`;
    case 'too-many-sets':
      return `${doubt.operation ? told(doubt.operation) : 'a balance in the end'} could be explained by too many sets of writes to try them all.`;
    case 'incomplete':
      return 'the history does not hold every operation of every customer.';
  }
}

function seer(observer: Observer): string {
  if (observer.kind === 'operation') return told(observer.operation);
  return observer.kind === 'final'
    ? `branch ${observer.branch}, in the end,`
    : `the branch that logged write ${formatWriteId(observer.id)}`;
}

function balance({ observer, account, balanceMinor }: ShownBalance): string {
  if (observer.kind === 'operation') return `${told(observer.operation)} answered ${formatMinor(balanceMinor)}`;
  return `${seer(observer)} holds ${formatMinor(balanceMinor)} on account ${harmless(account)}`;
}

function upTo(has: number): string {
  return has === 0 ? 'nothing' : `the writes up to number ${has}`;
}

function id(write: WriteId | undefined): string {
  return write ? `, write ${formatWriteId(write)}` : '';
}

function asked({ customer, counter }: RequestRef): string {
  return `request ${counter} of ${who({ customer })}`;
}

/** What a branch did with a request that it had handed over. */
const DECISIONS: Record<DecisionKind, string> = {
  effect: 'carried it out all the same',
  void: 'refused it for good all the same',
  cession: 'handed it over once more',
};

function grantWords({ branch, to, account, amountMinor }: GrantRef): string {
  return `branch ${branch} granted ${formatMinor(BigInt(amountMinor))} of account ${harmless(account)} to branch ${to}`;
}

function ms(us: number): string {
  return `${Math.round(us / 1000)} ms`;
}
