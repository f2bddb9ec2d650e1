// What a program can do with a bank. Start one first, in another terminal:
//
//   npx passbook branches scenarios/two-branches.json
//   node examples/first-steps.mjs
//
// A number behind it is another base port.
import { log } from 'node:console';
import { Bank, formatAmount, unwrap } from 'passbook';

const port = Number(process.argv[2] ?? 20000);

const bank = new Bank({ branches: { 1: `localhost:${port + 1}`, 2: `localhost:${port + 2}` } });
const session = bank.session({ customer: 'ada' });

// Pay in at one branch, and ask another: it answers once it has the deposit.
await session.deposit({ account: '1', amount: '12.50', branch: 1 });
const reply = await session.query({ account: '1', branch: 2 });
if (reply.ok) log(`branch ${reply.branch} has ${formatAmount(reply.balance)}`);
else log(`refused: ${reply.message}`);

// Refusals are values: no exception, and no text to take apart.
const refused = await session.withdraw({ account: '1', amount: '1000000000.00' });
if (!refused.ok && refused.reason === 'INSUFFICIENT_FUNDS') log(`not enough; applied: ${refused.applied}`);

// Whoever prefers exceptions says so.
const { account } = await unwrap(session.open({ label: 'savings' }));
await unwrap(session.transfer({ from: '1', to: account, amount: '2.50' }));
const { balance, credits, debits } = await unwrap(session.query({ account }));
log(`savings: ${formatAmount(balance)} (in ${formatAmount(credits)}, out ${formatAmount(debits)})`);

// The lines of an account, as many as there are; fetched a page at a time.
for await (const entry of session.entries({ account })) log(`  ${entry.kind} ${formatAmount(entry.amountMinor)}`);

// Many at once: they leave together, and share one write to the disk of the branch.
const many = Array.from({ length: 1000 }, () => session.deposit({ account, amountMinor: 1, concurrent: true }));
const done = (await Promise.all(many)).filter(({ ok }) => ok);
log(`${done.length} deposits of a cent`);

// Not longer than this, and not if the customer leaves.
const leaving = new AbortController();
const patient = session.query({ account, timeoutMs: 2000, signal: leaving.signal });
leaving.abort();
log(`aborted: ${!(await patient).ok}`);

// The session as one word: print it, store it, resume it, here or on another machine.
const text = String(session.passbook);
const resumed = bank.session({ customer: 'ada', passbook: text });
const later = await unwrap(resumed.query({ account, branch: 2 }));
log(`resumed: ${formatAmount(later.balance)}`);

bank.close();
