import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reach } from './page/reach.js';
import { GUTTER, HEADER, Viewport } from './page/viewport.js';

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
