import { bnText, shareText } from '../charts/figure-text.ts';
import { moneyTotals, type PartnerFlow } from '../charts/money-flows.ts';
import { moneyWords } from './money-words.ts';

/** Both amounts as words, with more digits where fewer would make them read the same. */
function distinctWords(one: number, other: number): readonly [string, string] {
  const short = [moneyWords(one), moneyWords(other)] as const;
  return short[0] === short[1] ? [moneyWords(one, 1), moneyWords(other, 1)] : short;
}

/** The title of the money flows. */
export function flowsTitle(flows: readonly PartnerFlow[]): string {
  const { openAiPays, fundsOpenAi, returned } = moneyTotals(flows);
  const funders = flows.filter((flow) => flow.fundsOpenAi > 0);
  const [only] = funders;
  if (!only) {
    if (openAiPays === 0) return 'No money passes between OpenAI and its partners';
    return `No partner puts money into OpenAI, so none of the ${moneyWords(openAiPays)} it pays them is circular`;
  }
  const [who, them] = funders.length === 1 ? [`${only.partner} puts`, 'it'] : ['partners put', 'them'];
  if (returned === 0)
    return `None of the ${moneyWords(fundsOpenAi)} that ${who} into OpenAI comes back to ${them} as payments`;
  if (returned === fundsOpenAi)
    return `All of the ${moneyWords(fundsOpenAi)} that ${who} into OpenAI comes back to ${them} as payments`;
  const [whole, part] = distinctWords(fundsOpenAi, returned);
  const shown = whole === part ? 'nearly all' : part;
  return `Of the ${whole} that ${who} into OpenAI, ${shown} comes back to ${them} as payments`;
}

/**
 * The line under it: what is paid, and how much of it is circular. `window` names the years: "2025 to
 * 2028". `recycled` is what comes back in all, US$ bn, where the workbook follows money through
 * several parties; its share is said where it reads otherwise than what comes straight back.
 */
export function flowsSubtitle(
  flows: readonly PartnerFlow[],
  window: string,
  recycled: number | null,
): string {
  const { openAiPays, othersPay, returned } = moneyTotals(flows);
  const when = window === '' ? '' : ` in ${window}`;
  const others = othersPay > 0 ? ` Others pay them ${bnText(othersPay)} more.` : '';
  if (openAiPays === 0) return `OpenAI pays its partners nothing${when}.${others.replace(' more', '')}`;
  const circular =
    returned > 0
      ? `${shareText(returned / openAiPays)} of it is money that the payee had put in`
      : 'none of it is circular';
  const detours =
    recycled !== null && bnText(recycled) !== bnText(returned)
      ? `, ${shareText(recycled / openAiPays)} counting detours`
      : '';
  return `OpenAI pays its partners ${bnText(openAiPays)}${when}; ${circular}${detours}.${others}`;
}
