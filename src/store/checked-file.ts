import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { createFile, type Files } from './files.js';
import { codeOf, explain } from './store-error.js';

/** JSON that people can read, with a checksum in its last line. */
export async function writeChecked(files: Files, path: string, value: object): Promise<void> {
  const bytes = Buffer.from(checked(JSON.stringify(value, undefined, 2)));
  await createFile(files, path, (fd) => files.writeLater(fd, bytes, 0));
}

/** Undefined if there is no such file. */
export function readChecked(path: string): { readonly value: unknown } | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw explain(error, path);
  }
  const json = text.slice(0, text.lastIndexOf('\ncrc32 '));
  // Byte for byte: what is cut off at the end, or added, is damage too.
  return checked(json) === text ? { value: JSON.parse(json) } : 'damaged';
}

function checked(json: string): string {
  return `${json}\ncrc32 ${crc32(json).toString(16).padStart(8, '0')}\n`;
}
