import { createContext } from 'react';

/** What other modules did with a record, in their words: the page of a record knows only its own. */
export const ActWords = createContext<Readonly<Record<string, string>>>({});
