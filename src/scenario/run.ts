import type { Bank } from '../client/bank.js';
import type { Reply, Session } from '../client/session.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../domain/history.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import { joinInto, type MutableVector } from '../domain/vector.js';
import type { CustomerResults, ResultEntry } from './results.js';
import type { Scenario, ScenarioCustomer, ScenarioEvent } from './scenario.js';
import { ACCOUNT, type Audit, allWrites, type Behind, everywhere, patienceMs } from './settle.js';

export interface RunOptions {
  readonly scenario: Scenario;
  readonly bank: Bank;
  /** Where neither the event nor its customer says otherwise. */
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  /** For each operation. */
  readonly timeoutMs: number;
  /** A customer starts when the writes of the one before are at every branch. */
  readonly sequential: boolean;
  /** At the end, waits until every branch has every write, and asks it for the balance. */
  readonly settles: boolean;
  /** Ends the run: what has not begun is left undone. */
  readonly signal: AbortSignal;
  readonly onInvocation: (invocation: Invocation) => void;
  readonly onOperation: (operation: RecordedOperation) => void;
  readonly onProgress: (done: number) => void;
  /** The customers are done; what follows is the wait for all writes to be everywhere. */
  readonly onSettling: () => void;
}

/** An event that was answered by anything but a result. */
export interface Trouble {
  readonly customer: number;
  readonly event: ScenarioEvent;
  readonly message: string;
}

export interface RunOutcome {
  /** An entry for each event, in the order of the file. */
  readonly results: CustomerResults[];
  /** Events that the bank could not serve, or whose outcome nobody knows. */
  readonly troubles: Trouble[];
  /** Refusals that are correct results: there was not enough money. */
  readonly refusals: Trouble[];
  /** Events that never began. */
  readonly notDone: number;
  /** Branches that did not confirm at the end that they have every write. */
  readonly behind: readonly Behind[];
  /** The same at every branch that answered; absent if nobody did, they differ, or nobody was asked. */
  readonly finalBalanceMinor?: bigint;
}

/** Lets the customers of a scenario loose on a bank, each with a session of its own. */
export class ScenarioRun {
  private readonly sessions = new Map<ScenarioCustomer, Session>();
  private readonly entries = new Map<ScenarioEvent, ResultEntry>();
  private readonly answered = new Map<string, Gate>();
  private readonly troubles: Trouble[] = [];
  private readonly refusals: Trouble[] = [];
  private done = 0;

  constructor(private readonly options: RunOptions) {
    for (const customer of options.scenario.customers) {
      for (const event of customer.events) this.answered.set(gateName(customer.id, event.number), new Gate());
    }
  }

  async run(): Promise<RunOutcome> {
    const { scenario, bank, timeoutMs } = this.options;
    const { customers, branches } = scenario;
    const patience = patienceMs(timeoutMs, branches.length);
    if (this.options.sequential) {
      for (const customer of customers) {
        await this.serve(customer);
        await everywhere(bank, branches, this.session(customer).passbook.written, patience);
      }
    } else {
      await Promise.all(customers.map((customer) => this.serve(customer)));
    }
    return this.finish();
  }

  private async serve(customer: ScenarioCustomer): Promise<void> {
    for (const event of customer.events) {
      if (event.after) await this.gate(event.after.customer, event.after.event).opened;
      if (!this.options.signal.aborted) await this.perform(customer, event);
      this.gate(customer.id, event.number).open();
    }
  }

  private async perform(customer: ScenarioCustomer, event: ScenarioEvent): Promise<void> {
    const guarantees = event.guarantees ?? customer.guarantees ?? this.options.guarantees;
    const { acks, timeoutMs, onProgress } = this.options;
    const reply = await this.session(customer).perform(event.branch, operationOf(event), { guarantees, acks, timeoutMs });
    this.entries.set(event, entryOf(event, reply));
    if (reply.kind === 'refused') {
      const trouble = { customer: customer.id, event, message: reply.message };
      (reply.reason === 'INSUFFICIENT_FUNDS' ? this.refusals : this.troubles).push(trouble);
    }
    onProgress(++this.done);
  }

  private async finish(): Promise<RunOutcome> {
    const { scenario, settles, signal } = this.options;
    const { behind, finalBalanceMinor } = settles && !signal.aborted ? await this.settle() : { behind: [] };
    let notDone = 0;
    const results = scenario.customers.map((customer): CustomerResults => {
      const entries = customer.events.map((event): ResultEntry => {
        const entry = this.entries.get(event);
        if (!entry) notDone += 1;
        return entry ?? { interface: event.kind, branch: event.branch, outcome: 'fail', reason: 'NOT_STARTED' };
      });
      return { id: customer.id, entries, ...(finalBalanceMinor === undefined ? {} : { finalBalanceMinor }) };
    });
    const [troubles, refusals] = [this.inFileOrder(this.troubles), this.inFileOrder(this.refusals)];
    return {
      results,
      troubles,
      refusals,
      notDone,
      behind,
      ...(finalBalanceMinor === undefined ? {} : { finalBalanceMinor }),
    };
  }

  private async settle(): Promise<Audit> {
    const { bank, scenario, timeoutMs, onSettling } = this.options;
    const { branches } = scenario;
    onSettling();
    const written: MutableVector = new Map();
    for (const session of this.sessions.values()) joinInto(written, session.passbook.written);
    const all = await allWrites(bank, branches, written, timeoutMs);
    return everywhere(bank, branches, all, patienceMs(timeoutMs, branches.length));
  }

  private session(customer: ScenarioCustomer): Session {
    let session = this.sessions.get(customer);
    if (!session) {
      const { bank, onInvocation, onOperation } = this.options;
      session = bank.session({ customer: customer.customer, onInvocation, onOperation });
      this.sessions.set(customer, session);
    }
    return session;
  }

  private inFileOrder(troubles: readonly Trouble[]): Trouble[] {
    const position = new Map(this.options.scenario.customers.map(({ id }, i) => [id, i]));
    const place = (trouble: Trouble) => position.get(trouble.customer) ?? 0;
    return [...troubles].sort((a, b) => place(a) - place(b) || a.event.number - b.event.number);
  }

  private gate(customer: number, event: number): Gate {
    return this.answered.get(gateName(customer, event)) as Gate;
  }
}

/** Opens once; whoever waits, before or after, goes on. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

function gateName(customer: number, event: number): string {
  return `${customer}/${event}`;
}

function operationOf(event: ScenarioEvent): Exclude<Operation, { kind: 'open' }> {
  if (event.kind === 'query' || event.amountMinor === undefined) return { kind: 'query', account: ACCOUNT };
  return { kind: event.kind, account: ACCOUNT, amount: event.amountMinor };
}

function entryOf(event: ScenarioEvent, reply: Reply): ResultEntry {
  const entry = { interface: event.kind, branch: event.branch };
  if (reply.kind === 'balance') return { ...entry, outcome: 'success', balanceMinor: reply.balance };
  if (reply.kind === 'written') return { ...entry, outcome: 'success' };
  if (reply.applied === 'yes') return { ...entry, outcome: 'success' };
  return { ...entry, outcome: reply.applied === 'no' ? 'fail' : 'unknown', reason: reply.reason };
}
