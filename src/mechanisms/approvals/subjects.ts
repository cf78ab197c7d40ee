import type { Step } from './route.ts';

interface Named {
  readonly zh: string;
  readonly en: string;
}

/** A field of the record that a condition may ask about. */
export type Field = Named & (
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, Named>> }
  | { readonly type: 'number' | 'flag' | 'department' | 'departments' }
);

/** What a module sends for approval. */
export interface Subject extends Named {
  /** Full name such as 'outgoing.document'. */
  readonly name: string;
  /** Where it stands on the page of routes: the lowest first. */
  readonly place: number;
  readonly fields: Readonly<Record<string, Field>>;
  /** Whoever sends it may choose signers, for steps that leave it to them. */
  readonly chooses?: boolean;
  /** The route in force until another one is published. */
  readonly steps: readonly Step[];
}

const declared = new Map<string, Subject>();

/** At boot, by each module that has something approved. */
export const declareSubject = (subject: Subject) => void declared.set(subject.name, subject);

export const subjects = (): readonly Subject[] => [...declared.values()].toSorted((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));

export const subjectNamed = (name: string): Subject | undefined => declared.get(name);
