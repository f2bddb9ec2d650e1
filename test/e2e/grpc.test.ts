import { createRequire } from 'node:module';
import { join } from 'node:path';
import { protoPath as healthProto } from 'grpc-health-check';
import { describe, expect } from 'vitest';
import { branches, scenario } from './bank.js';
import { type Message, PASSBOOK_PROTOS, type Refusal, Stub } from './grpc.js';
import { type Bench, type Command, freeBasePort, HOST, test as plainTest, ROOT } from './harness.js';
import { killProcess } from './processes.js';

const SERVICES = ['passbook.v1.TellerService', 'passbook.v1.PropagationService', 'passbook.v1.BranchService'];
const REFLECTION = join(createRequire(import.meta.url).resolve('@grpc/reflection'), '../../proto/grpc/reflection');

/** A stock tool. */
const BUF = { program: [process.execPath, join(ROOT, 'node_modules/@bufbuild/buf/bin/buf')] };

/** Three branches of `passbook branches`, each with 100 minor units to begin with, and stubs for them. */
class Branches {
  command!: Command;
  private basePort = 0;
  private readonly stubs: Stub[] = [];

  constructor(readonly bench: Bench) {}

  async start(...args: string[]): Promise<this> {
    this.basePort = Number(await freeBasePort(3));
    const file = this.bench.file('bank.json', scenario(branches(3, 1)));
    this.command = this.bench.start(['branches', file, '--base-port', String(this.basePort), ...args]);
    await this.command.says(/3 branches listen/);
    return this;
  }

  port(branch: number): number {
    return this.basePort + branch;
  }

  stub(branch: number, service: string, protos: readonly string[] = PASSBOOK_PROTOS): Stub {
    const stub = new Stub(protos, service, this.basePort + branch);
    this.stubs.push(stub);
    return stub;
  }

  teller(branch: number): Stub {
    return this.stub(branch, 'passbook.v1.TellerService');
  }

  office(branch: number): Stub {
    return this.stub(branch, 'passbook.v1.BranchService');
  }

  close(): void {
    for (const stub of this.stubs) stub.close();
  }
}

const test = plainTest.extend<{ bank: Branches }>({
  bank: async ({ bench }, use) => {
    const bank = new Branches(bench);
    await use(bank);
    bank.close();
  },
});

interface Written {
  readonly passbook: Passbook;
  readonly writeId: { readonly origin: { readonly branch: number; readonly nonce: number }; readonly sequence: number };
  readonly account?: string;
}

interface Passbook {
  readonly bankId: string;
  readonly customer: string;
  readonly branches: readonly number[];
  readonly nonces: readonly number[];
  readonly written: readonly number[];
  readonly read: readonly number[];
}

interface Balance {
  readonly passbook: Passbook;
  readonly balanceMinor: string;
}

interface Page {
  readonly entries: readonly Message[];
  readonly nextPageToken: string;
  readonly passbook: Passbook;
}

const ada = (passbook?: Passbook) => ({ customer: 'ada', ...(passbook && { passbook }) });

