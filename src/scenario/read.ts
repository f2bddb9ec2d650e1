import type { Diagnostic } from './diagnostic.js';
import { asObject, Fields, vocabulary } from './fields.js';
import { Findings } from './findings.js';
import { describe, openingOf, readTree, type ValueNode } from './json-tree.js';
import { BRANCH, type BranchFields, readBranches } from './read-branches.js';
import { CUSTOMER, type CustomerFields, readCustomers } from './read-customers.js';
import type { Scenario } from './scenario.js';
import { Source } from './source.js';
import { readWord } from './values.js';

/**
 * Reads a scenario in any of the input dialects: a JSON array of branches and
 * customers in any order. Pure; `file` is only a name for messages.
 *
 * Either the scenario with the warnings about it, or all the problems that could
 * be found in one reading: errors first, of which there is at least one. Broken
 * JSON is told alone, as nothing behind it can be trusted.
 */
export function readScenario(
  text: string,
  file: string,
): { scenario: Scenario; warnings: Diagnostic[] } | { problems: Diagnostic[] } {
  const findings = new Findings(new Source(text, file));
  const tree = readTree(findings);
  const scenario = tree && readBank(findings, tree);
  if (!scenario || findings.refused) return { problems: findings.sortedProblems() };
  return { scenario, warnings: findings.sortedWarnings() };
}

function readBank(findings: Findings, tree: ValueNode): Scenario | undefined {
  const expected = 'a JSON array of branches and customers';
  if (tree.type !== 'Array') return findings.error(openingOf(tree), `${describe(tree)} instead of an array`, { expected });
  const entries = sortEntries(
    findings,
    tree.elements.map((element) => element.value),
  );
  if (entries.branches.length === 0 && entries.complete) {
    const example = 'at least one {"id": 1, "type": "branch", "balance": 0}';
    findings.error(openingOf(tree), 'there are no branches', { expected: example });
  }
  const read = readBranches(findings, entries.branches);
  // An entry of an unknown type may be the branch that a target means.
  const branches = { ...read, complete: read.complete && entries.complete };
  const { customers, form } = readCustomers(findings, entries.customers, branches);
  if (entries.customers.length === 0) findings.warn(openingOf(tree), 'there are no customers, so nothing will happen');
  return {
    file: findings.source.file,
    branches: branches.ids,
    initialBalanceMinor: branches.initialBalanceMinor,
    customers,
    form,
  };
}

interface Entries {
  readonly branches: BranchFields[];
  readonly customers: CustomerFields[];
  /** Whether the type of every entry was known. */
  complete: boolean;
}

const ENTRY = vocabulary('entry', { type: ['type'] });
const TYPES = ['customer', 'client', 'branch', 'bank'] as const;

function sortEntries(findings: Findings, nodes: readonly ValueNode[]): Entries {
  const entries: Entries = { branches: [], customers: [], complete: true };
  for (const node of nodes) {
    const object = asObject(findings, node, 'a branch or a customer');
    const member = object && new Fields(findings, object, ENTRY).require('type', '"customer" or "branch"');
    const type = member && readWord(findings, member, 'type', TYPES);
    if (!object || !type) entries.complete = false;
    else if (type === 'customer' || type === 'client') {
      entries.customers.push(new Fields(findings, object, CUSTOMER));
    } else entries.branches.push(new Fields(findings, object, BRANCH));
  }
  return entries;
}
