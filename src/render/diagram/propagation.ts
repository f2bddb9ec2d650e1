import type { BranchEvent, HistoryEntry, WriteRange } from '../../domain/history.js';
import { type AccountId, type BranchId, branchOf, type OriginId, type WriteId } from '../../domain/ids.js';
import type { Draft, DraftEvent } from './draft.js';
import type { WriteNames } from './names.js';
import { workWords } from './words.js';

type Work<K extends BranchEvent['kind']> = BranchEvent & { readonly kind: K };
type Passing = Work<'applied' | 'sent' | 'received' | 'asked' | 'granted' | 'fetching'>;

/** The same writes on the way from one branch to another, perhaps more than once. */
interface Passage {
  readonly to: BranchId;
  readonly writes: WriteRange;
  /** Events of leaving and of coming, each in the order of time. */
  readonly left: number[];
  readonly came: { readonly at: number; readonly isNew: boolean }[];
}

/** Writes are sent to one branch after another; within this it looks like once. */
const AT_ONCE_US = 5000;

/** Who is asked, by whom, for what. */
type Subject = readonly [of: BranchId, by: BranchId, what: AccountId | OriginId];
const EVERYTHING = { first: 0, last: Number.MAX_SAFE_INTEGER };

/**
 * What passes between branches. Writes that came are those of the same range that
 * left for there first and had not come before; where nothing was told of leaving
 * or coming, an arrow leads from where the last of them was logged to where it
 * was applied. What left and was never seen again has no tip. All of that is
 * found out at the end, for by clocks that differ writes may come before they leave.
 */
export class Propagation {
  private readonly passages = new Map<string, Passage>();
  /** Applied writes of which nobody said that they had come. */
  private readonly unannounced: { readonly at: number; readonly by: BranchId; readonly upTo: WriteId }[] = [];
  /** What a branch asked another last: the event, and up to which write if it was for writes. */
  private readonly questions = new Map<string, { readonly at: number; readonly from: number; readonly last: number }>();
  /** Where own writes were logged, by origin and sequence. */
  private readonly loggedAt = new Map<OriginId, Map<number, number>>();
  /** Up to which write of an origin a branch has received. */
  private readonly received = new Map<string, number>();
  private readonly tellsOfReceipts: boolean;
  private readonly tellsOfLogs: boolean;

  constructor(
    private readonly draft: Draft,
    private readonly names: WriteNames,
    entries: readonly HistoryEntry[],
  ) {
    const tells = (kind: BranchEvent['kind']) => entries.some((entry) => entry.kind === 'branch' && entry.event.kind === kind);
    // Where nothing was applied either, nothing has come.
    this.tellsOfReceipts = tells('received') || !tells('applied');
    this.tellsOfLogs = tells('logged');
  }

  /** The write stands, at this event; `event`: as which it is shown if that was the decision on it. */
  logged({ origin, sequence }: WriteId, at: number, event?: DraftEvent): number {
    if (event && this.draft.at(at).kind === 'arrive') this.draft.replace(at, event);
    const known = this.loggedAt.get(origin);
    if (known) known.set(sequence, at);
    else this.loggedAt.set(origin, new Map([[sequence, at]]));
    return at;
  }

  /** It was shown to be logged. */
  knows({ origin, sequence }: WriteId): boolean {
    return this.loggedAt.get(origin)?.has(sequence) === true;
  }

  granted(by: BranchId, to: BranchId, account: AccountId, at: number): void {
    this.answer('allowance', [by, to, account], at);
  }

  take(event: Passing): void {
    if (event.kind === 'sent') this.sent(event);
    else if (event.kind === 'received') this.receive(event);
    else if (event.kind === 'applied') this.applied(event);
    else this.besides(event);
  }

  finish(isCut: boolean): void {
    for (const passage of this.passages.values()) this.match(passage, isCut);
    for (const { at, by, upTo } of this.unannounced) {
      const tail = this.loggedAt.get(upTo.origin)?.get(upTo.sequence);
      if (tail !== undefined) this.carry(tail, at, by, { origin: upTo.origin, first: upTo.sequence, last: upTo.sequence });
    }
  }

  private match({ to, writes, left, came }: Passage, isCut: boolean): void {
    const onTheWay = [...left];
    for (const { at, isNew } of came) {
      const tail = onTheWay.shift() ?? this.loggedAt.get(writes.origin)?.get(writes.last);
      // What came once more changes nothing, and would be one more line in the picture.
      if (isNew && tail !== undefined) this.carry(tail, at, to, writes);
    }
    if (this.tellsOfReceipts && !isCut) for (const at of onTheWay) this.carry(at, undefined, to, writes);
  }

  private passage(from: BranchId, to: BranchId, writes: WriteRange): Passage {
    const key = [from, to, writes.origin, writes.first, writes.last].join(' ');
    let passage = this.passages.get(key);
    if (!passage) this.passages.set(key, (passage = { to, writes, left: [], came: [] }));
    return passage;
  }

