import { expect, test } from 'vitest';
import { branchId, type CustomerId, originId } from '../domain/ids.js';
import type { Passbook } from '../domain/session.js';
import { Rng } from '../std/rng.js';
import { passbookText } from '../wire/vectors.js';
import { formatPassbook, PassbookError, readPassbook, SessionPassbook } from './passbook-text.js';

const [FIRST, SECOND] = [originId(branchId(1), 0xfedcba98), originId(branchId(2), 7)] as const;
const PASSBOOK: Passbook = {
  bankId: 'bank',
  customer: 'ada' as CustomerId,
  written: new Map([[FIRST, 5]]),
  read: new Map([
    [FIRST, 4],
    [SECOND, Number.MAX_SAFE_INTEGER],
  ]),
};
const TEXT = formatPassbook(PASSBOOK);

test('a passbook is one word, and reads back as it was', () => {
  expect(TEXT).toMatch(/^pb1-[A-Za-z0-9_-]+$/);
  expect(readPassbook(TEXT)).toEqual(PASSBOOK);
  const { bankId, customer, written, read } = PASSBOOK;
  const carried = new SessionPassbook(bankId, customer, written, read);
  expect([String(carried), JSON.parse(JSON.stringify({ carried }))]).toEqual([TEXT, { carried: TEXT }]);
});

test('white space around it and within, as of a mail, does no harm', () => {
  expect(readPassbook(`  ${TEXT.slice(0, 20)}\n ${TEXT.slice(20)}\n`)).toEqual(PASSBOOK);
});

test('one with any character changed, left out or doubled is refused', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/=';
  const damaged: string[] = [];
  for (let i = 0; i < TEXT.length; i++) {
    const [before, after] = [TEXT.slice(0, i), TEXT.slice(i + 1)];
    damaged.push(before, before + after, before + TEXT[i] + TEXT[i] + after);
    for (const other of alphabet) if (other !== TEXT[i]) damaged.push(before + other + after);
  }
  for (const text of damaged) expect(() => readPassbook(text), text).toThrow(PassbookError);
});

test('two neighbours that changed places are noticed', () => {
  for (let i = 4; i + 1 < TEXT.length; i++) {
    const swapped = TEXT.slice(0, i) + TEXT[i + 1] + TEXT[i] + TEXT.slice(i + 2);
    if (swapped !== TEXT) expect(() => readPassbook(swapped)).toThrow('the passbook is damaged');
  }
});

test.each([
  ['', 'this is not a passbook, which begins with pb1-: ""'],
  ['hello', 'this is not a passbook, which begins with pb1-: "hello"'],
  [passbookText(PASSBOOK), 'this is not a passbook'],
  ['pb2-AAAA', 'the passbook is of version 2, and this program reads version 1 only'],
  ['pb1-', 'the passbook is damaged: a character is wrong or missing; copy it again, all of it'],
])('%j is refused, and why', (text, why) => {
  expect(() => readPassbook(text)).toThrow(why);
});

test('what has a right checksum and is no passbook is refused, and nothing else is thrown', () => {
  const rng = new Rng(5);
  for (let i = 0; i < 3000; i++) {
    const length = rng.integer(0, 40);
    const body = Buffer.from(Array.from({ length }, () => rng.integer(0, 255)));
    try {
      readPassbook(sealed(body));
    } catch (error) {
      expect(error).toBeInstanceOf(PassbookError);
    }
  }
});

/** As the format is documented: `pb1-`, then the bytes and their CRC-32 in base64url. */
function sealed(body: Buffer): string {
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return `pb1-${Buffer.concat([body, checksum]).toString('base64url')}`;
}
