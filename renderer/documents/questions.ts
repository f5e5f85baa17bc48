import type { FileKind } from '../../shared/host.ts';
import type { Problem } from '../../shared/result.ts';
import type { Consent } from '../session/consent.ts';

/** What to do with changes that are not on disk. */
export type UnsavedAnswer = 'save' | 'discard' | 'cancel';

/** A decision that only the person can make; each is drawn as a dialog. */
export type Question =
  | {
      readonly kind: 'unsaved';
      readonly document: string;
      readonly before: string;
      readonly changes: number;
      readonly answer: (answer: UnsavedAnswer) => void;
    }
  /** A content that a validation only warns of, which may be taken all the same. */
  | { readonly kind: 'consent'; readonly problem: Problem; readonly answer: (consent: Consent) => void }
  | { readonly kind: 'replace'; readonly path: string; readonly answer: (replace: boolean) => void }
  | {
      readonly kind: 'problem';
      readonly heading: string;
      readonly problem: Problem;
      readonly answer: () => void;
    }
  | {
      readonly kind: 'choose';
      readonly purpose: 'open' | 'save';
      readonly fileKind: FileKind;
      readonly suggestedName: string;
      readonly answer: (path: string | null) => void;
    };

type OmitAnswer<Of> = Of extends unknown ? Omit<Of, 'answer'> : never;
type Answer<Kind extends Question['kind']> = Parameters<Extract<Question, { kind: Kind }>['answer']>[0];

/** The questions that are open, newest last. */
export class Questions {
  readonly #listeners = new Set<() => void>();
  #open: readonly Question[] = [];

  get open(): readonly Question[] {
    return this.#open;
  }

  /** Asks, and gives the answer once there is one. */
  ask<Kind extends Question['kind']>(
    question: Extract<OmitAnswer<Question>, { kind: Kind }>,
  ): Promise<Answer<Kind>> {
    return new Promise((resolve) => {
      // A kind goes with its own answer: the compiler cannot follow that through the union.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const asked = {
        ...question,
        answer: (answer: Answer<Kind>) => {
          this.#set(this.#open.filter((other) => other !== asked));
          resolve(answer);
        },
      } as unknown as Question;
      this.#set([...this.#open, asked]);
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(open: readonly Question[]): void {
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }
}
