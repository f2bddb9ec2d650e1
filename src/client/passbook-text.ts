import { crc32 } from 'node:zlib';
import type { CustomerId } from '../domain/ids.js';
import type { Passbook } from '../domain/session.js';
import { WireError } from '../wire/messages.js';
import { parsePassbook, passbookText } from '../wire/vectors.js';

/** Says what the text is, and in which version. */
const PREFIX = 'pb1-';
const CHECKSUM_BYTES = 4;

/** A text is not a passbook, or not a whole one; the message says which. */
export class PassbookError extends Error {
  override name = 'PassbookError';
}

/** A passbook as it stood when its session was asked for it. */
export class SessionPassbook implements Passbook {
  constructor(
    readonly bankId: string,
    readonly customer: CustomerId,
    readonly written: Passbook['written'],
    readonly read: Passbook['read'],
  ) {}

  /** One word, to be printed, stored and resumed; mistyped, it is refused. */
  toString(): string {
    return formatPassbook(this);
  }

  toJSON(): string {
    return formatPassbook(this);
  }
}

/** A passbook as one word of letters, digits, - and _: a version, then what it carries and a checksum of that. */
export function formatPassbook(passbook: Passbook): string {
  const body = Buffer.from(passbookText(passbook), 'base64url');
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32BE(crc32(body));
  return PREFIX + Buffer.concat([body, checksum]).toString('base64url');
}

/**
 * What a session goes on from, whatever it was given. Throws a PassbookError for what is none:
 * bytes of a file, say, would otherwise make a new session, which forgets without a word.
 */
export function givenPassbook(given: unknown): Partial<Passbook> {
  if (given === undefined) return {};
  if (typeof given === 'string') return readPassbook(given);
  const { written, read } = (given ?? {}) as Partial<Passbook>;
  if (written instanceof Map && read instanceof Map) return given as Partial<Passbook>;
  throw new PassbookError(`a session goes on from the text of a passbook, not from ${what(given)}`);
}

function what(given: unknown): string {
  if (given instanceof Uint8Array) return 'bytes: read them as text';
  return given === null ? 'null' : `a value of type ${typeof given}`;
}

/** Reads what `formatPassbook` wrote; white space in it, as of a mail that broke the line, does no harm. */
export function readPassbook(text: string): Passbook {
  const word = text.replace(/\s+/g, '');
  if (!word.startsWith(PREFIX)) throw new PassbookError(whatElse(word));
  const encoded = word.slice(PREFIX.length);
  const bytes = Buffer.from(encoded, 'base64url');
  const at = bytes.length - CHECKSUM_BYTES;
  // The same bytes have several spellings, of which one was written; characters of no spelling are skipped.
  const isWhole = at >= 0 && bytes.toString('base64url') === encoded && crc32(bytes.subarray(0, at)) === bytes.readUInt32BE(at);
  if (!isWhole) throw new PassbookError('the passbook is damaged: a character is wrong or missing; copy it again, all of it');
  try {
    return parsePassbook(bytes.subarray(0, at).toString('base64url'));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new PassbookError(error.message);
  }
}

function whatElse(word: string): string {
  const version = /^pb(\d+)-/.exec(word)?.[1];
  if (version !== undefined) return `the passbook is of version ${version}, and this program reads version 1 only`;
  const shown = word.length > 12 ? `${word.slice(0, 12)}…` : word;
  return `this is not a passbook, which begins with ${PREFIX}: ${JSON.stringify(shown)}`;
}
