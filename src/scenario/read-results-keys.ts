import { type Findings, quoted, shortened } from './findings.js';
import type { Member, ObjectValue, Value } from './read-results-values.js';

export type Scalar = Extract<Value, { kind: 'scalar' }>;

/**
 * The members of an object that mean something, whatever their case; all others are
 * ignored. Of spellings that mean the same the first one in the list counts.
 */
export class Keys<Key extends string> {
  private readonly found = new Map<string, Member>();

  constructor(
    findings: Findings,
    readonly node: ObjectValue,
    private readonly spellings: Readonly<Record<Key, readonly string[]>>,
  ) {
    const known = new Set(Object.values<readonly string[]>(spellings).flat());
    for (const member of node.members) {
      const key = member.key.trim().toLowerCase();
      if (!known.has(key)) continue;
      // Readers disagree on which of two counts, so neither can be judged.
      if (this.found.has(key)) findings.error(member, `${quoted(member.key)} stands twice in one object`);
      this.found.set(key, member);
    }
  }

  get(key: Key): Value | undefined {
    const spelling = this.spellings[key].find((candidate) => this.found.has(candidate));
    return spelling === undefined ? undefined : this.found.get(spelling)?.value;
  }

  scalar(key: Key): Scalar | undefined {
    const value = this.get(key);
    return value?.kind === 'scalar' ? value : undefined;
  }

  /** Python's None and JSON's null say that there is nothing; a text does not. */
  isNull(key: Key): boolean {
    const scalar = this.scalar(key);
    return scalar !== undefined && !scalar.quoted && /^(?:null|none|undefined)$/i.test(scalar.text);
  }
}

/** A whole number, which programs write as 1, "1" and 1.0. */
export function readWhole(findings: Findings, { text, ...range }: Scalar, what: string): number | undefined {
  const whole = /^\d+(?:\.0*)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(whole)) return whole;
  return findings.error(range, `${quoted(shortened(text))} is not ${what}`, { expected: 'a whole number' });
}
