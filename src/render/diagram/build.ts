import type { BranchEvent, HistoryEntry, Invocation, RecordedOperation, RequestName } from '../../domain/history.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { isOfCustomer, type LoggedWrite, WriteKind } from '../../domain/writes.js';
import { harmless } from '../operation-words.js';
import { Draft } from './draft.js';
import { Faults } from './faults.js';
import type { Finding } from './findings.js';
import type { Diagram, EventKind } from './model.js';
import { operationName, WriteNames } from './names.js';
import { branchesIn, customersIn } from './population.js';
import { Propagation } from './propagation.js';
import { answerDetails, answerLabel, loggedLabel, loggedText, requestLabel, requestText, waitingWords } from './words.js';

export interface DiagramSource {
  /** Of the bank, in the order of their lanes; others that the entries name follow them. */
  readonly branches: readonly BranchId[];
  readonly entries: readonly HistoryEntry[];
  readonly findings?: readonly Finding[];
  /** As in the whole history, where this is a part of it. */
  readonly names?: WriteNames;
  readonly title?: string;
  /** Cut out of its time: what does not arrive here may have arrived later, so it is not shown as lost. */
  readonly isCut?: boolean;
}

/** The space-time diagram of a history, or of a part of one. */
export function diagramOf(source: DiagramSource): Diagram {
  const builder = new Builder(source);
  const inTime = source.entries.map((entry, i) => ({ entry, i, atUs: timeOf(entry) }));
  inTime.sort((a, b) => a.atUs - b.atUs || a.i - b.i);
  for (const { entry } of inTime) builder.take(entry);
  return builder.finish(source);
}

/** What has no end stands after all that has. */
export function timeOf(entry: HistoryEntry): number {
  if (entry.kind === 'invoked') return entry.operation.invokedAtUs;
  if (entry.kind === 'completed') return entry.operation.completedAtUs ?? Number.MAX_VALUE;
  return entry.event.atUs;
}

/** An operation under way, as far as it was told. */
interface UnderWay {
  readonly invocation: Invocation;
  readonly askedAt: number;
  /** Where the branch was seen with it last. */
  servedAt?: number;
  waiting?: { readonly kind: 'parked' | 'short'; readonly from: number; readonly label: string };
}

class Builder {
  private readonly draft: Draft;
  private readonly names: WriteNames;
  private readonly propagation: Propagation;
  private readonly faults: Faults;
  private readonly underWay = new Map<string, UnderWay>();
  /** By operation: where its answer, or else its request, is seen. */
  private readonly places = new Map<string, number>();
  private lastUs = 0;

  constructor({ branches, entries, names }: DiagramSource) {
    this.names = names ?? new WriteNames(entries);
    this.draft = new Draft(customersIn(entries), branchesIn(entries, branches));
    this.propagation = new Propagation(this.draft, this.names, entries);
    this.faults = new Faults(this.draft);
  }

  take(entry: HistoryEntry): void {
    const atUs = timeOf(entry);
    if (atUs < Number.MAX_VALUE) this.lastUs = Math.max(this.lastUs, atUs);
    if (entry.kind === 'invoked') this.asked(entry.operation);
    else if (entry.kind === 'completed') this.answered(entry.operation);
    else if (entry.kind === 'fault') this.faults.take(entry.event);
    else this.worked(entry.event);
  }

  finish({ findings = [], title, isCut = false }: DiagramSource): Diagram {
    for (const underWay of this.underWay.values()) this.end(underWay, undefined, underWay.servedAt);
    this.propagation.finish(isCut);
    this.faults.finish();
    return this.draft.finish(title, findings, this.places, this.names.inFull());
  }

  private asked(invocation: Invocation): UnderWay {
    const operation = operationName(invocation);
    const { customer, event, invokedAtUs } = invocation;
    const askedAt = this.draft.event({
      lane: this.draft.customer(customer),
      kind: 'ask',
      atUs: invokedAtUs,
      label: requestLabel(invocation),
      details: [`Customer ${harmless(customer)} ${requestText(invocation)} (event ${event}).`],
      operation,
    });
    this.places.set(operation, askedAt);
    const underWay = { invocation, askedAt };
    this.underWay.set(operation, underWay);
    return underWay;
  }

