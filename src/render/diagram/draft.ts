import type { BranchId, CustomerId } from '../../domain/ids.js';
import { assert } from '../../std/assert.js';
import { harmless } from '../operation-words.js';
import type { Finding } from './findings.js';
import type { Arrow, Diagram, DiagramEvent, Lane, Mark, Span } from './model.js';
import { type Edge, inOrder } from './order.js';

export type DraftEvent = Omit<DiagramEvent, 'id'>;

/** Between two events of its lane; without `to` until the end, or until `toUs`. */
export type DraftSpan = Pick<Span, 'kind' | 'lane' | 'label' | 'operation'> & {
  readonly from: number;
  readonly to?: number | undefined;
  readonly toUs?: number | undefined;
};

/** A diagram in the making: events by the order in which they were told, which is not yet that of the picture. */
export class Draft {
  private readonly lanes: readonly Lane[];
  private readonly customers: ReadonlyMap<string, number>;
  private readonly laneOf: ReadonlyMap<BranchId, number>;
  private readonly events: DraftEvent[] = [];
  private readonly arrows: Arrow[] = [];
  private readonly spans: DraftSpan[] = [];
  /** The event that came last, by lane. */
  private readonly last = new Map<number, number>();

  constructor(customers: readonly CustomerId[], branches: readonly BranchId[]) {
    this.customers = new Map(customers.map((name, i) => [name, i]));
    this.laneOf = new Map(branches.map((id, i) => [id, customers.length + i]));
    this.lanes = [
      ...customers.map((customer): Lane => ({ kind: 'customer', customer, label: `customer ${harmless(customer)}` })),
      ...branches.map((branch): Lane => ({ kind: 'branch', branch, label: `branch ${branch}` })),
    ];
  }

  customer(name: string): number {
    const lane = this.customers.get(name);
    assert(lane !== undefined, 'every customer of the history has a lane');
    return lane;
  }

  branch(id: BranchId): number {
    const lane = this.laneOf.get(id);
    assert(lane !== undefined, 'every branch of the history has a lane');
    return lane;
  }

  get branches(): Iterable<BranchId> {
    return this.laneOf.keys();
  }

  at(index: number): DraftEvent {
    return this.events[index] as DraftEvent;
  }

  lastOn(lane: number): number | undefined {
    return this.last.get(lane);
  }

  event(event: DraftEvent): number {
    const index = this.events.push(event) - 1;
    this.last.set(event.lane, index);
    return index;
  }

  /** Its time was guessed, so what was recorded does not follow it. */
  guess(event: DraftEvent): number {
    return this.events.push(event) - 1;
  }

  /** Two moments of a lane that follow each other and tell the same story become one event. */
  replace(index: number, event: DraftEvent): void {
    this.events[index] = { ...event, details: [...this.at(index).details, ...event.details] };
  }

  arrow(arrow: Arrow): void {
    this.arrows.push(arrow);
  }

  span(span: DraftSpan): void {
    this.spans.push(span);
  }

  /** `places`: the event at which an operation is seen. */
  finish(
    title: string | undefined,
    findings: readonly Finding[],
    places: ReadonlyMap<string, number>,
    namesInFull: readonly string[],
  ): Diagram {
    const edges = new Map<Edge, Arrow>();
    for (const arrow of this.arrows) if (arrow.to !== undefined) edges.set({ from: arrow.from, to: arrow.to }, arrow);
    const { order, dropped } = inOrder(this.events, [...edges.keys()]);
    const place = new Array<number>(order.length);
    for (const [position, index] of order.entries()) place[index] = position;
    const at = (index: number) => place[index] as number;
    const lane = this.usedLanes();
    const events = this.inTime(order, lane);
    const endUs = events.at(-1)?.atUs ?? 0;
    const circular = new Set([...dropped].map((edge) => edges.get(edge)));
    return {
      title: title ?? this.title(),
      lanes: this.lanes.filter((_, i) => lane(i) !== undefined),
      events,
      arrows: this.arrows
        .filter((arrow) => !circular.has(arrow) && lane(arrow.toLane) !== undefined)
        .map((arrow) => ({
          ...withoutOrigin(arrow),
          from: at(arrow.from),
          ...(arrow.to !== undefined && { to: at(arrow.to) }),
          toLane: lane(arrow.toLane) as number,
          ...originOf(arrow, lane),
        })),
      spans: this.spans.map(({ from, to, toUs = endUs, ...span }) => ({
        ...span,
        lane: lane(span.lane) as number,
        fromUs: (events[at(from)] as DiagramEvent).atUs,
        toUs: Math.max((events[at(from)] as DiagramEvent).atUs, to === undefined ? toUs : (events[at(to)] as DiagramEvent).atUs),
      })),
      marks: marksOf(findings, places, at),
      namesInFull,
      endUs,
    };
  }

  /** Clocks of processes differ a little: what follows something is not shown before it. */
  private inTime(order: readonly number[], lane: (index: number) => number | undefined): DiagramEvent[] {
    let nowUs = 0;
    return order.map((index, id) => {
      const event = this.at(index);
      nowUs = Math.max(nowUs, event.atUs);
      return { id, ...withoutOrigin(event), lane: lane(event.lane) as number, atUs: nowUs, ...originOf(event, lane) };
    });
  }

  /** New numbers for the lanes on which something happens. */
  private usedLanes(): (index: number) => number | undefined {
    const used = new Set(this.events.map(({ lane }) => lane));
    const numbers = new Map<number, number>();
    for (const i of this.lanes.keys()) if (used.has(i)) numbers.set(i, numbers.size);
    return (index) => numbers.get(index);
  }

  private title(): string {
    const [customers, branches] = [this.customers.size, this.laneOf.size];
    return `${customers} customer${customers === 1 ? '' : 's'} at ${branches} branch${branches === 1 ? '' : 'es'}`;
  }
}

function withoutOrigin<T extends { readonly origin?: number }>({ origin: _, ...rest }: T): Omit<T, 'origin'> {
  return rest;
}

/** A branch of which nothing is shown but writes that it made has no lane, and no colour. */
function originOf({ origin }: { readonly origin?: number }, lane: (index: number) => number | undefined): { origin?: number } {
  const shown = origin === undefined ? undefined : lane(origin);
  return shown === undefined ? {} : { origin: shown };
}

/** A finding about operations that are not in the picture is not marked in it. */
function marksOf(findings: readonly Finding[], places: ReadonlyMap<string, number>, at: (index: number) => number): Mark[] {
  return findings.flatMap(({ anomaly, sentence, operations }) => {
    const events = operations.flatMap((name) => {
      const place = places.get(name);
      return place === undefined ? [] : [at(place)];
    });
    return events.length === 0 ? [] : [{ anomaly, sentence, events }];
  });
}
