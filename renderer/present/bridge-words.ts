import { bnText, qualifiedText } from '../charts/figure-text.ts';
import { moneyWords } from './money-words.ts';
import type { BridgeFigures } from './presentation-figures.ts';

type BridgeAmounts = Pick<BridgeFigures, 'qualifier' | 'headline' | 'itemised' | 'probable'>;

/** The announced total as the sentence goes on: "the more than $1 trillion", "about $1.4 trillion", "the $713 billion". */
function announcedWords(qualifier: string, headline: number): string {
  const amount = moneyWords(headline);
  if (qualifier === 'over') return `the more than ${amount}`;
  return qualifier === '' ? `the ${amount}` : `${qualifier} ${amount}`;
}

/** The title of the bridge from announced to probable. */
export function bridgeTitle({ qualifier, headline, probable }: BridgeAmounts): string {
  const end = 'probable cash by the end of 2028';
  if (headline === null) {
    if (probable === null)
      return 'Neither the announced total nor the cash probable by the end of 2028 is given';
    return `${moneyWords(probable)} is ${end}; the announced total is not given`;
  }
  const announced = announcedWords(qualifier, headline);
  if (probable === null) return `How much of ${announced} announced is ${end} cannot be worked out`;
  if (headline <= 0) return `Nothing is announced; ${moneyWords(probable)} is ${end}`;
  if (probable === 0) return `Of ${announced} announced, nothing is ${end}`;
  if (probable > headline) return `${moneyWords(probable)} is ${end}, beyond ${announced} announced`;
  return `Of ${announced} announced, ${moneyWords(probable)} is ${end}`;
}

/** Differences this small read as zero with one decimal. */
const readsAsZero = 0.05;

/** The line under it: how the headline and the itemised deals fit together. */
export function bridgeSubtitle({ qualifier, headline, itemised }: BridgeAmounts): string {
  if (itemised === null) return 'What the itemised deals add up to is not given.';
  const sum = itemised === 0 ? 'No deal is itemised' : `The itemised deals add up to ${bnText(itemised)}`;
  if (headline === null) return `${sum}.`;
  const rest = headline - itemised;
  if (Math.abs(rest) < readsAsZero) {
    return qualifier === 'over'
      ? `${sum}; what the headline has beyond that is not said.`
      : `${sum}, the whole headline.`;
  }
  const limit = qualifier === 'over' ? (rest > 0 ? 'at least' : 'at most') : qualifier;
  const amount = qualifiedText(limit, Math.abs(rest), bnText);
  return rest > 0
    ? `${sum}. The rest, ${amount}, has no deal behind it and adds nothing here.`
    : `${sum}, ${amount} more than the headline.`;
}
