import type { Diagram } from '../model.js';
import { clock } from '../picture/geometry.js';
import { byId } from './elements.js';
import { type Key, listen } from './keys.js';
import { Overview } from './overview.js';
import { Painter } from './painter.js';
import { Panel } from './panel.js';
import { Pointer } from './pointer.js';
import { Scene } from './scene.js';
import { Table } from './table.js';
import { Theme } from './theme.js';
import { HEADER, Viewport } from './viewport.js';
import { headline } from './words.js';

const ZOOM = 1.3;
/** How near to an event a click has to be, in pixels. */
const [NEAR_X, NEAR_Y] = [60, 16];

/** The page: a drawing that can be walked through, with details of the event where one stands. */
export class Explorer {
  private readonly canvas = byId<HTMLCanvasElement>('drawing');
  private readonly theme = new Theme();
  private readonly scene: Scene;
  private readonly view: Viewport;
  private readonly painter: Painter;
  private readonly overview: Overview;
  private readonly panel: Panel;
  private readonly table: Table;
  private selected: number | undefined;
  /** The one that shows at the selected event, or -1. */
  private anomaly = -1;
  private lastAnomaly = -1;
  private isDue = false;

  constructor(diagram: Diagram) {
    this.scene = new Scene(diagram);
    const { width, height, columns } = this.scene.layout;
    this.view = new Viewport(width, height, [columns[0]?.x ?? 0, width - (columns.at(-1)?.x ?? width)]);
    const context = this.canvas.getContext('2d') as CanvasRenderingContext2D;
    this.painter = new Painter(this.scene, this.view, this.theme, context);
    this.overview = new Overview(this.scene, this.view, this.theme, () => this.paintSoon());
    this.panel = new Panel(
      this.scene,
      (id) => this.select(id),
      (index) => this.showAnomaly(index),
    );
    this.table = new Table(this.scene, (id) => this.select(id));
  }

  start(): void {
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    for (const query of ['(prefers-color-scheme: dark)', 'print'])
      matchMedia(query).addEventListener('change', () => {
        this.theme.forget();
        this.paintSoon();
      });
    new Pointer(this.canvas, this.view, {
      moved: () => this.paintSoon(),
      clicked: (x, y) => {
        const id = this.eventAt(x, y);
        if (id !== undefined) this.select(id);
      },
      hovered: (x, y) => this.hover(x, y),
    });
    this.canvas.addEventListener('pointerleave', () => this.hover(-1, -1));
    listen(this.keys());
    for (const [id, act] of Object.entries(this.buttons())) byId(id).addEventListener('click', act);
    this.resize();
    this.view.begin();
    this.paint();
    if (this.scene.diagram.marks.length > 0) this.showAnomaly(0);
  }

  private keys(): Key[] {
    const key = (shown: string, keys: readonly string[], meaning: string, act: () => void): Key => ({
      shown,
      keys,
      meaning,
      act,
    });
    const last = this.scene.diagram.events.length - 1;
    return [
      key('↓', ['ArrowDown'], 'the next event', () => this.select((this.selected ?? -1) + 1)),
      key('↑', ['ArrowUp'], 'the event before', () => this.select((this.selected ?? 1) - 1)),
      key('→', ['ArrowRight'], 'to the lane at the right', () => this.beside(1)),
      key('←', ['ArrowLeft'], 'to the lane at the left', () => this.beside(-1)),
      key('j', ['j'], 'the next event of this lane', () => this.along(1)),
      key('k', ['k'], 'the one before', () => this.along(-1)),
      key('f', ['f'], 'follow an arrow to its other end', () => this.follow()),
      key('Enter', ['Enter'], 'to the details, and Escape back', () => this.panel.focus()),
      key('n', ['n'], 'the next anomaly', () => this.nextAnomaly(1)),
      key('p', ['p'], 'the anomaly before', () => this.nextAnomaly(-1)),
      key('+', ['+', '='], 'larger', () => this.zoom(ZOOM)),
      key('-', ['-'], 'smaller', () => this.zoom(1 / ZOOM)),
      key('0', ['0'], 'all of it', () => this.fit()),
      key('1', ['1'], 'natural size', () => this.zoom(1 / this.view.scale)),
      key(']', [']'], 'lanes further apart', () => this.widen(1.2)),
      key('[', ['['], 'lanes closer together', () => this.widen(1 / 1.2)),
      key('Page ↓', ['PageDown'], 'further down', () => this.page(1)),
      key('Page ↑', ['PageUp'], 'further up', () => this.page(-1)),
      key('Home', ['Home'], 'the first event', () => this.select(0)),
      key('End', ['End'], 'the last event', () => this.select(last)),
      key('t', ['t'], 'all events as a table, and back', () => this.toggleTable()),
      key('?', ['?'], 'this help', () => byId<HTMLDialogElement>('help').showModal()),
      key('Esc', ['Escape'], 'back to the drawing', () => this.canvas.focus()),
    ];
  }

  private buttons(): Record<string, () => void> {
    return {
      larger: () => this.zoom(ZOOM),
      smaller: () => this.zoom(1 / ZOOM),
      all: () => this.fit(),
      'anomaly-before': () => this.nextAnomaly(-1),
      'anomaly-after': () => this.nextAnomaly(1),
      'show-table': () => this.toggleTable(),
      'show-help': () => byId<HTMLDialogElement>('help').showModal(),
    };
  }

