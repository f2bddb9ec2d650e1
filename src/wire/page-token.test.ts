import { expect, test } from 'vitest';
import { branchId, foundedAccount, type OriginId, openedAccount, originId } from '../domain/ids.js';
import { Rng } from '../std/rng.js';
import { WireError } from './messages.js';
import { formatPageToken, type PageToken, parsePageToken } from './page-token.js';

function anyToken(rng: Rng): PageToken {
  const origins = Array.from({ length: rng.integer(1, 5) }, (_, i) => originId(branchId(i + 1), rng.uint32()));
  const vector = new Map<OriginId, number>();
  const broughtForward = new Map<OriginId, number>();
  for (const origin of origins) {
    vector.set(origin, rng.integer(2, 2 ** 40));
    if (rng.chance(0.5)) broughtForward.set(origin, rng.integer(1, (vector.get(origin) as number) - 1));
  }
  const origin = rng.pick(origins);
  const sequence = rng.integer((broughtForward.get(origin) ?? 0) + 1, vector.get(origin) as number);
  const account = rng.pick([foundedAccount(7), openedAccount({ origin, sequence: 9 })]);
  return { account, vector, broughtForward, last: { rank: sequence + rng.integer(0, 2 ** 40), id: { origin, sequence } } };
}

test('a page token reads as it was written', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const token = anyToken(new Rng(seed));
    expect(parsePageToken(formatPageToken(token)), `seed ${seed}`).toEqual(token);
  }
});

test('a page token that was changed, cut or made up is refused in words', () => {
  const rng = new Rng(1);
  const characters = 'ABCDEFabcdef0123456789-_+/. ';
  for (let i = 0; i < 2000; i++) {
    const text = formatPageToken(anyToken(rng));
    const at = rng.integer(0, text.length - 1);
    const other = characters[rng.integer(0, characters.length - 1)] as string;
    const bad = rng.pick([text.slice(0, at), text.slice(0, at) + other + text.slice(at + 1), text + other, other.repeat(at)]);
    if (bad !== text)
      expect(() => parsePageToken(bad), bad).toThrow(
        new WireError('the page token is not one that a branch gave, or not all of it'),
      );
  }
  // As branches gave them once.
  expect(() => parsePageToken('100.CgIBAhIICwAAABYAAAAaAgoU')).toThrow(WireError);
});

test.each<[string, (token: PageToken) => Partial<PageToken>]>([
  [
    'beyond what is listed',
    ({ vector, last }) => ({ last: { ...last, id: { ...last.id, sequence: (vector.get(last.id.origin) as number) + 1 } } }),
  ],
  ['among what is brought forward', ({ vector }) => ({ broughtForward: vector })],
  ['before the first write', ({ last }) => ({ last: { ...last, id: { ...last.id, sequence: 0 } } })],
  ['with a rank that no write has', ({ last }) => ({ last: { ...last, rank: last.id.sequence - 1 } })],
  ['that brings forward more than it lists', () => ({ broughtForward: new Map([[originId(branchId(99), 1), 1]]) })],
])('a page token %s is refused', (_, change) => {
  const token = anyToken(new Rng(3));
  expect(() => parsePageToken(formatPageToken({ ...token, ...change(token) }))).toThrow(WireError);
});
