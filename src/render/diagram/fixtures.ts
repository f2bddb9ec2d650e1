/** For tests: a small diagram by hand, and any diagram by seed. */
import { branchId, type CustomerId } from '../../domain/ids.js';
import { Rng } from '../../std/rng.js';
import type { Arrow, Diagram, DiagramEvent, Lane, Mark, Span } from './model.js';

export function customerLane(name: string): Lane {
  return { kind: 'customer', customer: name as CustomerId, label: `customer ${name}` };
}

export function branchLane(number: number): Lane {
  return { kind: 'branch', branch: branchId(number), label: `branch ${number}` };
}

/** Customer ada deposits at branch 1 and reads at branch 2 without it, for the write is lost. */
export function readWithoutTheWrite(given: Partial<Diagram> = {}): Diagram {
  const [ada, one, two] = [0, 1, 2];
  const event = (id: number, lane: number, kind: DiagramEvent['kind'], label: string): DiagramEvent => ({
    id,
    lane,
    atUs: id * 1000,
    kind,
    label,
    details: [],
    operation: 'ada:1',
  });
  return {
    title: 'a lost write',
    lanes: [customerLane('ada'), branchLane(1), branchLane(2)],
    events: [
      event(0, ada, 'ask', 'deposit 10'),
      event(1, one, 'accept', '1-1'),
      event(2, ada, 'answer', 'done'),
      event(3, ada, 'ask', 'balance?'),
      event(4, two, 'arrive', ''),
      event(5, ada, 'answer', '0'),
    ],
    arrows: [
      { kind: 'request', from: 0, to: 1, toLane: one, label: 'deposit 10' },
      { kind: 'writes', from: 1, toLane: two, label: '1-1' },
      { kind: 'answer', from: 1, to: 2, toLane: ada, label: 'done' },
      { kind: 'request', from: 3, to: 4, toLane: two, label: 'balance?' },
      { kind: 'answer', from: 4, to: 5, toLane: ada, label: '0' },
    ],
    spans: [{ kind: 'operation', lane: ada, fromUs: 0, toUs: 2000, label: 'deposit 10', operation: 'ada:1' }],
    marks: [{ anomaly: 'read-your-writes', events: [5, 2], sentence: 'The query answered 0 without it.' }],
    namesInFull: ['1-1 is 1-00000001-1'],
    endUs: 5000,
    ...given,
  };
}

/** What people may be called, and what a format may stumble over. */
export const NASTY = [
  'end',
  'a;b',
  '#35;',
  'a#b',
  'line\nbreak',
  '%%{init}%%',
  '</script><b>',
  '=== x ===',
  'host {"a":1}',
  'wrap: x',
  'a: b->>c',
  '__proto__',
  '"\\',
  '$$x$$',
  'Ünï çødé\u2028',
  '',
];

/** A diagram that keeps the invariants of model.ts, with labels from `NASTY`. */
export function anyDiagram(seed: number, { arrows: mostArrows = 60 } = {}): Diagram {
  const rng = new Rng(seed);
  const below = (n: number) => rng.integer(0, n - 1);
  const label = () => rng.pick(NASTY);
  const lanes = [...Array(1 + below(3)).keys()]
    .map((i): Lane => ({ ...customerLane(`${label()}${i}`), label: label() }))
    .concat([...Array(1 + below(4)).keys()].map((i) => branchLane(i + 1)));
  const events: DiagramEvent[] = [];
  const kinds: DiagramEvent['kind'][] = ['ask', 'answer', 'arrive', 'accept', 'apply', 'park', 'fault'];
  for (let atUs = 0, id = 0; id < lanes.length + below(40); id++) {
    const lane = id < lanes.length ? id : below(lanes.length);
    events.push({ id, lane, atUs, kind: rng.pick(kinds), label: label(), details: [label()] });
    atUs += below(4);
  }
  const arrows: Arrow[] = [];
  for (let i = below(mostArrows + 1); i > 0; i--) {
    const [a, b] = [below(events.length), below(events.length)];
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const toLane = events[to]?.lane ?? 0;
    if (events[from]?.lane === toLane) continue;
    const kind = rng.pick(['request', 'answer', 'writes', 'allowance', 'fetch'] as const);
    arrows.push({ kind, from, ...(below(5) > 0 && { to }), toLane, label: label() });
  }
  const endUs = events.at(-1)?.atUs ?? 0;
  const spans: Span[] = [...Array(below(6)).keys()].map(() => {
    const fromUs = below(endUs + 1);
    return { kind: 'operation', lane: below(lanes.length), fromUs, toUs: fromUs + below(endUs - fromUs + 1), label: label() };
  });
  const marks: Mark[] = [...Array(below(3)).keys()].map(() => ({
    anomaly: 'ReadYourWrites',
    events: [below(events.length)],
    sentence: label(),
  }));
  return { title: label(), lanes, events, arrows, spans, marks, namesInFull: [], endUs };
}
