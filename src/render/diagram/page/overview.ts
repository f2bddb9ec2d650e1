import { byId } from './elements.js';
import type { Scene } from './scene.js';
import type { Theme } from './theme.js';
import { HEADER, type Viewport } from './viewport.js';

/** A strip with all of the run: where much happens, where something is wrong, and which part is seen. */
export class Overview {
  private readonly canvas = byId<HTMLCanvasElement>('overview');
  private height = 0;

  constructor(
    private readonly scene: Scene,
    private readonly view: Viewport,
    private readonly theme: Theme,
    moved: () => void,
  ) {
    const jump = (event: PointerEvent) => {
      view.center(undefined, (event.offsetY / this.height) * scene.layout.height);
      moved();
    };
    this.canvas.addEventListener('pointerdown', (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      jump(event);
    });
    this.canvas.addEventListener('pointermove', (event) => {
      if (event.buttons > 0) jump(event);
    });
  }

  paint(pixelRatio: number): void {
    const { canvas, scene, view, theme } = this;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    this.height = height;
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(pixelRatio, pixelRatio);
    context.fillStyle = theme.color('raised');
    context.fillRect(0, 0, width, height);
    const place = (y: number) => (y / scene.layout.height) * height;
    context.fillStyle = theme.color('call');
    for (const [y, many] of this.density(height)) {
      context.globalAlpha = Math.min(1, 0.25 + many / 12);
      context.fillRect(4, y, width - 8, 1);
    }
    context.globalAlpha = 1;
    context.fillStyle = theme.color('anomaly');
    for (const { events } of scene.diagram.marks)
      for (const id of events.slice(0, 1)) context.fillRect(0, place(scene.yOf(id)) - 1.5, width, 3);
    const [from, to] = [place(view.drawingY(HEADER)), place(view.drawingY(view.height))];
    context.strokeStyle = theme.color('focus');
    context.lineWidth = 2;
    context.strokeRect(1, Math.max(1, from), width - 2, Math.min(height - 1, to) - Math.max(1, from));
  }

  /** How many events there are on each line of pixels. */
  private density(height: number): Map<number, number> {
    const many = new Map<number, number>();
    for (const y of this.scene.layout.ys) {
      const line = Math.floor((y / this.scene.layout.height) * height);
      many.set(line, (many.get(line) ?? 0) + 1);
    }
    return many;
  }
}