describe('what every gRPC service has', () => {
  test('health: SERVING, for the branch and for each of its services', async ({ bank }) => {
    const health = (await bank.start()).stub(2, 'grpc.health.v1.Health', [healthProto]);
    for (const service of ['', ...SERVICES]) expect(await health.call('Check', { service })).toEqual({ status: 'SERVING' });
    await expect(health.call('Check', { service: 'passbook.v1.NoSuchService' })).rejects.toMatchObject({ code: 5 });
  });

  test.for(['v1', 'v1alpha'])('reflection %s: lists the services and shows their files', async (version, { bank }) => {
    await bank.start();
    const reflection = bank.stub(1, `grpc.reflection.${version}.ServerReflection`, [
      join(REFLECTION, version, 'reflection.proto'),
    ]);
    const call = reflection.converse('ServerReflectionInfo');
    const answers: Message[] = [];
    call.on('data', (answer: Message) => answers.push(answer));
    const ended = new Promise((resolve, reject) => call.on('end', resolve).on('error', reject));
    call.write({ listServices: '' });
    call.write({ fileContainingSymbol: 'passbook.v1.TellerService' });
    call.end();
    await ended;
    const [listed, shown] = answers as [Message, Message];
    const { service } = listed.listServicesResponse as { service: { name: string }[] };
    expect(service.map(({ name }) => name)).toEqual(expect.arrayContaining(SERVICES));
    const { fileDescriptorProto } = shown.fileDescriptorResponse as { fileDescriptorProto: Buffer[] };
    const shape = Buffer.concat(fileDescriptorProto).toString('latin1');
    for (const name of ['TellerService', 'Deposit', 'DepositRequest', 'amount_minor']) expect(shape).toContain(name);
  });

  test('reflection is enough for a tool that has no files', async ({ bank }) => {
    await bank.start();
    const url = `http://${HOST}:${bank.port(1)}`;
    const curl = ['curl', '--protocol', 'grpc', '--http2-prior-knowledge'];
    const listed = await bank.bench.passbook([...curl, '--list-methods', url], BUF);
    expect(listed.stdout).toContain('passbook.v1.TellerService/Deposit');
    const query = ['-d', '{"context": {"customer": "ada"}}', `${url}/passbook.v1.TellerService/Query`];
    const { stdout, stderr } = await bank.bench.passbook([...curl, ...query], BUF);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ balanceMinor: '100', availableMinor: '34' });
  });
});

describe('unary calls, for people and other languages', () => {
  test('a deposit at one branch is read at another with the passbook that came back', async ({ bank }) => {
    await bank.start('--delay', '300ms');
    const { passbook, writeId } = await bank.teller(1).call<Written>('Deposit', { context: ada(), amountMinor: 40_000 });
    expect(writeId).toMatchObject({ origin: { branch: 1 }, sequence: 1 });
    expect(passbook).toMatchObject({ customer: 'ada', branches: [1], written: [1] });
    const stranger = await bank.teller(2).call<Balance>('Query', { context: { customer: 'bob' } });
    expect(stranger.balanceMinor).toBe('100');
    const careless = await bank
      .teller(2)
      .call<Balance>('Query', { context: { ...ada(passbook), guarantees: { guarantees: [] } } });
    expect(careless.balanceMinor).toBe('100');
    const own = await bank.teller(2).call<Balance>('Query', { context: ada(passbook) });
    expect(own.balanceMinor).toBe('40100');
    expect(own.passbook).toMatchObject({ written: [1], read: [1] });
  });

  test('the same request id twice applies once, and is answered alike', async ({ bank }) => {
    const teller = (await bank.start()).teller(1);
    const request = { context: { ...ada(), requestId: { session: 77, counter: 1 } }, amountMinor: 500 };
    const first = await teller.call<Written>('Deposit', request);
    const [second, third] = await Promise.all([
      teller.call<Written>('Deposit', request),
      teller.call<Written>('Deposit', request),
    ]);
    expect([second.writeId, third.writeId]).toEqual([first.writeId, first.writeId]);
    expect(await teller.call<Balance>('Query', { context: ada() })).toMatchObject({ balanceMinor: '600' });
    const again = await teller.call<Written>('Deposit', {
      ...request,
      context: { ...ada(), requestId: { session: 77, counter: 2 } },
    });
    expect(again.writeId.sequence).toBe(first.writeId.sequence + 1);
  });

  test('accounts are opened, money is transferred, and every branch lists the same entries, page by page', async ({ bank }) => {
    await bank.start('--delay', '20ms');
    const [one, two] = [bank.teller(1), bank.teller(2)];
    const opened = await one.call<Written>('Open', { context: ada(), label: 'savings' });
    const account = opened.account as string;
    let { passbook } = opened;
    for (let i = 1; i <= 5; i++) {
      const deposited = await (i % 2 ? one : two).call<Written>('Deposit', {
        context: ada(passbook),
        account,
        amountMinor: 100 * i,
      });
      passbook = deposited.passbook;
    }
    ({ passbook } = await two.call<Written>('Transfer', {
      context: ada(passbook),
      fromAccount: account,
      toAccount: '1',
      amountMinor: 250,
    }));
    for (const [of, balance] of [
      [account, '1250'],
      ['1', '350'],
    ])
      expect(await bank.teller(3).call<Balance>('Query', { context: ada(passbook), account: of })).toMatchObject({
        balanceMinor: balance,
      });

    /** All pages; page n is asked for at `tellers[n % length]`. */
    const list = async (...tellers: Stub[]) => {
      const pages: (readonly Message[])[] = [];
      let pageToken = '';
      do {
        const teller = tellers[pages.length % tellers.length] as Stub;
        const page = await teller.call<Page>('ListEntries', { context: ada(passbook), account, pageSize: 3, pageToken });
        pages.push(page.entries);
        pageToken = page.nextPageToken;
      } while (pageToken !== '');
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      return pages.flat();
    };
    const entries = await list(one);
    expect(entries.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['WRITE_KIND_OPEN', 0],
      ...[100, 200, 300, 400, 500].map((amount) => ['WRITE_KIND_DEPOSIT', amount]),
      ['WRITE_KIND_TRANSFER', -250],
    ]);
    expect(await list(two)).toEqual(entries);
    expect(await list(bank.teller(3), one, two)).toEqual(entries);
  });

  test('acknowledged by a majority although a branch is dead; by all: told that it stands', async ({ bank }) => {
    const { command, bench } = await bank.start();
    killProcess(bench.branches(command)[2]?.pid as number, 'SIGKILL');
    await command.says(/branch 3 died/);
    const teller = bank.teller(1);
    const request = { context: ada(), amountMinor: 10 };
    await teller.call<Written>('Deposit', { ...request, ackLevel: 'ACK_LEVEL_MAJORITY' });
    const refusal = await teller.refusal('Deposit', { ...request, ackLevel: 'ACK_LEVEL_ALL' }, 1000);
    expect(refusal).toMatchObject({ status: 'UNAVAILABLE', reason: 'ACK_LEVEL_NOT_REACHED', metadata: { applied: 'yes' } });
    expect(await teller.call<Balance>('Query', { context: ada() })).toMatchObject({ balanceMinor: '120' });
  });
});

