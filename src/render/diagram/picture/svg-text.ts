import { harmless } from '../../operation-words.js';

/** Text that a picture shows as it is, in an element or in an attribute. */
export function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of a picture; `content` is markup. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
  );
  return content === undefined ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

export function text(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(words));
}

/** What a pointer that rests on something shows. */
export function hint(...lines: readonly string[]): string {
  return `<title>${lines.map(escaped).join('\n')}</title>`;
}

export function points(corners: readonly (readonly [number, number])[], x = 0, y = 0): string {
  return corners.map(([dx, dy]) => `${rounded(x + dx)},${rounded(y + dy)}`).join(' ');
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
