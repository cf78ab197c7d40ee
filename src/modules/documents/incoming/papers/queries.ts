import type { Queries } from '#platform/module.ts';
import type { replacements } from '../replacements/contract.ts';
import type { review } from '../review/contract.ts';
import { letterOf, paperOf } from './data.ts';

export const letters: Queries<Pick<typeof review, 'returnLetter'> & Pick<typeof replacements, 'replacementLetter'>> = {
  returnLetter: (ctx, { params }) => paperOf(ctx, 'return', params.documentId),
  replacementLetter: (ctx, { params }) => letterOf(ctx, params.replacementId),
};
