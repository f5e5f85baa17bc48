import type { SheetPlan } from '../../language/sheet-plan.ts';
import type { NodeMatrix } from '../../methods/node-matrix.ts';
import { roundTrips } from '../../methods/round-trip.ts';
import type { Network } from '../../network.ts';

/** Shares that reports list. */
const reported = ['round_trip_nvidia', 'round_trip_nvidia_low', 'round_trip_nvidia_high', 'round_trip_aws'];

const words = { central: '', low: ', low', high: ', high' } as const;

/** For each counterparty, which share of what is bought from it is money that it put into the buyer. */
export function vendorRoundTrips(
  sheet: SheetPlan,
  { buyer, counterparties }: Network,
  flows: NodeMatrix,
): void {
  const ofVendor = (payers: string) => `INDEX([${flows.key}:${payers}@counterparties],0,[vendor_position])`;
  const looked = (part: string) => `[Payments.looked_through:all@${part}]`;
  sheet.section('Round trips: which share of what is bought from a party is its own money');
  sheet.remark(
    'Round trip = the lesser of what it puts into OpenAI and what is bought, over what is bought: by OpenAI itself and, of chips, by clouds and the project with OpenAI’s money.',
  );
  sheet.remark(
    'Low and high: the same with direct purchases alone, and with all that it receives inside the network. Of its funding: the same money over what it puts in, so that a small purchase does not look like a large circle.',
  );
  roundTrips(sheet, counterparties, {
    terms: {
      funding: `[${flows.key}@${buyer.id}]`,
      direct: `SUM(${ofVendor(buyer.id)})`,
      lookThrough: `SUMIF(${looked('label')},[vendor_node],${looked('window')})`,
      received: `SUM(${ofVendor(flows.nodes)})`,
    },
    nameOf: ({ id, label }, share) => {
      const name = `round_trip_${id}${share === 'central' ? '' : `_${share}`}`;
      return {
        name,
        label: `Round trip of ${label}${words[share]}`,
        unit: 'share',
        ...(reported.includes(name) && { headline: true }),
      };
    },
  });
}
