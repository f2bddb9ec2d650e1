import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BranchService, PropagationService, TellerService } from './services.js';

const CONTRACT = new URL('../../proto/passbook/v1/', import.meta.url);

/** Every method of the contract, as its text declares it. */
function declared(): object[] {
  const methods: object[] = [];
  for (const file of readdirSync(CONTRACT)) {
    const text = readFileSync(new URL(file, CONTRACT), 'utf8');
    for (const [, service, body = ''] of text.matchAll(/^service (\w+) \{([\s\S]*?)^\}/gm)) {
      const calls = body.matchAll(/rpc (\w+)\((stream )?(\w+)\) returns \((stream )?(\w+)\)/g);
      for (const [, name, requests, , responses] of calls) {
        methods.push({
          path: `/passbook.v1.${service}/${name}`,
          requestStream: requests !== undefined,
          responseStream: responses !== undefined,
        });
      }
    }
  }
  return methods;
}

test('the services are those of the contract, streams and all', () => {
  const here = [TellerService, PropagationService, BranchService].flatMap((service) =>
    Object.values(service).map(({ path, requestStream, responseStream }) => ({ path, requestStream, responseStream })),
  );
  const byPath = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
  expect(here.sort(byPath)).toEqual(declared().sort(byPath));
  expect(here.length).toBeGreaterThan(9);
});

test('what a method serializes, it reads back', () => {
  const { requestSerialize, requestDeserialize } = TellerService.deposit;
  const bytes = requestSerialize({ account: '7', amountMinor: 2 ** 53 - 1 } as never);
  expect(Buffer.isBuffer(bytes)).toBe(true);
  expect(requestDeserialize(bytes)).toMatchObject({ account: '7', amountMinor: 2 ** 53 - 1 });
});
