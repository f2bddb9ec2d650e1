import type { DiagramEvent } from '../model.js';
import { clock } from '../picture/geometry.js';
import { button, byId, make } from './elements.js';
import type { Scene } from './scene.js';
import { anomaliesAt, arrowWords, headline } from './words.js';

/** Beside the drawing: the selected event, and what is wrong. */
export class Panel {
  private readonly details = byId('details');
  private readonly anomalies: HTMLButtonElement[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly select: (id: number) => void,
    private readonly showAnomaly: (index: number) => void,
  ) {
    this.listAnomalies();
    this.show(undefined);
  }

  /** `anomaly`: the one to point at, or -1. */
  show(id: number | undefined, anomaly = -1): void {
    const heading = make('h2', id === undefined ? 'Nothing is selected' : headline(this.scene.diagram, this.scene.event(id)));
    heading.tabIndex = -1;
    heading.id = 'details-heading';
    const parts =
      id === undefined ? [make('p', 'Click an event, or press an arrow key.', 'soft')] : this.partsOf(this.scene.event(id));
    this.details.replaceChildren(heading, ...parts);
    for (const [i, item] of this.anomalies.entries()) item.setAttribute('aria-current', String(i === anomaly));
  }

  focus(): void {
    byId('details-heading').focus();
  }

  private partsOf(event: DiagramEvent): HTMLElement[] {
    const { diagram } = this.scene;
    const place = `${clock(event.atUs, diagram.endUs)}, event ${event.id + 1} of ${diagram.events.length}`;
    const arrows = this.scene.arrowsAt(event.id).map((i) => {
      const arrow = diagram.arrows[i] as (typeof diagram.arrows)[number];
      const isFrom = arrow.from === event.id;
      const other = isFrom ? arrow.to : arrow.from;
      const words = arrowWords(diagram, arrow, isFrom);
      const item = other === undefined ? make('span', words) : button(words, () => this.select(other), 'link');
      return make('li', [item]);
    });
    const wrong = anomaliesAt(diagram, event.id).map(({ mark, number, shows, words }) =>
      make('p', `${shows ? `${number} ${mark.anomaly}:` : words} ${mark.sentence}`, shows ? 'wrong' : 'about'),
    );
    return [
      make('p', place, 'soft'),
      ...wrong,
      ...event.details.map((sentence) => make('p', sentence)),
      ...(arrows.length > 0 ? [make('h3', 'Arrows'), make('ul', arrows, 'arrows')] : []),
    ];
  }

  private listAnomalies(): void {
    const { marks } = this.scene.diagram;
    byId('anomalies-heading').textContent = marks.length === 0 ? 'Nothing wrong was found' : `Anomalies (${marks.length})`;
    for (const [i, { anomaly, sentence }] of marks.entries()) {
      const item = button('', () => this.showAnomaly(i), 'anomaly');
      item.append(make('span', String(i + 1), 'number'), make('strong', anomaly), make('span', sentence));
      this.anomalies.push(item);
      byId('anomalies').append(make('li', [item]));
    }
  }
}
