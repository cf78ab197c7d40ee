import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const Value = z.union([z.number(), z.string(), z.boolean()]);
const Person = z.object({ id: z.uuid(), name: z.string() });

export const Setting = z.object({
  name: z.string(),
  value: Value,
  standard: Value,
  unit: z.string(),
  clause: z.string(),
  zh: z.string(),
  en: z.string(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  changedAt: instant.nullable(),
  changedBy: Person.nullable(),
});
export type Setting = z.infer<typeof Setting>;

export const settings = {
  list: endpoint({ path: 'GET /settings', permission: 'settings.read', returns: z.object({ settings: z.array(Setting) }) }),
  change: endpoint({
    path: 'PUT /settings/:name',
    permission: 'settings.change',
    body: z.object({ value: Value, why: z.string().trim().min(1).max(500) }),
    returns: Setting,
    refuses: ['settings.wrong_type', 'settings.out_of_range'],
  }),
  history: endpoint({
    path: 'GET /settings/:name/history',
    permission: 'settings.read',
    returns: z.object({ changes: z.array(z.object({ id: z.uuid(), oldValue: Value.nullable(), newValue: Value, why: z.string(), changedAt: instant, changedBy: Person })) }),
  }),
};
