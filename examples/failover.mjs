// A customer who is served although a branch dies. Start a bank, then this:
//
//   npx passbook branches scenarios/ten-branches.json
//   node examples/failover.mjs
//
// and end the process of branch 1. A number behind it is another base port.
import { log } from 'node:console';
import { setTimeout as pause } from 'node:timers/promises';
import { Bank } from 'passbook';

const port = Number(process.argv[2] ?? 20000);
const branches = { 1: `localhost:${port + 1}`, 2: `localhost:${port + 2}`, 3: `localhost:${port + 3}` };

const bank = new Bank({ branches });
// An answer is given once another branch has the write as well: so it outlives its branch.
const session = bank.session({ customer: 'ada', acks: 'majority', timeoutMs: 5000 });

for (let i = 1; i <= 40; i++) {
  const reply = await session.deposit({ account: '1', amount: '1.00' });
  if (reply.ok) log(`deposit ${i}: branch ${reply.branch}`);
  else if (reply.applied === 'maybe') log(`deposit ${i}: nobody can tell; ${reply.message}`);
  else log(`deposit ${i}: ${reply.reason}`);
  await pause(100);
}

bank.close();
