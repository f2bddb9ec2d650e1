import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CommandError, Exit } from './exit.js';

export interface InputText {
  /** For messages. */
  readonly name: string;
  readonly text: string;
}

/** Reads a file that the user named, `-` from standard input; a CommandError says why it cannot be read. */
export async function readInput(path: string, name = path === '-' ? 'standard input' : path): Promise<InputText> {
  return { name, text: decode(await readBytes(path, name), name) };
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    return path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    throw new CommandError(`${name} cannot be read: ${whyNot(error as NodeJS.ErrnoException)}`, Exit.badInput);
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'it is a folder' : message;
}

/** UTF-8, or UTF-16 with its mark, as which shells of Windows redirect what programs print. */
function decode(bytes: Buffer, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(`${name} is not UTF-8 text; save it as UTF-8`, Exit.badInput);
  }
}
