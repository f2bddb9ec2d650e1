import type { BranchId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { asObject, Fields, vocabulary } from './fields.js';
import type { Findings } from './findings.js';
import { keyOf, type MemberNode, openingOf, rangeOf } from './json-tree.js';
import { type Branches, describeBranches } from './read-branches.js';
import { SCENARIO_OPERATIONS, type ScenarioEvent, type ScenarioOperation } from './scenario.js';
import type { Range } from './source.js';
import { oneOf, readAmount, readEventId, readGuarantees, readWhole, readWord } from './values.js';

export const EVENT = vocabulary('event', {
  id: ['id', 'customer-request-id'],
  interface: ['interface'],
  branch: ['branch', 'dest'],
  money: ['money'],
  guarantees: ['guarantees'],
  after: ['after'],
});
export type EventFields = Fields<'id' | 'interface' | 'branch' | 'money' | 'guarantees' | 'after'>;

const AFTER = vocabulary('after', { customer: ['customer'], event: ['event'] });

/** Where an `after` stands in the file, to point at what does not exist. */
export interface AfterRanges {
  readonly whole: Range;
  readonly customer: Range;
  readonly event: Range;
}

export interface ReadEvent {
  readonly event: ScenarioEvent;
  readonly afterRanges?: AfterRanges;
}

/** `home` is the branch of an event without a target, where there is one. */
export function readEvent(
  findings: Findings,
  fields: EventFields,
  number: number,
  branches: Branches,
  home: BranchId | undefined,
): ReadEvent | undefined {
  fields.warnOfUnknown();
  const idMember = fields.get('id');
  const id = idMember && readEventId(findings, idMember);
  const kind = readOperation(findings, fields);
  const branch = readTarget(findings, fields.get('branch'), branches, home);
  const amountMinor = readMoney(findings, fields, kind);
  const guaranteesMember = fields.get('guarantees');
  const guarantees = guaranteesMember && readGuarantees(findings, guaranteesMember);
  const after = readAfter(findings, fields.get('after'));
  if (kind === undefined || branch === undefined || (kind !== 'query' && amountMinor === undefined)) return undefined;
  const event: ScenarioEvent = {
    number,
    ...(id !== undefined && { id }),
    kind,
    branch,
    ...(amountMinor !== undefined && { amountMinor }),
    ...(guarantees !== undefined && { guarantees }),
    ...(after && { after: after.ref }),
    position: findings.source.locate(rangeOf(fields.node).start),
  };
  return { event, ...(after && { afterRanges: after.ranges }) };
}

function readOperation(findings: Findings, fields: EventFields): ScenarioOperation | undefined {
  const member = fields.require('interface', oneOf(SCENARIO_OPERATIONS));
  return member && readWord(findings, member, 'operation', SCENARIO_OPERATIONS);
}

function readTarget(
  findings: Findings,
  member: MemberNode | undefined,
  branches: Branches,
  home: BranchId | undefined,
): BranchId | undefined {
  if (!member) return home;
  const target = readWhole(findings, member, 'the number of a branch');
  if (target === undefined || branches.has(target)) return target;
  // Where a branch could not be read, it may be the very one that is meant.
  if (!branches.complete) return undefined;
  return findings.error(rangeOf(member), `branch ${target} does not exist`, { expected: describeBranches(branches) });
}

/** The money of a query has no meaning; files have 0, the balance, or anything there. */
function readMoney(findings: Findings, fields: EventFields, kind: ScenarioOperation | undefined): AmountMinor | undefined {
  if (kind === undefined || kind === 'query') return undefined;
  const member = fields.require('money', `the amount to ${kind}`);
  return member && readAmount(findings, member);
}

function readAfter(findings: Findings, member: MemberNode | undefined) {
  const node = member && asObject(findings, member.value, `"${keyOf(member)}"`);
  if (!node) return undefined;
  const fields = new Fields(findings, node, AFTER);
  fields.warnOfUnknown();
  const customer = fields.require('customer', 'the id of a customer');
  const event = fields.require('event', 'the position of one of its events, from 1');
  if (!customer || !event) return undefined;
  const customerId = readWhole(findings, customer, 'the id of a customer');
  const eventNumber = readWhole(findings, event, 'the position of an event, from 1');
  if (customerId === undefined || eventNumber === undefined) return undefined;
  return {
    ref: { customer: customerId, event: eventNumber },
    ranges: { whole: rangeOf(member), customer: rangeOf(customer), event: rangeOf(event) },
  };
}

/** An event that names no branch, by a customer that has none of its own. */
export function refuseHomeless(findings: Findings, fields: EventFields, customer: number): void {
  findings.error(
    openingOf(fields.node),
    `the event names no branch, and there is no branch ${customer} for customer ${customer}`,
    {
      expected: '"branch" on the event, or a branch with the id of the customer',
    },
  );
}