  private answered(recorded: RecordedOperation): void {
    const operation = operationName(recorded);
    const underWay = this.underWay.get(operation) ?? this.asked(recorded);
    this.underWay.delete(operation);
    const heard = recorded.completedAtUs !== undefined && !isGivenUp(recorded);
    const served = underWay.servedAt ?? (heard ? this.guessedService(recorded, underWay) : undefined);
    const lane = this.draft.customer(recorded.customer);
    const at = this.draft.event({
      lane,
      kind: 'answer',
      atUs: recorded.completedAtUs ?? Math.max(this.lastUs, recorded.invokedAtUs),
      label: heard ? answerLabel(recorded) : 'no answer',
      outcome: heard ? recorded.outcome : 'info',
      details: [
        `Customer ${harmless(recorded.customer)} ${requestText(recorded)} (event ${recorded.event}).`,
        ...answerDetails(recorded, this.names),
      ],
      operation,
    });
    this.places.set(operation, at);
    this.end(underWay, at, served);
    if (served === undefined) return;
    const label = heard ? answerLabel(recorded) : 'the answer';
    // A request that waits was not answered: there is no answer that could have been lost.
    if (heard || !underWay.waiting)
      this.draft.arrow({ kind: 'answer', from: served, ...(heard && { to: at }), toLane: lane, label });
  }

  private end({ invocation, askedAt, waiting }: UnderWay, at: number | undefined, served: number | undefined): void {
    const [lane, toLane] = [this.draft.customer(invocation.customer), this.draft.branch(invocation.branch)];
    const operation = operationName(invocation);
    const label = requestLabel(invocation);
    this.draft.span({ kind: 'operation', lane, from: askedAt, to: at, label, operation });
    if (waiting) this.draft.span({ ...waiting, lane: this.draft.at(waiting.from).lane, to: at, operation });
    if (served === undefined) this.draft.arrow({ kind: 'request', from: askedAt, toLane, label });
  }

  /** The branch tells nothing of it: somewhere in between it was served. */
  private guessedService(recorded: RecordedOperation, underWay: UnderWay): number {
    const { branch, invokedAtUs, completedAtUs = invokedAtUs } = recorded;
    // A branch may tell of a write that another one has accepted.
    const write = recorded.write && branchOf(recorded.write.origin) === branch ? recorded.write : undefined;
    const what = write ? `logs write ${this.names.of(write)}` : 'answers';
    const at = this.draft.guess({
      lane: this.draft.branch(branch),
      kind: write ? 'accept' : 'arrive',
      atUs: (invokedAtUs + completedAtUs) / 2,
      label: write ? this.names.of(write) : '',
      details: [`Branch ${branch} ${what}; when exactly is not told.`],
      operation: operationName(recorded),
      ...(write && { origin: this.draft.branch(branch) }),
    });
    if (write) this.propagation.logged(write, at);
    this.reached(underWay, at);
    return at;
  }

  private worked(event: BranchEvent): void {
    switch (event.kind) {
      case 'parked':
      case 'short':
        return this.waits(event);
      case 'decided':
        return this.decided(event);
      case 'logged':
        return this.logged(event, event.write);
      case 'linked':
      case 'unlinked':
      case 'final':
        return;
      case 'applied':
      case 'sent':
      case 'received':
      case 'asked':
      case 'granted':
      case 'fetching':
        return this.propagation.take(event);
    }
  }

  private waits(event: BranchEvent & { kind: 'parked' | 'short' }): void {
    const { branch, atUs, kind, request } = event;
    const underWay = this.of(request);
    const { label, text } = waitingWords(event, this.names);
    const lane = this.draft.branch(branch);
    const at = this.draft.event({
      lane,
      kind: kind === 'parked' ? 'park' : 'short',
      atUs,
      label,
      details: [text],
      operation: nameOf(request),
    });
    if (!underWay) return;
    this.stopsWaiting(underWay, at);
    underWay.waiting = { kind, from: at, label };
    this.reached(underWay, at);
  }

