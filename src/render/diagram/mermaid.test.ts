import { describe, expect, it, test } from 'vitest';
import { anyDiagram, branchLane, NASTY, readWithoutTheWrite } from './fixtures.js';
import { MOST_MESSAGES, mermaidOf } from './mermaid.js';
import type { Diagram } from './model.js';

/** Text in which nothing means anything to Mermaid: codes for characters, and all that is not special. */
const TEXT = '(?:#\\d+;|[^#:;<>&"%$\\\\{}`\\p{C}\\p{Zl}\\p{Zp}])+';
const LINES = {
  title: new RegExp(`^ {2}title: (?<text>${TEXT})$`, 'u'),
  lane: new RegExp(`^ {2}(?<role>actor|participant) (?<id>L\\d+) as (?<text>${TEXT})$`, 'u'),
  message: new RegExp(`^ {2}(?<from>L\\d+)(?<head>-->>|->>|--x|-x)(?<to>L\\d+): (?<text>${TEXT})$`, 'u'),
  note: new RegExp(`^ {2}Note over (?<id>L\\d+): (?<text>${TEXT}(?:<br/>${TEXT})*)$`, 'u'),
};

interface Line {
  readonly is: keyof typeof LINES;
  readonly groups: Readonly<Record<string, string>>;
}

/** The subset of the grammar that is used, read by its rules; lanes are declared before they are used. */
function parse(text: string): Line[] {
  const [head, ...lines] = text.split('\n');
  expect(head).toBe('sequenceDiagram');
  expect(lines.pop()).toBe('');
  const declared = new Set<string>();
  return lines.map((line) => {
    for (const is of ['title', 'lane', 'message', 'note'] as const) {
      const groups = LINES[is].exec(line)?.groups;
      if (!groups) continue;
      if (is === 'lane') declared.add(groups.id as string);
      else for (const id of [groups.from, groups.to, groups.id]) expect(id === undefined || declared.has(id), line).toBe(true);
      expect(groups.text).not.toMatch(/\bend\b/i);
      return { is, groups: { ...groups, text: decoded(groups.text as string) } };
    }
    throw new Error(`not a line of a sequence diagram: ${line}`);
  });
}

function decoded(text: string): string {
  return text.replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

function textOf(diagram: Diagram): string {
  const drawn = mermaidOf(diagram);
  if ('tooMany' in drawn) throw new Error(`too many messages: ${drawn.tooMany}`);
  return drawn.text;
}

describe('a sequence diagram', () => {
  it('has lanes, arrows, a cross for what was lost, and a note for the anomaly', () => {
    expect(textOf(readWithoutTheWrite()).split('\n')).toEqual([
      'sequenceDiagram',
      '  title: a lost write',
      '  actor L1 as customer ada',
      '  participant L2 as branch 1',
      '  participant L3 as branch 2',
      '  L1->>L2: deposit 10',
      '  L2-xL3: 1-1',
      '  L2-->>L1: done',
      '  L1->>L3: balance?',
      '  L3-->>L1: 0',
      '  Note over L1: read-your-writes<br/>The query answered 0 without it.',
      '',
    ]);
  });

  it.each(NASTY.filter((name) => !/[\p{C}\p{Zl}]/u.test(name) && name !== ''))('shows %j as it is', (label) => {
    const [request, ...others] = readWithoutTheWrite().arrows;
    const lines = parse(textOf(readWithoutTheWrite({ arrows: [...(request ? [{ ...request, label }] : []), ...others] })));
    expect(lines.find(({ is }) => is === 'message')?.groups.text).toBe(label);
  });

  it('breaks long sentences, and notes what was sent and is still under way when the history ends', () => {
    const { events, arrows, marks } = readWithoutTheWrite();
    const sending = events.map((event) => (event.id === 4 ? { ...event, kind: 'send' as const, label: 'sends 1-1' } : event));
    const sentence = 'Customer ada deposited 10 at branch 1, but its query at branch 2 answered 0 without it.';
    const lines = textOf(
      readWithoutTheWrite({
        events: sending,
        arrows: arrows.filter(({ from, to }) => from !== 4 && to !== 4),
        marks: marks.map((mark) => ({ ...mark, sentence })),
      }),
    ).split('\n');
    expect(lines.slice(-3)).toEqual([
      '  Note over L3: sends 1-1 (0.004 s)',
      '  Note over L1: read-your-writes<br/>Customer ada deposited 10 at branch 1, but its<br/>query at branch 2 answered 0 without it.',
      '',
    ]);
  });

  it('never has more messages than can be read: branches that serve nobody go first', () => {
    const diagram = readWithoutTheWrite();
    const others = [...Array(MOST_MESSAGES).keys()];
    const wide = {
      ...diagram,
      lanes: [...diagram.lanes, ...others.map((i) => branchLane(i + 3))],
      arrows: [...diagram.arrows, ...others.map((i) => ({ kind: 'writes' as const, from: 1, toLane: i + 3, label: '1-1' }))],
    };
    expect(textOf(wide)).toBe(textOf(diagram));
    const long = others.map(() => diagram.arrows[0] as Diagram['arrows'][number]);
    expect(mermaidOf({ ...diagram, arrows: [...diagram.arrows, ...long] })).toEqual({ tooMany: 5 + MOST_MESSAGES });
  });
});

test('any diagram keeps to the grammar', () => {
  let met = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const diagram = anyDiagram(seed, { arrows: MOST_MESSAGES });
    const lines = parse(textOf(diagram));
    const lost = lines.filter(({ groups }) => groups.head?.endsWith('x'));
    expect(lost.length, `seed ${seed}`).toBe(diagram.arrows.filter(({ to }) => to === undefined).length);
    met += lost.length;
  }
  expect(met).toBeGreaterThan(100);
});