  private select(id: number): void {
    const { events, endUs } = this.scene.diagram;
    if (events.length === 0) return;
    this.selected = Math.max(0, Math.min(events.length - 1, id));
    const event = this.scene.event(this.selected);
    this.view.reveal(this.scene.xOf(event.lane), this.scene.yOf(this.selected));
    if (this.scene.diagram.marks[this.anomaly]?.events[0] !== this.selected) this.anomaly = this.anomalyAt(this.selected);
    this.panel.show(this.selected, this.anomaly);
    if (!byId('table').hidden) this.table.show(this.selected);
    const wrong = this.scene.diagram.marks[this.anomaly];
    const found = wrong ? `Anomaly ${this.anomaly + 1}, ${wrong.anomaly}: ${wrong.sentence} ` : '';
    byId('said').textContent = `${found}${headline(this.scene.diagram, event)}, at ${clock(event.atUs, endUs)}`;
    this.paintSoon();
  }

  /** The anomaly that shows there, or -1. */
  private anomalyAt(id: number): number {
    return this.scene.diagram.marks.findIndex(({ events }) => events[0] === id);
  }

  private beside(step: -1 | 1): void {
    if (this.selected === undefined) return this.select(0);
    const id = this.scene.beside(this.selected, step);
    if (id !== undefined) this.select(id);
  }

  private along(step: -1 | 1): void {
    if (this.selected === undefined) return this.select(0);
    const id = this.scene.along(this.selected, step);
    if (id !== undefined) this.select(id);
  }

  /** Onwards if an arrow leads on from here, else back to where one comes from. */
  private follow(): void {
    if (this.selected === undefined) return;
    const arrows = this.scene.arrowsAt(this.selected).map((i) => this.scene.diagram.arrows[i]);
    const onwards = arrows.find((arrow) => arrow?.from === this.selected && arrow?.to !== undefined)?.to;
    const id = onwards ?? arrows.find((arrow) => arrow?.to === this.selected)?.from;
    if (id !== undefined) this.select(id);
  }

  /** From the one that is shown, else from the last that was. */
  private nextAnomaly(step: -1 | 1): void {
    const { length } = this.scene.diagram.marks;
    if (length === 0) {
      byId('said').textContent = 'Nothing wrong was found.';
      return;
    }
    const from = this.lastAnomaly < 0 && step < 0 ? 0 : this.lastAnomaly;
    this.showAnomaly((from + step + length) % length);
  }

  private showAnomaly(index: number): void {
    const id = this.scene.diagram.marks[index]?.events[0];
    if (id === undefined) return;
    this.anomaly = this.lastAnomaly = index;
    this.view.center(this.scene.xOf(this.scene.event(id).lane), this.scene.yOf(id));
    this.select(id);
  }

  private zoom(factor: number): void {
    const at = this.selected === undefined ? undefined : this.view.y(this.scene.yOf(this.selected));
    const isSeen = at !== undefined && at > HEADER && at < this.view.height;
    this.view.zoom(factor, this.view.width / 2, isSeen ? at : this.view.height / 2);
    this.paintSoon();
  }

  private widen(factor: number): void {
    this.view.widen(factor);
    this.paintSoon();
  }

  private fit(): void {
    this.view.fit();
    this.paintSoon();
  }

  private page(step: -1 | 1): void {
    this.view.pan(0, step * 0.8 * this.view.height);
    this.paintSoon();
  }

  private toggleTable(): void {
    const table = byId('table');
    table.hidden = !table.hidden;
    byId('picture').hidden = !table.hidden;
    byId('show-table').setAttribute('aria-pressed', String(!table.hidden));
    if (table.hidden) this.resize();
    else this.table.show(this.selected ?? 0);
  }

  private eventAt(x: number, y: number): number | undefined {
    let best: number | undefined;
    let least = 1;
    const first = this.scene.firstBelow(this.view.drawingY(y - NEAR_Y));
    const end = this.scene.firstBelow(this.view.drawingY(y + NEAR_Y));
    for (let id = first; id < end; id++) {
      const dx = (this.view.x(this.scene.xOf(this.scene.event(id).lane)) - x) / NEAR_X;
      const dy = (this.view.y(this.scene.yOf(id)) - y) / NEAR_Y;
      const distance = Math.hypot(dx, dy);
      if (distance < least) [best, least] = [id, distance];
    }
    return best;
  }

  private hover(x: number, y: number): void {
    const id = x < 0 || y < HEADER ? undefined : this.eventAt(x, y);
    const tip = byId('tip');
    tip.hidden = id === undefined;
    this.canvas.style.cursor = id === undefined ? 'grab' : 'pointer';
    if (id === undefined) return;
    const event = this.scene.event(id);
    tip.textContent = `${clock(event.atUs, this.scene.diagram.endUs)}  ${headline(this.scene.diagram, event)}`;
    tip.style.left = `${Math.min(x + 14, this.view.width - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(y + 16, this.view.height - tip.offsetHeight - 8)}px`;
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.canvas.width = Math.round(clientWidth * devicePixelRatio);
    this.canvas.height = Math.round(clientHeight * devicePixelRatio);
    this.view.resize(clientWidth, clientHeight);
    // At once: setting the size has cleared the canvas.
    this.paint();
  }

  private paintSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    this.isDue = false;
    this.painter.paint(this.selected, devicePixelRatio);
    this.overview.paint(devicePixelRatio);
  }
}
