import type { Arrow, Diagram, DiagramEvent } from '../model.js';

/** Colours by name, for paper and for a dark screen. Text has a contrast of at least 4.5 to the paper, lines of 3. */
export const COLORS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  paper: ['#ffffff', '#10161d'],
  raised: ['#f2f5f8', '#1a222c'],
  ink: ['#1f2933', '#e6edf3'],
  soft: ['#5a6978', '#9fb0c0'],
  lane: ['#b8c4cf', '#43515f'],
  call: ['#4a5a6a', '#a9b8c6'],
  wait: ['#fbe0b5', '#4d3a14'],
  waiting: ['#a15c00', '#f0b35a'],
  operation: ['#d5e0ea', '#2c3947'],
  down: ['#ece4fb', '#2b2140'],
  fault: ['#7a28cb', '#c79bff'],
  anomaly: ['#c81e1e', '#ff8078'],
  onAnomaly: ['#ffffff', '#2a0605'],
  focus: ['#0b57d0', '#8ab8ff'],
  branch0: ['#0b6bcb', '#6cb2ff'],
  branch1: ['#b25a00', '#ffb066'],
  branch2: ['#0a7d5a', '#4fd1a5'],
  branch3: ['#b3246b', '#ff8fc0'],
  branch4: ['#00778f', '#4fd0e8'],
  branch5: ['#6d6400', '#d6cc4a'],
  branch6: ['#4a55c8', '#a5adff'],
  branch7: ['#7a4a2b', '#d9a98a'],
};

const BRANCH_COLORS = 8;

function variables(theme: 0 | 1): string {
  return Object.entries(COLORS)
    .map(([name, themes]) => `--${name}:${themes[theme]}`)
    .join(';');
}

/** Custom properties `--ink` and so on, for `selector`; on paper always the light ones. */
export function paletteCss(selector: string): string {
  return [
    `${selector}{color-scheme:light dark;${variables(0)}}`,
    `@media (prefers-color-scheme:dark){${selector}{${variables(1)}}}`,
    `@media print{${selector}{${variables(0)}}}`,
  ].join('\n');
}

/** Write names say the branch as well, so colour is never the only sign. */
function branchColor({ lanes }: Pick<Diagram, 'lanes'>, lane: number): string {
  const first = lanes.findIndex(({ kind }) => kind === 'branch');
  return `branch${Math.max(0, lane - first) % BRANCH_COLORS}`;
}

/** The name of the colour. */
export function eventColor(diagram: Pick<Diagram, 'lanes'>, { kind, origin }: Pick<DiagramEvent, 'kind' | 'origin'>): string {
  if (kind === 'fault') return 'fault';
  if (kind === 'park' || kind === 'short') return 'waiting';
  return origin === undefined ? 'ink' : branchColor(diagram, origin);
}

export function arrowColor(diagram: Pick<Diagram, 'lanes'>, { kind, origin }: Pick<Arrow, 'kind' | 'origin'>): string {
  return kind === 'writes' && origin !== undefined ? branchColor(diagram, origin) : 'call';
}
