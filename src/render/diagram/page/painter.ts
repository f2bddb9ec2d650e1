import type { Arrow, Diagram, DiagramEvent } from '../model.js';
import { duration } from '../names.js';
import type { Bar } from '../picture/bars.js';
import { badgeCorners, clock, headOf, lineOf } from '../picture/geometry.js';
import { DASHES, glyphOf, waitingX } from '../picture/glyphs.js';
import { type Column, headText, headWidth, LABEL_GAP, LABEL_SIZE } from '../picture/layout.js';
import { arrowColor, eventColor } from '../picture/palette.js';
import type { Scene } from './scene.js';
import type { Theme } from './theme.js';
import { GUTTER, HEADER, type Viewport } from './viewport.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const LINE = 14;
const WIDEST = 260;
/** Smaller than this only labels that matter are legible among each other. */
const LABELLED = 0.35;
/** More than this at once are drawn as dots. */
const MOST_GLYPHS = 2500;

/** Names of colours, and lengths of dashes and gaps. */
interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly dash?: readonly number[];
}

/** Draws what is seen of a scene; of ten thousand events only those. */
export class Painter {
  private readonly fits = new Map<string, string>();

  constructor(
    private readonly scene: Scene,
    private readonly view: Viewport,
    private readonly theme: Theme,
    private readonly context: CanvasRenderingContext2D,
  ) {}

  private get diagram(): Diagram {
    return this.scene.diagram;
  }

