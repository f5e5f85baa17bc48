import type { SheetPlan } from '../../language/sheet-plan.ts';
import type { Network } from '../../network.ts';

/** The party whose stake the sources value, instead of what it paid in. */
export const valuedStake = 'microsoft';

/** Losses of lenders and of owners under the scenario. */
export function losses(sheet: SheetPlan, { node, project }: Network): void {
  const lender = node('private credit');
  const amount = (key: string, label: string, formula: string, definition?: string) =>
    sheet.figure(key, { label, unit: 'US$ bn', formula, ...(definition && { definition }) });
  sheet.section('Private credit: exposure × probability of default × loss given default');
  amount('credit_existing', 'Exposure before the as-of date', '=[Funding.credit_existing@value]');
  amount(
    'credit_new',
    'Exposure newly available',
    '=private_credit_exposure-[credit_existing@value]',
    'What a scenario can still withhold or add.',
  );
  amount('loss_existing', 'Loss on what exists', '=[credit_existing@value]*pd*lgd');
  amount('loss_new', 'Loss on what is new', '=[credit_new@value]*pd*lgd');
  sheet.figure('private_credit_loss', {
    label: 'Loss of private credit, whole market',
    unit: 'US$ bn',
    strong: true,
    formula: '=[loss_existing@value]+[loss_new@value]',
    named: {
      name: 'private_credit_loss',
      label: 'Private-credit loss, whole market',
      headline: true,
      stripCaption: 'expected',
    },
    definition: 'Expected over the life of the loans. The whole market: OpenAI’s part below is inside it.',
  });
  amount(
    'credit_openai',
    'of which lent to OpenAI and the project',
    `=closing_debt_2028+[Flows.window:${lender.id}@${project.id}]`,
  );
  sheet.figure('private_credit_loss_openai', {
    label: 'Loss on OpenAI and the project',
    unit: 'US$ bn',
    formula: '=[credit_openai@value]*pd*lgd',
    named: {
      name: 'private_credit_loss_openai',
      label: 'Private-credit loss, OpenAI and the project',
      headline: true,
    },
    definition: 'Part of the market’s loss, never added to it.',
  });
  sheet.skip();
  sheet.section('Owners: the fall of the valuation on stakes');
  amount('stake_valued', 'Stake of Microsoft as reported', '=microsoft_stake');
  amount(
    'stake_paid',
    'Paid in by the other parties in the window',
    `=SUM([Payments.funds:all@window])-[Payments.funds:${valuedStake}@window]+[Funding.softbank@window]`,
  );
  sheet.figure('stake_loss', {
    label: 'Loss on stakes',
    unit: 'US$ bn',
    strong: true,
    formula: '=-MIN(0,valuation_change)*([stake_valued@value]+[stake_paid@value])',
    named: { name: 'stake_loss', label: 'Loss on stakes in OpenAI' },
    definition: 'On equity only: no default and no loss given default on the same money.',
  });
  sheet.skip();
}
