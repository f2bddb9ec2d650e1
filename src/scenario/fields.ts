import { didYouMean } from '../std/did-you-mean.js';
import { type Findings, quoted } from './findings.js';
import { describe, keyOf, type MemberNode, type ObjectNode, openingOf, rangeOf, type ValueNode } from './json-tree.js';

/** The fields that one kind of object can have, and how all dialects spell them. */
export interface Vocabulary<Field extends string> {
  /** What the object is called in messages: `customer`, `event`. */
  readonly what: string;
  /** The first spelling of each field is ours. */
  readonly spellings: Readonly<Record<Field, readonly string[]>>;
  readonly words: readonly string[];
  readonly fieldOf: ReadonlyMap<string, Field>;
}

export function vocabulary<Field extends string>(what: string, spellings: Record<Field, readonly string[]>): Vocabulary<Field> {
  const entries = Object.entries(spellings) as [Field, readonly string[]][];
  const fieldOf = new Map(entries.flatMap(([field, words]) => words.map((word) => [word, field] as const)));
  return { what, spellings, words: [...fieldOf.keys()], fieldOf };
}

/** The members of one object by field, whatever their spelling. */
export class Fields<Field extends string> {
  private readonly found = new Map<Field, MemberNode>();
  private readonly unknown: MemberNode[] = [];

  constructor(
    private readonly findings: Findings,
    readonly node: ObjectNode,
    private readonly vocabulary: Vocabulary<Field>,
  ) {
    for (const member of node.members) this.place(member, vocabulary.fieldOf.get(keyOf(member)));
  }

  get(field: Field): MemberNode | undefined {
    return this.found.get(field);
  }

  /** As `get`, but to be without it is an error; `expected` says what is missed. */
  require(field: Field, expected: string): MemberNode | undefined {
    const member = this.found.get(field);
    if (member) return member;
    const { what, spellings } = this.vocabulary;
    const name = spellings[field][0] as string;
    const misspelt = this.unknown.find((other) => spellings[field].includes(this.suggestion(keyOf(other)) ?? ''));
    const hint = misspelt && `did you mean "${name}" by ${quoted(keyOf(misspelt))}?`;
    const where = misspelt ? rangeOf(misspelt.name) : openingOf(this.node);
    return this.findings.error(where, `${what} without "${name}"`, { expected, hint });
  }

  /** An unknown key does no harm, but whoever wrote it thought that it does something. */
  warnOfUnknown(): void {
    const { what } = this.vocabulary;
    for (const member of this.unknown) {
      const key = keyOf(member);
      const meant = this.suggestion(key);
      const hint = meant === undefined ? undefined : `did you mean "${meant}"?`;
      const message = `unknown key ${quoted(key)} of ${what} is ignored`;
      this.findings.warn(rangeOf(member.name), message, { hint }, `key ${what} ${key}`);
    }
  }

  private place(member: MemberNode, field: Field | undefined): void {
    if (field === undefined) {
      this.unknown.push(member);
      return;
    }
    const earlier = this.found.get(field);
    if (!earlier) this.found.set(field, member);
    else if (keyOf(earlier) !== keyOf(member)) {
      const message = `${quoted(keyOf(member))} says again what ${quoted(keyOf(earlier))} says`;
      this.findings.error(rangeOf(member), message, { expected: 'only one of them' });
    }
  }

  private suggestion(key: string): string | undefined {
    return didYouMean(key, this.vocabulary.words);
  }
}

/** The value as an object, or an error that names what was expected. */
export function asObject(findings: Findings, node: ValueNode, what: string): ObjectNode | undefined {
  if (node.type === 'Object') return node;
  return findings.error(rangeOf(node), `${describe(node)} where ${what} belongs`, { expected: 'an object: { … }' });
}