  /** `selected`: its operation and its arrows stand out. */
  paint(selected: number | undefined, pixelRatio: number): void {
    const { context, view } = this;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, view.width, view.height);
    const [top, bottom] = [view.drawingY(HEADER - 20), view.drawingY(view.height + 20)];
    const [first, end] = [this.scene.firstBelow(top), this.scene.firstBelow(bottom)];
    this.bars(top, bottom);
    this.laneLines();
    this.pauses(top, bottom);
    this.arrows(top, bottom, selected);
    this.labels(first, end, selected);
    this.spots(first, end, selected);
    this.badges(top, bottom);
    this.times(first, end);
    this.heads();
  }

  private font(size: number, weight = 400): void {
    this.context.font = `${weight} ${size}px ${FONT}`;
  }

  private bars(top: number, bottom: number): void {
    const { spans } = this.diagram;
    for (const i of this.scene.spans.between(top, bottom)) {
      const { kind, lane } = spans[i] as Diagram['spans'][number];
      const { from, to, slot } = this.scene.layout.bars[i] as Bar;
      const x = this.view.x(this.scene.xOf(lane));
      const [y, height] = [this.view.y(from), (to - from) * this.view.scale];
      if (kind === 'operation') this.bar(x - 5, y, 10, height, { fill: 'operation' });
      else if (kind === 'parked' || kind === 'short')
        this.bar(x + waitingX(slot) - 3, y, 6, height, { fill: 'wait', stroke: 'waiting' });
      else if (kind === 'cut') this.bar(x - 6, y, 12, height, { stroke: 'fault', dash: [5, 3] });
      else this.bar(x - 9, y, 18, height, { fill: 'down', stroke: 'fault', dash: kind === 'paused' ? [2, 3] : [] });
    }
  }

  private bar(x: number, y: number, width: number, height: number, { fill, stroke, dash = [] }: Paint): void {
    const { context } = this;
    // Far beyond the edges dashes would take long to draw.
    const [upper, lower] = [Math.max(y, -50), Math.min(y + height, this.view.height + 50)];
    context.beginPath();
    context.roundRect(x, upper, width, Math.max(1, lower - upper), Math.min(4, width / 2));
    if (fill) {
      context.fillStyle = this.theme.color(fill);
      context.fill();
    }
    if (fill === 'wait') this.hatch(x, upper, width, lower - upper);
    if (!stroke) return;
    context.strokeStyle = this.theme.color(stroke);
    context.lineWidth = 1.2;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  }

  private hatch(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.strokeStyle = this.theme.color('waiting');
    context.lineWidth = 1.2;
    context.beginPath();
    for (let at = y + width; at < y + height; at += 5) {
      context.moveTo(x, at);
      context.lineTo(x + width, at - width);
    }
    context.stroke();
  }

  private laneLines(): void {
    const { context, view } = this;
    const bottom = Math.min(view.height, view.y(this.scene.layout.height));
    context.strokeStyle = this.theme.color('lane');
    context.lineWidth = 2;
    context.beginPath();
    for (const { x } of this.scene.layout.columns) {
      context.moveTo(view.x(x), HEADER);
      context.lineTo(view.x(x), bottom);
    }
    context.stroke();
  }

  private pauses(top: number, bottom: number): void {
    const { context, view } = this;
    context.strokeStyle = this.theme.color('soft');
    context.lineWidth = 1;
    context.setLineDash([1, 5]);
    context.beginPath();
    for (const { y } of this.scene.layout.pauses) {
      if (y < top || y > bottom) continue;
      context.moveTo(GUTTER - 6, view.y(y));
      context.lineTo(view.width, view.y(y));
    }
    context.stroke();
    context.setLineDash([]);
  }

  private arrows(top: number, bottom: number, selected: number | undefined): void {
    const groups = new Map<string, Arrow[]>();
    const chosen: Arrow[] = [];
    for (const i of this.scene.arrows.between(top, bottom)) {
      const arrow = this.diagram.arrows[i] as Arrow;
      if (selected !== undefined && this.isOf(arrow, selected)) chosen.push(arrow);
      else {
        const key = `${arrowColor(this.diagram, arrow)} ${arrow.kind}`;
        const group = groups.get(key);
        if (group) group.push(arrow);
        else groups.set(key, [arrow]);
      }
    }
    const shown = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
    // So many lines that none can be told from the next are a shade only.
    this.context.globalAlpha = Math.min(1, Math.max(0.12, (2 * this.view.height) / (shown + 1)));
    for (const group of groups.values()) this.lines(group, 1.4);
    this.context.globalAlpha = 1;
    for (const arrow of chosen) this.lines([arrow], 2.8);
  }

  /** Of the same operation, or beginning or ending there. */
  private isOf({ from, to }: Arrow, selected: number): boolean {
    if (from === selected || to === selected) return true;
    const { operation } = this.scene.event(selected);
    if (operation === undefined || to === undefined) return false;
    return this.scene.event(from).operation === operation && this.scene.event(to).operation === operation;
  }

  /** Arrows of one colour and kind. */
  private lines(arrows: readonly Arrow[], width: number): void {
    const { context, view, scene } = this;
    const [first] = arrows;
    if (!first) return;
    const color = this.theme.color(arrowColor(this.diagram, first));
    const lines = arrows.map((arrow) =>
      lineOf(
        arrow,
        this.diagram.events,
        (lane) => view.x(scene.xOf(lane)),
        (id) => view.y(scene.yOf(id)),
      ),
    );
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = width;
    context.setLineDash(view.scale < 0.15 ? [] : [...DASHES[first.kind]]);
    context.beginPath();
    for (const { x1, y1, x2, y2 } of lines) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
    context.setLineDash([]);
    if (view.scale > 0.15) for (const line of lines) if (!line.lost) this.polygon(headOf(line, width > 2 ? 11 : 8));
    for (const { lost, x2, y2 } of lines) if (lost) this.cross(x2, y2);
  }

  private polygon(corners: readonly (readonly [number, number])[], x = 0, y = 0): void {
    const { context } = this;
    context.beginPath();
    for (const [dx, dy] of corners) context.lineTo(x + dx, y + dy);
    context.closePath();
    context.fill();
  }

  private cross(x: number, y: number): void {
    const { context } = this;
    context.strokeStyle = this.theme.color('anomaly');
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - 4, y - 4);
    context.lineTo(x + 4, y + 4);
    context.moveTo(x - 4, y + 4);
    context.lineTo(x + 4, y - 4);
    context.stroke();
  }

  /** As many as there is room for; those that matter first. */
  private labels(first: number, end: number, selected: number | undefined): void {
    const taken = this.diagram.lanes.map((): number[] => []);
    this.font(LABEL_SIZE);
    this.context.lineJoin = 'round';
    const matters = (id: number) => id === selected || this.scene.marked.has(id);
    const ids = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    const few = this.view.scale >= LABELLED ? ids : ids.filter(matters);
    for (const id of [...few.filter(matters), ...few.filter((other) => !matters(other))]) {
      const { lane, label } = this.scene.event(id);
      if (label === '') continue;
      const y = this.view.y(this.scene.yOf(id)) + (this.scene.layout.drops[id] ?? 0);
      const others = taken[lane] as number[];
      if (this.view.scale < 1 && others.some((other) => Math.abs(other - y) < LINE)) continue;
      others.push(y);
      this.label(this.scene.event(id), y);
    }
  }

  private label({ id, lane, label }: DiagramEvent, y: number): void {
    const { context } = this;
    const { x, side } = this.scene.layout.columns[lane] as Column;
    const indent = LABEL_GAP + (side < 0 ? (this.scene.indents.get(id) ?? 0) : 0);
    const text = this.fitted(label, this.roomOf(lane, side) - indent);
    context.textAlign = side < 0 ? 'right' : 'left';
    context.strokeStyle = this.theme.color('paper');
    context.lineWidth = 4;
    const at = this.view.x(x) + side * indent;
    context.strokeText(text, at, y);
    context.fillStyle = this.theme.color('ink');
    context.fillText(text, at, y);
  }

  /** Up to the next lane. */
  private roomOf(lane: number, side: -1 | 1): number {
    const { columns } = this.scene.layout;
    const x = columns[lane]?.x ?? 0;
    const next = columns[lane + side]?.x;
    if (next === undefined) return side < 0 ? x * this.view.across : WIDEST;
    return Math.abs(next - x) * this.view.across - (side < 0 ? 10 : 20);
  }

  private fitted(text: string, room: number): string {
    const key = `${Math.floor(room / 8)} ${text}`;
    const known = this.fits.get(key);
    if (known !== undefined) return known;
    let shown = text;
    if (this.context.measureText(text).width > room) {
      const letters = [...text];
      while (letters.length > 1 && this.context.measureText(`${letters.join('')}…`).width > room) letters.pop();
      shown = `${letters.join('').trimEnd()}…`;
    }
    this.fits.set(key, shown);
    return shown;
  }

  private spots(first: number, end: number, selected: number | undefined): void {
    const dots = end - first > MOST_GLYPHS;
    for (let id = first; id < end; id++) {
      const event = this.scene.event(id);
      const [x, y] = [this.view.x(this.scene.xOf(event.lane)), this.view.y(this.scene.yOf(id))];
      if (this.scene.marked.has(id)) this.ring(x, y, 8, 'anomaly', 1.5);
      if (id === selected) this.ring(x, y, 12, 'focus', 3);
      if (!dots || id === selected || this.scene.marked.has(id)) this.spot(event, x, y);
      else {
        this.context.fillStyle = this.theme.color(eventColor(this.diagram, event));
        this.context.fillRect(x - 2, y - 1, 4, 2);
      }
    }
  }

  private spot(event: DiagramEvent, x: number, y: number): void {
    const { context } = this;
    const glyph = glyphOf(event);
    const size = Math.min(1, Math.max(0.5, this.view.scale ** 0.4));
    const color = this.theme.color(eventColor(this.diagram, event));
    context.fillStyle = glyph.filled ? color : this.theme.color('paper');
    context.strokeStyle = color;
    context.lineWidth = glyph.filled ? 1 : 1.8;
    if ('corners' in glyph)
      this.polygon(
        glyph.corners.map(([dx, dy]) => [dx * size, dy * size] as const),
        x,
        y,
      );
    else {
      context.beginPath();
      context.arc(x, y, glyph.radius * size, 0, 2 * Math.PI);
      context.fill();
    }
    context.stroke();
  }

  private ring(x: number, y: number, radius: number, color: string, width: number): void {
    const { context } = this;
    context.strokeStyle = this.theme.color(color);
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }

  private badges(top: number, bottom: number): void {
    const { context } = this;
    for (const { event, blamed, text, dx, half } of this.scene.badges) {
      const y = this.scene.yOf(event);
      if (y < top || y > bottom) continue;
      const at = this.view.x(this.scene.xOf(this.scene.event(event).lane)) + dx;
      context.fillStyle = this.theme.color(blamed ? 'anomaly' : 'paper');
      context.strokeStyle = this.theme.color('anomaly');
      context.lineWidth = 1.5;
      this.polygon(badgeCorners(half), at, this.view.y(y));
      context.stroke();
      this.font(11, 700);
      context.textAlign = 'center';
      context.fillStyle = this.theme.color(blamed ? 'onAnomaly' : 'anomaly');
      context.fillText(text, at, this.view.y(y) + 4);
    }
  }

  private times(first: number, end: number): void {
    const { context, view } = this;
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, GUTTER - 6, view.height);
    this.font(11);
    context.textAlign = 'right';
    context.fillStyle = this.theme.color('soft');
    let last = { y: Number.NEGATIVE_INFINITY, text: '' };
    for (let id = first; id < end; id++) {
      const y = view.y(this.scene.yOf(id)) + 4;
      if (y - last.y < 15) continue;
      const text = clock(this.scene.event(id).atUs, this.diagram.endUs);
      if (text === last.text) continue;
      context.fillText(text, GUTTER - 14, y);
      last = { y, text };
    }
    if (view.scale < 0.5) return;
    this.context.font = `italic ${this.context.font}`;
    for (const { y, us } of this.scene.layout.pauses) context.fillText(`+ ${duration(us)}`, GUTTER - 14, view.y(y) + 4);
  }

  private heads(): void {
    const { context, view } = this;
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, view.width, HEADER - 4);
    this.font(13, 600);
    context.textAlign = 'center';
    let edge = GUTTER - 20;
    for (const [i, { label, kind }] of this.diagram.lanes.entries()) {
      const { x, room } = this.scene.layout.columns[i] as Column;
      const width = headWidth(label, room);
      const at = view.x(x);
      // Where lanes are too close for all names, some go without.
      if (at - width / 2 < edge) continue;
      edge = at + width / 2 + 6;
      context.beginPath();
      context.roundRect(at - width / 2, 8, width, 26, kind === 'customer' ? 13 : 4);
      context.fillStyle = this.theme.color('raised');
      context.fill();
      context.strokeStyle = this.theme.color('lane');
      context.lineWidth = 1;
      context.stroke();
      context.fillStyle = this.theme.color('ink');
      context.fillText(headText(label, room), at, 25.5);
    }
  }
}
