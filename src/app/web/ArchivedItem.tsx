import { ActWords } from '#mechanisms/lifecycle/web/act-words.ts';
import { ByNumber, ItemPage } from '#modules/archive/web/ItemPage.tsx';
import { useActs } from './wording.ts';

/** What is archived shows its whole history, in the words of whichever module wrote it. */
export const ArchivedItem = () => <ActWords value={useActs()}><ItemPage /></ActWords>;

export const ArchivedNumber = () => <ActWords value={useActs()}><ByNumber /></ActWords>;