  private sent({ branch, atUs, to, writes }: Work<'sent'>): void {
    const lane = this.draft.branch(branch);
    const details = [`Branch ${branch} sends ${this.names.ofRange(writes)} to branch ${to}.`];
    const event = {
      lane,
      kind: 'send' as const,
      atUs,
      label: `sends ${this.names.range(writes)}`,
      details,
      ...this.origin(writes.origin),
    };
    const known = this.departure(event, writes);
    if (known !== undefined && this.draft.at(known).kind === 'send')
      this.draft.replace(known, { ...event, atUs: this.draft.at(known).atUs });
    const at = known ?? this.draft.event(event);
    this.passage(branch, to, writes).left.push(at);
    this.answer('fetch', [branch, to, writes.origin], at, writes);
  }

  /** Writes that leave right after they were logged, or for several branches at once, leave from one place. */
  private departure({ lane, label, atUs }: DraftEvent, { origin, last }: WriteRange): number | undefined {
    const at = this.draft.lastOn(lane);
    if (at === undefined || atUs - this.draft.at(at).atUs > AT_ONCE_US) return undefined;
    const event = this.draft.at(at);
    const same = event.kind === 'send' && event.label === label;
    return same || this.loggedAt.get(origin)?.get(last) === at ? at : undefined;
  }

  private receive({ branch, atUs, from, writes, receipt }: Work<'received'>): void {
    const { came } = this.passage(from, branch, writes);
    if (receipt === 'duplicate') {
      came.push({ at: Number.NaN, isNew: false });
      return;
    }
    const early = receipt === 'gap';
    const at = this.draft.event({
      lane: this.draft.branch(branch),
      kind: 'receive',
      atUs,
      label: `${early ? 'too early: ' : 'gets '}${this.names.range(writes)}`,
      details: [
        `Branch ${branch} gets ${this.names.ofRange(writes)} from branch ${from}.`,
        ...(early ? ['It cannot apply that yet: writes before it are missing.'] : []),
      ],
      ...this.origin(writes.origin),
    });
    const key = `${branch} ${writes.origin}`;
    if (!early) this.received.set(key, Math.max(this.received.get(key) ?? 0, writes.last));
    came.push({ at, isNew: true });
  }

  private applied({ branch, atUs, upTo }: Work<'applied'>): void {
    const lane = this.draft.branch(branch);
    const name = this.names.of(upTo);
    const event: DraftEvent = {
      lane,
      kind: 'apply',
      atUs,
      label: `has ${name}`,
      details: [`Branch ${branch} has applied all writes up to ${name}.`],
      ...this.origin(upTo.origin),
    };
    const last = this.draft.lastOn(lane);
    const came = (this.received.get(`${branch} ${upTo.origin}`) ?? 0) >= upTo.sequence;
    if (came && last !== undefined && this.draft.at(last).kind === 'receive' && this.draft.at(last).origin === event.origin)
      return this.draft.replace(last, event);
    const at = this.draft.event(event);
    if (!came) this.unannounced.push({ at, by: branch, upTo });
  }

  private besides(event: Work<'asked' | 'granted' | 'fetching'>): void {
    // A grant that the log tells of is shown as what it is, a write.
    if (event.kind === 'granted' && this.tellsOfLogs) return;
    const { branch, atUs } = event;
    const { label, text } = workWords(event, this.names);
    const kind = ({ asked: 'short', granted: 'grant', fetching: 'fetch' } as const)[event.kind];
    const at = this.draft.event({ lane: this.draft.branch(branch), kind, atUs, label, details: [text] });
    if (event.kind === 'asked') for (const peer of event.peers) this.ask('allowance', [peer, branch, event.account], at);
    else if (event.kind === 'fetching') this.ask('fetch', [event.from, branch, event.writes.origin], at, event.writes);
    else this.granted(branch, event.to, event.account, at);
  }

  private ask(kind: 'allowance' | 'fetch', about: Subject, at: number, { first, last } = EVERYTHING): void {
    this.questions.set([kind, ...about].join(' '), { at, from: first, last });
  }

  /** The answer shows that the question has come, and from which event on it was known. */
  private answer(kind: 'allowance' | 'fetch', about: Subject, at: number, { first, last } = EVERYTHING): void {
    if (this.questions.size === 0) return;
    const key = [kind, ...about].join(' ');
    const question = this.questions.get(key);
    if (!question || last < question.from || first > question.last) return;
    this.questions.delete(key);
    const [from, toLane] = [question.at, this.draft.at(at).lane];
    this.draft.arrow({ kind, from, to: at, toLane, label: this.draft.at(from).label });
  }

  private carry(from: number, to: number | undefined, branch: BranchId, writes: WriteRange): void {
    const toLane = this.draft.branch(branch);
    const label = this.names.range(writes);
    this.draft.arrow({ kind: 'writes', from, ...(to !== undefined && { to }), toLane, label, ...this.origin(writes.origin) });
  }

  private origin(origin: OriginId): { readonly origin: number } {
    return { origin: this.draft.branch(branchOf(origin)) };
  }
}
