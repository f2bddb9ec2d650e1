import { CommandError, Exit } from './exit.js';

const LONGEST_LINE = 64 * 1024 * 1024;

/** The lines of a text of any length, one after another; a CommandError says why it cannot be read. */
export async function* linesOf(stream: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let line = 1;
  try {
    for await (const bytes of stream) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() as string;
      if (rest.length > LONGEST_LINE)
        throw new CommandError(`${name}:${line + lines.length}: the line is too long`, Exit.badInput);
      line += lines.length;
      for (const each of lines) yield withoutReturn(each);
    }
    rest += decoder.decode();
  } catch (error) {
    throw asCommandError(error, name, line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function asCommandError(error: unknown, name: string, line: number): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new CommandError(`${name}: not UTF-8 text, near line ${line}`, Exit.badInput);
  if (code === 'ENOENT') return new CommandError(`${name} cannot be read: there is no such file`, Exit.badInput);
  if (code === 'EISDIR') return new CommandError(`${name} cannot be read: it is a folder`, Exit.badInput);
  if (typeof code === 'string' && code.startsWith('E'))
    return new CommandError(`${name} cannot be read: ${message}`, Exit.badInput);
  return error;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