  private decided({ branch, atUs, request }: BranchEvent & { kind: 'decided' }): void {
    const who = `the request of customer ${harmless(request.customer)} (event ${request.counter})`;
    const lane = this.draft.branch(branch);
    const details = [`Branch ${branch} decides ${who}.`];
    const at = this.draft.event({ lane, kind: 'arrive', atUs, label: '', details, operation: nameOf(request) });
    const underWay = this.of(request);
    if (underWay) this.served(underWay, at);
  }

  private logged({ branch, atUs }: BranchEvent, write: LoggedWrite): void {
    // One that its branch had lost and got back from others is told again.
    if (this.propagation.knows(write.id)) return;
    const lane = this.draft.branch(branch);
    const operation = write.request && nameOf(write.request);
    const event = {
      lane,
      kind: LOGGED[write.kind],
      atUs,
      label: loggedLabel(write, this.names),
      details: [loggedText(branch, write, this.names)],
      origin: lane,
      ...(operation !== undefined && { operation }),
    };
    const decides = isOfCustomer(write.kind) || write.kind === WriteKind.void;
    const decision = decides ? this.follows(lane, operation) : undefined;
    const at = this.propagation.logged(write.id, decision ?? this.draft.event(event), event);
    if (write.kind === WriteKind.grant && write.receiver !== undefined)
      this.propagation.granted(branch, write.receiver, write.account, at);
    const underWay = decides && write.request && this.of(write.request);
    if (underWay) this.served(underWay, at);
  }

  /** The decision on the same operation, if nothing happened at the branch since. */
  private follows(lane: number, operation: string | undefined): number | undefined {
    const last = this.draft.lastOn(lane);
    if (last === undefined || operation === undefined) return undefined;
    const { kind, operation: decided } = this.draft.at(last);
    return kind === 'arrive' && decided === operation ? last : undefined;
  }

  /** The branch has got on with it: it waits no longer. */
  private served(underWay: UnderWay, at: number): void {
    this.stopsWaiting(underWay, at);
    this.reached(underWay, at);
  }

  private stopsWaiting(underWay: UnderWay, to: number): void {
    const { waiting, invocation } = underWay;
    if (waiting)
      this.draft.span({ ...waiting, lane: this.draft.at(waiting.from).lane, to, operation: operationName(invocation) });
    delete underWay.waiting;
  }

  private reached(underWay: UnderWay, at: number): void {
    const { invocation, askedAt, servedAt } = underWay;
    // Another branch than the one that was asked first may have it by now.
    const toLane = this.draft.at(at).lane;
    if (servedAt === undefined)
      this.draft.arrow({ kind: 'request', from: askedAt, to: at, toLane, label: requestLabel(invocation) });
    underWay.servedAt = at;
  }

  private of(request: RequestName): UnderWay | undefined {
    const underWay = this.underWay.get(nameOf(request));
    const session = underWay?.invocation.session;
    return session === undefined || session === request.session ? underWay : undefined;
  }
}

const LOGGED: Readonly<Record<WriteKind, EventKind>> = {
  [WriteKind.open]: 'accept',
  [WriteKind.deposit]: 'accept',
  [WriteKind.withdraw]: 'accept',
  [WriteKind.transfer]: 'accept',
  [WriteKind.grant]: 'grant',
  [WriteKind.cede]: 'cede',
  [WriteKind.void]: 'void',
  [WriteKind.fence]: 'grant',
  [WriteKind.seal]: 'grant',
  [WriteKind.join]: 'grant',
};

function nameOf({ customer, counter }: RequestName): string {
  return operationName({ customer, event: counter });
}

/** The customer heard nothing, whatever its client then reported. */
function isGivenUp({ outcome, reason }: RecordedOperation): boolean {
  return outcome !== 'ok' && (reason === 'BRANCH_UNREACHABLE' || reason === 'OUTCOME_UNKNOWN');
}
