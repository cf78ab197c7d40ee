import { Ask, type Asked } from '#ui/Ask.tsx';
import { stale, useApprovalWords } from './api.ts';

/** An act on an approval that needs words. */
export const ActWindow = <T extends object>(asked: Asked<T>) => <Ask {...asked} words={useApprovalWords().refusals} stale={stale} />;
