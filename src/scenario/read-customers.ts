import type { BranchId, CustomerId } from '../domain/ids.js';
import { checkAfters, type Wait } from './after.js';
import { asObject, Fields, vocabulary } from './fields.js';
import { type Findings, shortened } from './findings.js';
import { describe, keyOf, type MemberNode, openingOf, rangeOf, type ValueNode } from './json-tree.js';
import type { Branches } from './read-branches.js';
import { EVENT, type EventFields, readEvent, refuseHomeless } from './read-event.js';
import type { ResultForm, ScenarioCustomer, ScenarioEvent } from './scenario.js';
import { readGuarantees, readWhole } from './values.js';

export const CUSTOMER = vocabulary('customer', {
  type: ['type'],
  id: ['id'],
  events: ['events', 'customer-requests'],
  guarantees: ['guarantees'],
});
export type CustomerFields = Fields<'type' | 'id' | 'events' | 'guarantees'>;

export interface Customers {
  readonly customers: readonly ScenarioCustomer[];
  readonly form: ResultForm;
}

/** The customers, in the order of the file, and the form that their events ask for. */
export function readCustomers(findings: Findings, objects: readonly CustomerFields[], branches: Branches): Customers {
  const reader = new CustomerReader(findings, branches);
  const customers: ScenarioCustomer[] = [];
  for (const fields of objects) {
    const customer = reader.read(fields);
    if (customer) customers.push(customer);
  }
  // What cannot be read may be what an `after` names.
  if (!findings.refused) checkAfters(findings, customers, reader.waits);
  return { customers, form: reader.form() };
}

class CustomerReader {
  readonly waits: Wait[] = [];
  private readonly seen = new Map<number, MemberNode>();
  private readonly targetSpellings = new Set<string>();

  constructor(
    private readonly findings: Findings,
    private readonly branches: Branches,
  ) {}

  read(fields: CustomerFields): ScenarioCustomer | undefined {
    fields.warnOfUnknown();
    const id = this.readId(fields);
    const guaranteesMember = fields.get('guarantees');
    const guarantees = guaranteesMember && readGuarantees(this.findings, guaranteesMember);
    const eventsMember = fields.require('events', 'an array of events');
    const events = eventsMember && this.readEvents(eventsMember, id);
    if (id === undefined || events === undefined) return undefined;
    return { id, customer: String(id) as CustomerId, ...(guarantees !== undefined && { guarantees }), events };
  }

  form(): ResultForm {
    if (this.targetSpellings.has('branch')) return 'events';
    return this.targetSpellings.has('dest') ? 'balances' : 'customers';
  }

  private readId(fields: CustomerFields): number | undefined {
    const expected = 'a whole number';
    const member = fields.require('id', expected);
    const id = member && readWhole(this.findings, member, expected);
    if (member === undefined || id === undefined) return undefined;
    const earlier = this.seen.get(id);
    if (!earlier) this.seen.set(id, member);
    else {
      const hint = this.findings.firstAt(rangeOf(earlier));
      this.findings.error(rangeOf(member), `duplicate customer ${id}`, { hint });
    }
    return id;
  }

  private readEvents(member: MemberNode, customer: number | undefined): ScenarioEvent[] | undefined {
    const { value } = member;
    if (value.type !== 'Array') {
      const message = `${describe(value)} where the events belong`;
      return this.findings.error(openingOf(value), message, { expected: 'an array of events: [ … ]' });
    }
    const objects = value.elements.map((element) => this.eventFields(element.value));
    this.warnOfRepeatedIds(objects);
    const home = this.homeOf(customer, objects);
    const events: ScenarioEvent[] = [];
    for (const [index, fields] of objects.entries()) {
      const read = fields && readEvent(this.findings, fields, index + 1, this.branches, home);
      if (!read) continue;
      events.push(read.event);
      const { after, number } = read.event;
      if (!after || !read.afterRanges || customer === undefined) continue;
      this.waits.push({ waiter: { customer, event: number }, after, ranges: read.afterRanges });
    }
    return events;
  }

  private eventFields(node: ValueNode): EventFields | undefined {
    const object = asObject(this.findings, node, 'an event');
    const fields = object && new Fields(this.findings, object, EVENT);
    const target = fields?.get('branch');
    if (target) this.targetSpellings.add(keyOf(target));
    return fields;
  }

  /** The branch with the customer's id; an error, told once, when an event needs it and there is none. */
  private homeOf(customer: number | undefined, objects: readonly (EventFields | undefined)[]): BranchId | undefined {
    if (customer === undefined) return undefined;
    if (this.branches.has(customer)) return customer;
    const homeless = objects.find((fields) => fields && !fields.get('branch'));
    if (homeless && this.branches.complete) refuseHomeless(this.findings, homeless, customer);
    return undefined;
  }

  /** Only a warning: files repeat ids by mistake, and the order in the file is what counts. */
  private warnOfRepeatedIds(objects: readonly (EventFields | undefined)[]): void {
    const seen = new Map<string, MemberNode>();
    for (const fields of objects) {
      const member = fields?.get('id');
      if (!member) continue;
      const { start, end } = rangeOf(member.value);
      const id = this.findings.source.text.slice(start, end);
      const earlier = seen.get(id);
      if (!earlier) seen.set(id, member);
      else {
        const hint = `${this.findings.firstAt(rangeOf(earlier))}; the order in the file decides`;
        this.findings.warn(rangeOf(member), `repeated event id ${shortened(id)}`, { hint });
      }
    }
  }
}