interface Case {
  readonly method?: string;
  readonly request: (passbook: Passbook) => object;
  readonly timeoutMs?: number;
  readonly says: Partial<Refusal>;
}

/** Ada has deposited at branch 1, with request 1 of session 5, and shows this passbook there. */
const REFUSED: Readonly<Record<string, Case>> = {
  'more than the whole bank has': {
    method: 'Withdraw',
    request: (passbook) => ({ context: ada(passbook), amountMinor: 10_000 }),
    says: { status: 'FAILED_PRECONDITION', reason: 'INSUFFICIENT_FUNDS', fields: [], mayRetry: false },
  },
  'an account that nobody opened': {
    method: 'Query',
    request: () => ({ context: ada(), account: '7' }),
    says: { status: 'NOT_FOUND', reason: 'ACCOUNT_NOT_FOUND' },
  },
  'an amount of zero': {
    request: () => ({ context: ada(), amountMinor: 0 }),
    says: { status: 'INVALID_ARGUMENT', reason: 'INVALID_AMOUNT', fields: ['amount_minor'] },
  },
  'an amount above 2^53-1': {
    request: () => ({ context: ada(), amountMinor: '9007199254740993' }),
    says: { status: 'INVALID_ARGUMENT', reason: 'INVALID_AMOUNT', fields: ['amount_minor'] },
  },
  'no customer': {
    request: () => ({ context: {}, amountMinor: 1 }),
    says: { status: 'INVALID_ARGUMENT', reason: 'INVALID_REQUEST', fields: ['context.customer'] },
  },
  'what is no account': {
    request: () => ({ context: ada(), account: 'savings', amountMinor: 1 }),
    says: { status: 'INVALID_ARGUMENT', reason: 'INVALID_REQUEST', fields: ['account'] },
  },
  'a passbook that names a write of the future': {
    method: 'Query',
    request: (passbook) => ({ context: ada({ ...passbook, written: passbook.written.map((sequence) => sequence + 1000) }) }),
    timeoutMs: 500,
    says: { status: 'UNAVAILABLE', reason: 'SESSION_NOT_SATISFIED', mayRetry: true },
  },
  'the passbook of another customer': {
    request: (passbook) => ({ context: { customer: 'bob', passbook }, amountMinor: 1 }),
    says: { status: 'PERMISSION_DENIED', reason: 'SESSION_NOT_YOURS' },
  },
  'the passbook of another bank': {
    request: (passbook) => ({ context: ada({ ...passbook, bankId: 'elsewhere' }), amountMinor: 1 }),
    says: { status: 'PERMISSION_DENIED', reason: 'SESSION_NOT_YOURS' },
  },
  'a passbook with a hole in it': {
    request: (passbook) => ({ context: ada({ ...passbook, nonces: [] }), amountMinor: 1 }),
    says: { status: 'INVALID_ARGUMENT', reason: 'SESSION_MALFORMED' },
  },
  'the same request id with other content': {
    request: () => ({ context: { ...ada(), requestId: { session: 5, counter: 1 } }, amountMinor: 6 }),
    says: { status: 'ALREADY_EXISTS', reason: 'REQUEST_ID_REUSED' },
  },
};

