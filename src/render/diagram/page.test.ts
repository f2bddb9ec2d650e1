import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { branchLane, customerLane, readWithoutTheWrite } from './fixtures.js';
import { Heads } from './page/heads.js';
import { Reach } from './page/reach.js';
import { GUTTER, HEADER, Viewport } from './page/viewport.js';
import { anomaliesAt } from './page/words.js';

describe('what lies between two heights', () => {
  it('is found as if all were looked at', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.nat(50)).map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(fc.array(range), range, (ranges, [top, bottom]) => {
        const found = [...new Reach(ranges).between(top, bottom)].sort((a, b) => a - b);
        const all = ranges.flatMap(([from, to], i) => (from <= bottom && to >= top ? [i] : []));
        expect(found).toEqual(all);
      }),
      { seed: 1 },
    );
  });
});

describe('the part that is seen', () => {
  function viewport(): Viewport {
    const view = new Viewport(3000, 50_000);
    view.resize(900, 700);
    return view;
  }

  it('what is under the pointer stays there when it gets larger or smaller', () => {
    const view = viewport();
    view.center(1500, 20_000);
    const [x, y] = [view.drawingX(400), view.drawingY(300)];
    for (const factor of [2, 0.7, 1.3]) {
      view.zoom(factor, 400, 300);
      expect(view.drawingX(400)).toBeCloseTo(x, 6);
      expect(view.drawingY(300)).toBeCloseTo(y, 6);
    }
  });

  it('all of it fits when asked for', () => {
    const view = viewport();
    view.center(1500, 20_000);
    view.fit();
    expect(view.y(0)).toBeGreaterThanOrEqual(HEADER);
    expect(view.y(50_000)).toBeLessThanOrEqual(700);
    expect(view.x(0)).toBeGreaterThanOrEqual(GUTTER);
    expect(view.x(3000)).toBeLessThanOrEqual(900);
  });

  it('labels left of the first lane and right of the last have their room however close lanes come', () => {
    const [left, right] = [90, 70];
    for (const width of [1000, 1500]) {
      const view = new Viewport(1500, 50_000, [left, right]);
      view.resize(width, 700);
      view.begin();
      expect(view.x(left) - left).toBeGreaterThanOrEqual(GUTTER);
      view.fit();
      expect(view.x(left) - left).toBeGreaterThanOrEqual(GUTTER);
      expect(view.x(1500 - right) + right).toBeLessThanOrEqual(width);
    }
  });

  it('begins larger than natural size only where all lanes have room', () => {
    const begun = (drawingWidth: number) => {
      const view = new Viewport(drawingWidth, 300);
      view.resize(900, 700);
      view.begin();
      return view;
    };
    expect(begun(400).scale).toBeGreaterThan(1);
    expect(begun(1000).x(1000)).toBeLessThanOrEqual(900);
  });

  it('cannot be moved away from the drawing', () => {
    const view = viewport();
    view.pan(1e6, 1e6);
    expect(view.y(50_000)).toBeGreaterThan(HEADER);
    expect(view.x(3000)).toBeGreaterThan(GUTTER);
    view.pan(-2e6, -2e6);
    expect(view.y(0)).toBeLessThan(700);
    expect(view.x(0)).toBeLessThan(900);
  });

  it('shows what it is told to, and does not move for what is seen', () => {
    const view = viewport();
    view.reveal(2500, 30_000);
    expect(view.y(30_000)).toBeGreaterThan(HEADER);
    expect(view.y(30_000)).toBeLessThan(700);
    expect(view.x(2500)).toBeLessThan(900);
    const before = view.drawingY(0);
    view.reveal(2500, view.drawingY(350));
    expect(view.drawingY(0)).toBe(before);
  });
});

describe('the heads of lanes', () => {
  const lanes = [customerLane('1'), customerLane('ada'), branchLane(1), branchLane(2)];
  const columns = lanes.map(() => ({ x: 0, room: 100, side: 1 as const }));
  const texts = (apart: number) => new Heads(lanes, columns).at(lanes.map((_, i) => i * apart)).map((head) => head?.text);

  it('have all of the name where there is room', () => {
    expect(texts(150)).toEqual(['customer 1', 'customer ada', 'branch 1', 'branch 2']);
  });

  it('tell customers from branches where lanes are close, and are alike for each of these', () => {
    expect(texts(45)).toEqual(['c1', 'ada', 'b1', 'b2']);
    // The last one, too, which has all the room there is.
    expect(new Heads(lanes, columns).at([0, 150, 300, 345]).map((head) => head?.text)).toEqual([
      'customer 1',
      'customer ada',
      'b1',
      'b2',
    ]);
  });

  it('do not lie on each other', () => {
    expect(texts(25)).toEqual(['c1', undefined, 'b1', undefined]);
  });
});

test('an event that an anomaly is only about is not called wrong', () => {
  const diagram = readWithoutTheWrite();
  expect(anomaliesAt(diagram, 5).map(({ words }) => words)).toEqual(['Anomaly 1, read-your-writes, shows here.']);
  expect(anomaliesAt(diagram, 2).map(({ words }) => words)).toEqual([
    'Anomaly 1, read-your-writes, is about this, but shows elsewhere.',
  ]);
  expect(anomaliesAt(diagram, 0)).toEqual([]);
});
