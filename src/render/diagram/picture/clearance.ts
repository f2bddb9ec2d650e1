import type { Diagram, DiagramEvent } from '../model.js';

/** The tips of arrows that run through events of lanes in between. */
export function touching({ lanes, events, arrows }: Diagram, ys: readonly number[], xOf: (lane: number) => number): Set<number> {
  const onLane = lanes.map((): number[] => []);
  for (const { id, lane } of events) onLane[lane]?.push(ys[id] as number);
  const tips = new Set<number>();
  for (const { from, to, toLane } of arrows) {
    if (to === undefined) continue;
    const { lane } = events[from] as DiagramEvent;
    const [x1, x2] = [xOf(lane), xOf(toLane)];
    const [y1, y2] = [ys[from] as number, ys[to] as number];
    for (let between = Math.min(lane, toLane) + 1; between < Math.max(lane, toLane); between++) {
      const share = (xOf(between) - x1) / (x2 - x1);
      if (hasNear(onLane[between] as number[], y1 + share * (y2 - y1))) tips.add(to);
    }
  }
  return tips;
}

const TOUCH = 6;

function hasNear(heights: readonly number[], y: number): boolean {
  let [low, high] = [0, heights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heights[middle] as number) < y - TOUCH) low = middle + 1;
    else high = middle;
  }
  const next = heights[low];
  return next !== undefined && next <= y + TOUCH;
}
