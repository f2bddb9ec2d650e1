import { ArrowBrush } from './arrow-brush.js';
import { BarBrush } from './bar-brush.js';
import { Brush } from './brush.js';
import { FrameBrush } from './frame-brush.js';
import { LabelBrush } from './label-brush.js';
import type { Scene } from './scene.js';
import { SpotBrush } from './spot-brush.js';
import type { Theme } from './theme.js';
import { HEADER, type Viewport } from './viewport.js';

/** Draws what is seen of a scene; of ten thousand events only those. */
export class Painter extends Brush {
  private readonly frame: FrameBrush;
  private readonly bars: BarBrush;
  private readonly arrows: ArrowBrush;
  private readonly labels: LabelBrush;
  private readonly spots: SpotBrush;

  constructor(scene: Scene, view: Viewport, theme: Theme, context: CanvasRenderingContext2D) {
    super(scene, view, theme, context);
    this.frame = new FrameBrush(scene, view, theme, context);
    this.bars = new BarBrush(scene, view, theme, context);
    this.arrows = new ArrowBrush(scene, view, theme, context);
    this.labels = new LabelBrush(scene, view, theme, context);
    this.spots = new SpotBrush(scene, view, theme, context);
  }

  /** `selected`: its operation and its arrows stand out. */
  paint(selected: number | undefined, pixelRatio: number): void {
    const { context, view } = this;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.fillStyle = this.theme.color('paper');
    context.fillRect(0, 0, view.width, view.height);
    const [top, bottom] = [view.drawingY(HEADER - 20), view.drawingY(view.height + 20)];
    const [first, end] = [this.scene.firstBelow(top), this.scene.firstBelow(bottom)];
    this.bars.paint(top, bottom);
    this.frame.laneLines();
    this.frame.pauses(top, bottom);
    this.arrows.paint(top, bottom, selected);
    this.labels.paint(first, end, selected);
    this.arrows.crosses();
    this.spots.paint(first, end, selected);
    this.spots.badges(top, bottom);
    this.frame.times(first, end);
    this.frame.heads();
  }
}
