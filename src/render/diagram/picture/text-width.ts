/** How wide text is, without a browser to measure it: rather too wide than too narrow. */

const SLIM = /[ijlI.,:;'|!()[\]frt ]/;
const WIDE = /[mwMW@%#=+<>~&—→]/;

/** Of the size that bold text needs the room of. */
export const BOLD = 1.1;

/** Pixels in a sans-serif font of `size` pixels. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size;
}

/** As much of the text as fits, with an ellipsis where something is left out. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines of at most `width` pixels, broken at spaces; a word that is longer is broken anywhere. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, size: number, width: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

function widthOf(character: string): number {
  if ((character.codePointAt(0) as number) >= 0x1100) return character === '…' || character === '→' ? 1 : 1.15;
  if (SLIM.test(character)) return 0.42;
  return WIDE.test(character) || /\p{Lu}/u.test(character) ? 0.9 : 0.62;
}
