import { crc32 } from 'node:zlib';
import type { AccountId, WriteId } from '../domain/ids.js';
import { includes, includesWrite, type VersionVector } from '../domain/vector.js';
import { pb, WireError } from './messages.js';
import { checkSequence, packOrigin, packVector, unpackOrigin, unpackVector } from './vectors.js';

/** What one page of a listing leaves to the next. */
export interface PageToken {
  readonly account: AccountId;
  /** The writes that the listing shows, but for those that it brings forward. */
  readonly vector: VersionVector;
  readonly broughtForward: VersionVector;
  /** The last entry so far. */
  readonly last: { readonly rank: number; readonly id: WriteId };
}

const CHECKSUM_BYTES = 4;
const NOT_A_TOKEN = 'the page token is not one that a branch gave, or not all of it';

export function formatPageToken({ account, vector, broughtForward, last }: PageToken): string {
  const body = pb.PageToken.encode({
    account,
    vector: packVector(vector),
    broughtForward: packVector(broughtForward),
    rank: last.rank,
    last: { origin: packOrigin(last.id.origin), sequence: last.id.sequence },
  }).finish();
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([body, checksum]).toString('base64url');
}

export function parsePageToken(text: string): PageToken {
  const bytes = Buffer.from(text, 'base64url');
  const at = bytes.length - CHECKSUM_BYTES;
  // Decoding skips what is no base64, so the text is compared.
  const isWhole = at > 0 && bytes.toString('base64url') === text && crc32(bytes.subarray(0, at)) === bytes.readUInt32BE(at);
  if (!isWhole) throw new WireError(NOT_A_TOKEN);
  let message: InstanceType<typeof pb.PageToken>;
  try {
    message = pb.PageToken.decode(bytes.subarray(0, at));
  } catch {
    throw new WireError(NOT_A_TOKEN);
  }
  return check({
    account: message.account as AccountId,
    vector: unpackVector(message.vector),
    broughtForward: unpackVector(message.broughtForward),
    last: {
      rank: checkSequence(message.rank),
      id: { origin: unpackOrigin(message.last?.origin), sequence: checkSequence(message.last?.sequence) },
    },
  });
}

function check(token: PageToken): PageToken {
  const { vector, broughtForward, last } = token;
  const isListed = includesWrite(vector, last.id) && !includesWrite(broughtForward, last.id);
  const isRanked = last.id.sequence >= 1 && last.rank >= last.id.sequence;
  if (!isListed || !isRanked || !includes(vector, broughtForward)) throw new WireError(NOT_A_TOKEN);
  return token;
}
