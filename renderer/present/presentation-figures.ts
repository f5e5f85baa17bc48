import type { PartnerFlow } from '../charts/money-flows.ts';
import type { WaterfallStep } from '../charts/waterfall-levels.ts';
import { absoluteRangeText } from '../../shared/workbook/address.ts';
import type { CellValue } from '../../shared/workbook/document.ts';
import type { PresentationSession } from './presentation-session.ts';

/** The way from the announced total to probable cash, US$ bn; null where a figure is not given. */
export interface BridgeFigures {
  readonly steps: readonly WaterfallStep[];
  /** The word that limits the headline: "over", "about", or empty. */
  readonly qualifier: string;
  readonly headline: number | null;
  readonly itemised: number | null;
  readonly probable: number | null;
}

/** Probable spending in the window, net of what is counted twice, US$ bn. */
export interface SpendingFigures {
  readonly years: readonly string[];
  readonly layers: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** One total a year. */
  readonly totals: readonly (number | null)[];
  readonly beforeWindow: number | null;
  readonly afterWindow: number | null;
}

/** Every figure the slides show, read from the cells at one moment. */
export interface PresentationFigures {
  readonly scenario: string;
  readonly scenarios: readonly string[];
  readonly basis: string;
  readonly bases: readonly string[];
  /** Excel serial number of the as-of date. */
  readonly asOf: number | null;
  /** The cells as they are: an error among the checks is itself a failure. */
  readonly checksFailed: CellValue;
  readonly checksCount: CellValue;
  readonly bridge: BridgeFigures;
  readonly spending: SpendingFigures;
  /** Null where one of them is no figure: without it the others would say something false. */
  readonly flows: readonly PartnerFlow[] | null;
  /** What comes back to OpenAI's funders on any way, US$ bn. */
  readonly recycled: number | null;
  /** Where the figures of each slide stand or come from, in words for its foot. */
  readonly sources: { readonly bridge: string; readonly spending: string; readonly flows: string };
}

const numberOf = (value: CellValue | undefined) => (typeof value === 'number' ? value : null);
const textOf = (value: CellValue | undefined) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A name that stands alone begins with a capital, however the model writes it inside a sentence. */
const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function stepKind(value: CellValue | undefined): WaterfallStep['kind'] {
  return value === 'total' || value === 'unexplained' ? value : 'step';
}

/** An amount; nothing where there is no cell, and null where the cell holds no number. */
const amountOf = (value: CellValue | undefined) => numberOf(value ?? 0);

function partnerFlows(list: (name: string) => readonly CellValue[]): readonly PartnerFlow[] | null {
  const [openAiPays, othersPay] = [list('flow_openai_pays'), list('flow_others_pay')];
  const [fundsOpenAi, returned] = [list('flow_funds_openai'), list('flow_returned')];
  const flows: PartnerFlow[] = [];
  for (const [index, node] of list('flow_nodes').entries()) {
    const figures = [openAiPays, othersPay, fundsOpenAi, returned].map((values) => amountOf(values[index]));
    const [pays, others, funds, back] = figures;
    if (pays == null || others == null || funds == null || back == null) return null;
    flows.push({
      partner: textOf(node),
      openAiPays: pays,
      othersPay: others,
      fundsOpenAi: funds,
      returned: back,
    });
  }
  return flows;
}

/** Reads the figures of all slides from the session's mirror. Names the workbook lacks give empty lists and nulls. */
export function readFigures(session: PresentationSession): PresentationFigures {
  const list = (name: string) => session.namedValues(name).flat();
  const figure = (name: string) => numberOf(session.namedValue(name));
  const word = (name: string) => textOf(session.namedValue(name));

  const kinds = list('bridge_kinds');
  const bridgeValues = list('bridge_values');
  const years = list('spending_years').map(textOf);
  const byLayer = session.namedValues('spending_by_layer');

  /** Facts where the workbook lists them under a name, else the cells themselves. */
  const source = (factsName: string, cellsName: string) => {
    const facts = word(factsName);
    if (facts !== '') return facts;
    const cells = session.names.find(({ name }) => name.toLowerCase() === cellsName);
    return cells ? `Cells ${absoluteRangeText(cells.sheet, cells.range).replaceAll('$', '')}` : '';
  };

  return {
    scenario: word('scenario_name'),
    scenarios: list('scenario_names')
      .map(textOf)
      .filter((name) => name !== ''),
    basis: word('basis_name'),
    bases: list('basis_names')
      .map(textOf)
      .filter((name) => name !== ''),
    asOf: figure('as_of'),
    checksFailed: session.namedValue('checks_failed'),
    checksCount: session.namedValue('checks_count'),
    bridge: {
      steps: list('bridge_labels').map((label, index) => ({
        label: textOf(label),
        value: numberOf(bridgeValues[index]),
        kind: stepKind(kinds[index]),
      })),
      qualifier: word('headline_qualifier'),
      headline: figure('announced_headline'),
      itemised: figure('announced_itemised'),
      probable: figure('probable_by_2028'),
    },
    spending: {
      years,
      layers: list('spending_layers').map((name, layer) => ({
        name: capitalised(textOf(name)),
        values: years.map((_, year) => numberOf(byLayer[layer]?.[year])),
      })),
      totals: years.map((year) => figure(`spending_net_${year}`)),
      beforeWindow: figure('spending_before_2025'),
      afterWindow: figure('spending_after_2028'),
    },
    flows: partnerFlows(list),
    recycled: figure('recycled_cash'),
    sources: {
      bridge: source('bridge_sources', 'bridge_values'),
      spending: source('spending_sources', 'spending_by_layer'),
      flows: source('flow_sources', 'flow_openai_pays'),
    },
  };
}
