import { describe, expect, it } from 'vitest';
import { anyDiagram, customerLane, readWithoutTheWrite } from '../fixtures.js';
import type { Diagram } from '../model.js';
import { PICTURES, TooMuch } from '../pictures.js';
import { svgOf } from './svg.js';

/** Names of elements, checked to be nested as XML wants it; throws at the first that is not. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [tag, close, name, attributes, selfClosed] of xml.matchAll(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g)) {
    if (close) expect(open.pop(), tag).toBe(name);
    else {
      names.push(name as string);
      if (!selfClosed) open.push(name as string);
      expect(attributes).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
  expect(open).toEqual([]);
  // Whatever is not a tag has no angle bracket and only known entities.
  expect(xml.replace(/<\/?[a-z]+(?: [\w:-]+="[^"<]*")*\/?>/g, '')).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|#39;)/);
  return names;
}

describe('the picture', () => {
  it('is well-formed whatever the labels are', () => {
    for (let seed = 1; seed <= 60; seed++) expect(elementsOf(svgOf(anyDiagram(seed)))[0]).toBe('svg');
  });

  it('has a title, a description with the anomalies, and every anomaly in words below', () => {
    const svg = svgOf(readWithoutTheWrite());
    expect(svg).toContain('<title id="pb-t">a lost write</title>');
    expect(svg).toMatch(/<desc[^>]*>[^<]*Anomaly 1, read-your-writes: The query answered 0 without it\./);
    expect(svg).toMatch(/<text[^>]*>The query answered 0 without it\.<\/text>/);
  });

  it('is dark where the reader likes it dark, and light on paper', () => {
    const svg = svgOf(readWithoutTheWrite());
    const [light, dark, print] = [...svg.matchAll(/--paper:(#\w+)/g)].map(([, color]) => color);
    expect(light).not.toBe(dark);
    expect(print).toBe(light);
    expect(svg).toMatch(/@media print\{\.pb-p\{--paper/);
  });

  it('what never arrived ends with a cross, and the legend says so only then', () => {
    const lost = readWithoutTheWrite();
    expect(svgOf(lost)).toContain('not seen to arrive</text>');
    const arrows = lost.arrows.filter(({ to }) => to !== undefined);
    expect(svgOf({ ...lost, arrows })).not.toContain('it never arrived');
  });

  it('arrows pass behind labels', () => {
    const svg = svgOf(readWithoutTheWrite());
    const ground = svg.indexOf('class="ground"');
    expect(ground).toBeGreaterThan(svg.lastIndexOf('<polygon', ground));
    expect(svg.indexOf('class="label"')).toBeGreaterThan(ground);
    // But not the end of one that is lost.
    expect(svg.indexOf('<path d="M-4 -4L4 4')).toBeGreaterThan(svg.lastIndexOf('class="label"'));
    const [, path = ''] = /class="ground" d="([^"]*)"/.exec(svg) ?? [];
    expect(path.match(/M/g)).toHaveLength(svg.match(/class="label"/g)?.length ?? 0);
  });

  it('says what its names of writes stand for', () => {
    expect(svgOf(readWithoutTheWrite())).toContain('Names of writes in full: 1-1 is 1-00000001-1.</text>');
    expect(svgOf(readWithoutTheWrite({ namesInFull: [] }))).not.toContain('Names of writes');
  });

  it('obeys no name from a file', () => {
    const svg = svgOf(readWithoutTheWrite({ lanes: [customerLane('</text><script>alert(1)</script>'), ...branches()] }));
    expect(elementsOf(svg)).not.toContain('script');
  });
});

it('more than a picture can show is refused', () => {
  const diagram = readWithoutTheWrite();
  const events = Array.from({ length: 401 }, (_, id) => ({ ...diagram.events[0], id, atUs: id }) as Diagram['events'][number]);
  const many = { ...diagram, events };
  expect(() => PICTURES.svg.draw(many)).toThrow(TooMuch);
  expect(() => PICTURES.svg.draw(many)).toThrow('401 events');
  expect(PICTURES.html.draw(many)).toContain('401 events');
});

function branches() {
  return readWithoutTheWrite().lanes.slice(1);
}
