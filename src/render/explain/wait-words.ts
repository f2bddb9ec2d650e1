import type { Grant, Lacking, Story, Wait } from '../../check/story/story.js';
import { duration, moment, money, type WriteNames } from '../diagram/names.js';
import { noun } from '../operation-words.js';
import { capital, guaranteeTitles, journeySentence, made, operationNoun, series, writeNoun, writesNamed } from './phrases.js';

/** What the operation waited for, how long, and who brought it. */
export function waitLines(story: Story, names: WriteNames): string[] {
  return story.waits.flatMap((wait) =>
    wait.kind === 'parked' ? parkedLines(wait, story, names) : shortLines(wait, story, names),
  );
}

function parkedLines(wait: Wait & { kind: 'parked' }, story: Story, names: WriteNames): string[] {
  const { operation } = story;
  const what = writesNamed(
    wait.lacking.map(({ id }) => id),
    names,
  );
  const begin = `Branch ${wait.branch} lacked ${what} and let the ${noun(operation)} wait${span(wait)}.`;
  return [begin, ...wait.lacking.flatMap((lacking) => lackingLines(lacking, wait, story, names))];
}

function span({ fromUs, untilUs, endedBy }: Wait): string {
  return untilUs === undefined
    ? ` from ${moment(fromUs)} on`
    : ` ${duration(untilUs - fromUs)}, from ${moment(fromUs)} to ${moment(untilUs)}${endedBy === 'crash' ? ', when the branch went down' : ''}`;
}

function lackingLines(
  { id, write, because, demandedBy, journey }: Lacking,
  { branch, untilUs = Number.MAX_VALUE }: Wait,
  story: Story,
  names: WriteNames,
): string[] {
  const { operation, tells } = story;
  const name = capital(writesNamed([id], names));
  const isOwn = because?.write !== undefined && because.write.origin === id.origin && because.write.sequence === id.sequence;
  const shown = because && !isOwn ? `, which this customer's ${operationNoun(because)} showed` : '';
  const what = write
    ? ` is the ${writeNoun(write, operation)}, ${made(write, branch)}${shown}`
    : ` is told of nowhere in this history${shown}`;
  const demand =
    demandedBy.length === 0 ? '' : `; ${guaranteeTitles(demandedBy)} ${demandedBy.length === 1 ? 'demands' : 'demand'} it`;
  const cameInTime = journey.appliedAtUs !== undefined && journey.appliedAtUs <= untilUs;
  const travel = journeySentence(journey, write);
  if (cameInTime || !tells.work) return [`${name}${what}${demand}.${travel ? ` ${travel}` : ''}`];
  const later =
    journey.appliedAtUs === undefined ? 'and never does in this history' : `and comes only at ${moment(journey.appliedAtUs)}`;
  return [`${name}${what}${demand}. It had not come when the wait ended, ${later}.`];
}

function shortLines(wait: Wait & { kind: 'short' }, { operation }: Story, names: WriteNames): string[] {
  const wanted = noun(operation);
  const begin = `Branch ${wait.branch} could pay out only ${money(wait.allowanceMinor)} by itself, and let the ${wanted} wait for allowance of other branches${span(wait)}.`;
  const last = wait.lastMinor === wait.allowanceMinor ? [] : [`When it last looked, it could pay out ${money(wait.lastMinor)}.`];
  return [begin, grantSentence(wait.grants, names), ...last];
}

function grantSentence(grants: readonly Grant[], names: WriteNames): string {
  if (grants.length === 0) return 'None came in that time.';
  const told = grants.map(({ from, write, arrivedAtUs }) => {
    const amount = write.amountMinor === undefined ? 'some' : money(write.amountMinor);
    return `${amount} of branch ${from} at ${moment(arrivedAtUs)} (write ${names.of(write.id)})`;
  });
  return `In that time came ${series(told)}.`;
}
