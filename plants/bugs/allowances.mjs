/** Checks that would catch an allowance below 0 before anybody has seen it. */
const NEGATIVE_ALLOWANCES = [
  { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
  { file: 'src/wire/snapshot.ts', from: '/^\\d+$/', to: '/^-?\\d+$/' },
];

/** Who may pay out what. @type {import('../catalogue.mjs').Plants} */
export const ALLOWANCES = {
  'asks-all-but-one': {
    part: 'allowances',
    mistake: 'Lack of money is concluded from the answers of all branches but one.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'new Map(this.host.others.map((branch) => [branch, short]))',
        to: 'new Map(this.host.others.slice(1).map((branch) => [branch, short]))',
      },
    ],
  },

  'allowance-off-by-one': {
    part: 'allowances',
    mistake: 'A branch pays out one unit more than it may.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (allowance < BigInt(operation.amount)) {',
        to: 'if (allowance < BigInt(operation.amount) - 1n) {',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'balance-is-enough': {
    part: 'allowances',
    mistake: 'A branch pays out what the account holds, also what other branches may pay out.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const allowance = allowanceOf(account, self);\n    if (allowance <',
        to: 'const allowance = balanceOf(account);\n    if (allowance <',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'nothing-is-checked': {
    part: 'allowances',
    mistake: 'A withdrawal never looks at what there is.',
    changes: [
      { file: 'src/core/serving.ts', from: 'if (allowance < BigInt(operation.amount)) {', to: 'if (allowance < 0n) {' },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'giver-keeps-its-grant': {
    part: 'allowances',
    mistake: 'A branch that gives allowance away goes on paying it out.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    replica.ledger.grant(account, self, to, amount);\n',
        to: '',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'grant-counts-twice': {
    part: 'allowances',
    mistake: 'A grant that is applied adds to the receiver without taking from the giver.',
    changes: [
      {
        file: 'src/core/ledger.ts',
        from: '    this.spend(account, from, minor);\n    account.allowances.set(to,',
        to: '    account.allowances.set(to,',
      },
    ],
  },
  'gives-what-others-need': {
    part: 'allowances',
    mistake: 'A branch gives away what it does not have.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'const given = spare < request.wanted ? spare : request.wanted;',
        to: 'const given = request.wanted;',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'concludes-from-the-rich': {
    part: 'allowances',
    mistake: 'Lack of money is concluded from a round that asked only the rich.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'if (round.everyone && balanceOf(account)',
        to: 'if (balanceOf(account)',
      },
    ],
  },
  'refuses-before-all-answer': {
    part: 'allowances',
    mistake: 'Lack of money is concluded while some branch has not answered.',
    changes: [{ file: 'src/core/allowances.ts', from: 'if (round.silent.size > 0 || !includes(', to: 'if (!includes(' }],
  },
  'refuses-before-applying': {
    part: 'allowances',
    mistake: 'Lack of money is concluded from answers whose writes are not applied yet.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'if (round.silent.size > 0 || !includes(this.host.applied, round.seen)) return;',
        to: 'if (round.silent.size > 0) return;',
      },
    ],
  },
  'poor-for-ever': {
    part: 'allowances',
    mistake: 'Nobody looks at the deadline of a withdrawal that waits for allowance.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'deadline: this.host.deadlines.add(request.deadlineMs, () => this.giveUp(queue, waiter, account)),',
        to: 'deadline: this.host.deadlines.add(1e12, () => this.giveUp(queue, waiter, account)),',
      },
    ],
  },
};
