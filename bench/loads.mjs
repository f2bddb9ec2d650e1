// What is asked of a bank, through the SDK.

/**
 * Deposits, so many under way at each branch all the time; each is acknowledged
 * when it is durable at its branch. Returns how many were done and how long it took.
 */
export async function deposits({ bank, branches }, ms, { sessions, underWay }) {
  const latencies = [];
  const began = performance.now();
  let count = 0;
  const worker = async (session) => {
    for (;;) {
      const sentMs = performance.now();
      if (sentMs - began >= ms) return;
      const reply = await session.deposit({ account: '1', amountMinor: 1 + (count & 1023), concurrent: true });
      if (!reply.ok) throw new Error(reply.message);
      if (count++ % 16 === 0) latencies.push(performance.now() - sentMs);
    }
  };
  const workers = branches.flatMap((branch) =>
    Array.from({ length: sessions }, (_, i) => {
      const session = bank.session({ customer: `c${branch}-${i}`, branch });
      return Array.from({ length: underWay / sessions }, () => worker(session));
    }).flat(),
  );
  await Promise.all(workers);
  return { count, tookMs: performance.now() - began, latencies };
}

/** So many sessions with one deposit or query after another each, all at their branch. */
export async function singles({ bank, branches }, ms, sessions) {
  const latencies = [];
  const began = performance.now();
  let count = 0;
  const worker = async (i) => {
    const session = bank.session({ customer: `s${i}`, branch: branches[i % branches.length] });
    for (let n = 0; performance.now() - began < ms; n++) {
      const sentMs = performance.now();
      const reply = n % 2 === 0 ? await session.deposit({ account: '1', amountMinor: 7 }) : await session.query({ account: '1' });
      if (!reply.ok) throw new Error(reply.message);
      if (count++ % 4 === 0) latencies.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: sessions }, (_, i) => worker(i)));
  return { count, tookMs: performance.now() - began, latencies };
}

/** A deposit at one branch, then a query at another that has to show it; one after the other. */
export async function moves({ bank, branches }, ms) {
  const latencies = [];
  const session = bank.session({ customer: 'traveller' });
  const began = performance.now();
  for (let n = 0; performance.now() - began < ms; n++) {
    const sentMs = performance.now();
    const [here, there] = [branches[n % branches.length], branches[(n + 1) % branches.length]];
    await session.deposit({ account: '1', amountMinor: 1, branch: here });
    const reply = await session.query({ account: '1', branch: there });
    if (!reply.ok) throw new Error(reply.message);
    latencies.push(performance.now() - sentMs);
  }
  return { count: latencies.length, tookMs: performance.now() - began, latencies };
}
