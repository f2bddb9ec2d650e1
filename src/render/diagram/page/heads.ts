import type { Lane } from '../model.js';
import { type Column, headText, headWidth } from '../picture/layout.js';

/** What stands in the box at the top of a lane, and how wide that is. */
export interface Head {
  readonly text: string;
  readonly width: number;
}

/** Of which kinds of lanes the names are short, in the order in which it is tried. */
const SHORT: readonly (readonly Lane['kind'][])[] = [[], ['branch'], ['customer'], ['customer', 'branch']];
const APART = 2;

/** Names for the heads of lanes: lanes of one kind are all named in full, or all in short. */
export class Heads {
  /** By lane: in full and in short. */
  private readonly choices: readonly (readonly [Head, Head])[];

  constructor(
    private readonly lanes: readonly Lane[],
    columns: readonly Column[],
  ) {
    this.choices = lanes.map((lane, i) => {
      const { room } = columns[i] as Column;
      const head = (label: string): Head => ({ text: headText(label, room), width: headWidth(label, room) });
      return [head(lane.label), head(shortName(lane))];
    });
  }

  /** With the lanes at these places. Where even short names are too close, some have none. */
  at(xs: readonly number[]): (Head | undefined)[] {
    const tries = SHORT.map((kinds) => this.choices.map(([full, short], i) => (kinds.includes(this.kind(i)) ? short : full)));
    const fitting = tries.find((heads) => heads.every((head, i) => i === 0 || isClear(heads[i - 1] as Head, head, gap(xs, i))));
    if (fitting) return fitting;
    let edge = Number.NEGATIVE_INFINITY;
    return (tries.at(-1) as Head[]).map((head, i) => {
      const x = xs[i] as number;
      if (x - head.width / 2 < edge) return undefined;
      edge = x + head.width / 2 + APART;
      return head;
    });
  }

  private kind(lane: number): Lane['kind'] {
    return (this.lanes[lane] as Lane).kind;
  }
}

function gap(xs: readonly number[], lane: number): number {
  return (xs[lane] as number) - (xs[lane - 1] as number);
}

function isClear(one: Head, other: Head, apart: number): boolean {
  return (one.width + other.width) / 2 + APART <= apart;
}

/** `b1`, `c1`, `ada`: customers and branches often have the same numbers. */
function shortName({ kind, label }: Lane): string {
  const name = label.slice(label.indexOf(' ') + 1);
  if (kind === 'branch') return `b${name}`;
  return /^\d/.test(name) ? `c${name}` : name;
}
