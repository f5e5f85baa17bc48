import type { Problem } from '../../shared/result.ts';

/** What a person says to a content that a validation only warns of: it is wanted, edited again, or given up. */
export type Consent = 'take' | 'edit' | 'cancel';

export type AskConsent = (problem: Problem) => Promise<Consent>;

/** Whether the workbook takes what it has refused, once a person wants it. */
export function isConsentAsked({ code }: Problem): boolean {
  return code === 'validation-warning' || code === 'validation-information';
}

/** The person edits the content again. */
export const reconsidered: Problem = {
  code: 'entry-reconsidered',
  message: 'The entry is edited again.',
  remedy: 'Change it, or press Escape.',
};

/** The person does without what was to be written, and knows it. */
export const givenUp: Problem = {
  code: 'entry-given-up',
  message: 'Nothing was written.',
  remedy: 'Write something else.',
};

/** Whether a problem says only what the person has just answered. */
export function isAnswered({ code }: Problem): boolean {
  return code === reconsidered.code || code === givenUp.code;
}