describe('every error says why, and that nothing was applied', () => {
  test.for(Object.keys(REFUSED))('%s', async (name, { bank }) => {
    const { method = 'Deposit', request, timeoutMs, says } = REFUSED[name] as Case;
    const teller = (await bank.start()).teller(1);
    const context = { ...ada(), requestId: { session: 5, counter: 1 } };
    const { passbook } = await teller.call<Written>('Deposit', { context, amountMinor: 5 });
    const refusal = await teller.refusal(method, request(passbook), timeoutMs);
    expect(refusal).toMatchObject({ ...says, domain: 'passbook', metadata: { applied: 'no' } });
    expect(refusal.message).not.toBe('');
    expect(await teller.call<Balance>('Query', { context: ada() })).toMatchObject({ balanceMinor: '105' });
  });
});

describe('what operators ask', () => {
  test('GetStatus: who the branch is, what it has, and a digest that is equal where the writes are', async ({ bank }) => {
    await bank.start();
    const { passbook } = await bank.teller(2).call<Written>('Deposit', { context: ada(), amountMinor: 900 });
    for (const branch of [1, 2, 3]) await bank.teller(branch).call('Query', { context: ada(passbook) });
    const statuses = await Promise.all([1, 2, 3].map((branch) => bank.office(branch).call('GetStatus', {})));
    for (const [i, status] of statuses.entries()) {
      expect(status).toMatchObject({
        bankId: passbook.bankId,
        origin: { branch: i + 1 },
        members: [1, 2, 3],
        vector: { branches: [2], sequences: [1] },
        parked: 0,
        stateDigest: statuses[0]?.stateDigest,
      });
    }
    const allowances = statuses.map(({ accounts }) => (accounts as { allowanceMinor: string }[])[0]?.allowanceMinor);
    // 100 to begin with, in three parts; a deposit counts for the branch that took it.
    expect(allowances).toEqual(['34', '933', '33']);
  });

  test('ListWrites: the write set of a customer, or of all', async ({ bank }) => {
    await bank.start();
    const first = await bank.teller(1).call<Written>('Deposit', { context: ada(), amountMinor: 1 });
    const { passbook } = await bank.teller(2).call<Written>('Deposit', { context: ada(first.passbook), amountMinor: 2 });
    await bank.teller(2).call<Written>('Deposit', { context: { customer: 'bob' }, amountMinor: 3 });
    await bank.teller(3).call('Query', { context: ada(passbook) });
    const office = bank.office(2);
    const list = async (customer: string) => {
      const writes: Message[] = [];
      for await (const message of office.read('ListWrites', { customer }))
        writes.push(...((message as Message).writes as Message[]));
      return writes.map(({ customer, amountMinor }) => [customer, amountMinor]).sort();
    };
    expect(await list('ada')).toEqual([
      ['ada', 1],
      ['ada', 2],
    ]);
    expect(await list('')).toEqual([
      ['ada', 1],
      ['ada', 2],
      ['bob', 3],
    ]);
    expect(await list('nobody')).toEqual([]);
  });
});
