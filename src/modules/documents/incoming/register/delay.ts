import { officeHoursBetween } from '#mechanisms/deadlines/delay.ts';
import type { Reading } from '#platform/module.ts';

export const delayOf = async (ctx: Reading, documentId: string) => officeHoursBetween(ctx, documentId);
