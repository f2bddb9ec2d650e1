import { expect, test } from 'vitest';
import { Bank } from './bank.js';

const ADDRESSES = [
  'localhost:20001',
  '127.0.0.1:1',
  '[::1]:65535',
  'branch-1.bank:443',
  'unix:/run/branch',
  'dns:///branch:20001',
];
const NO_ADDRESSES = [
  '',
  'localhost',
  'localhost:',
  'localhost:0',
  'localhost:65536',
  '::1',
  '20001',
  'http://localhost:20001',
  'a b:1',
];

test.each(ADDRESSES)('%s is an address', (address) => {
  new Bank({ branches: { 1: address } }).close();
});

test.each(NO_ADDRESSES)(
  'what cannot be an address is said at once, and not taken for a branch that does not answer: "%s"',
  (address) => {
    const message = `the address of branch 1 is a host and a port, such as 'localhost:20001', not '${address}'`;
    expect(() => new Bank({ branches: { 1: address } })).toThrow(new RangeError(message));
  },
);

test.each([undefined, null, {}, { branches: undefined }, { branches: 'localhost:20001' }])(
  'what says of no branch where it is is no bank, and is told so: %j',
  (options) => {
    const begin = () => new Bank(options as never);
    expect(begin).toThrow(RangeError);
    expect(begin).toThrow("branches says where each of them is, as in new Bank({ branches: { 1: 'localhost:20001' } }); it is ");
  },
);

test('a session of nobody is refused by name', () => {
  const bank = new Bank({ branches: { 1: 'localhost:20001' } });
  expect(() => bank.session(undefined as never)).toThrow(new RangeError('a customer is a text of 1 to 128 characters'));
  bank.close();
});

test('credentials of another copy of the library are said at once', () => {
  const begin = () => new Bank({ branches: { 1: 'localhost:20001' }, credentials: {} as never });
  expect(begin).toThrow(TypeError);
  expect(begin).toThrow('those of the @grpc/grpc-js that passbook uses');
});
