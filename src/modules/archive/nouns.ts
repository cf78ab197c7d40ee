import { z } from 'zod';
import { day, instant } from '#platform/time.ts';

/** 永久、30 年、10 年, as DA/T 22-2015 writes them in 档号. */
export const retentions = ['Y', 'D30', 'D10'] as const;
export type Retention = (typeof retentions)[number];

/** What a document comes from: the books that give the archive their finished documents. */
export const sourceNames = ['incoming', 'outgoing'] as const;




const text = (most: number) => z.string().trim().max(most);
export const reason = text(1000).min(1);
export { text };

export const year = z.coerce.number().int().min(1949).max(9999);
export const Person = z.object({ id: z.uuid(), name: z.string() });
export const WhyNot = z.record(z.string(), z.array(z.string()));

/** What a line of the 归档文件目录 says of a document. */
export const Fields = z.object({
  docNumber: text(100),
  author: text(200).min(1),
  title: text(300),
  writtenOn: day.nullable(),
  pages: z.int().min(1).max(100_000),
  remark: text(300),
  /** In tenths of a millimetre; what is thicker than the thickest box is two 件. */
  thickness: z.int().min(1).max(500),
});
export type Fields = z.infer<typeof Fields>;

/** One line of the 归档文件目录. */
export const Line = Fields.extend({
  id: z.uuid(),
  recordId: z.uuid(),
  number: z.string(),
  year: z.int(),
  retention: z.enum(retentions),
  code: z.string(),
  seq: z.int(),
  department: Person,
  secrecy: z.int(),
  secrecyPeriod: z.string(),
  box: z.object({ id: z.uuid(), seq: z.int() }).nullable(),
  archivedAt: instant,
  withdrawnAt: instant.nullable(),
  destroyedAt: instant.nullable(),
});
export type Line = z.infer<typeof Line>;

export const File = z.object({ fileId: z.uuid(), name: z.string(), role: z.string(), version: z.int(), sha256: z.string(), size: z.number(), erased: z.boolean() });

/** Everything the page of an archived document shows. */
export const Item = Line.extend({
  fonds: z.string(),
  source: z.string(),
  because: z.array(z.string()),
  archivedBy: Person,
  withdrawnBy: Person.nullable(),
  withdrawnWhy: z.string().nullable(),
  /** 续存: kept longer, until that year is over. */
  keptUntil: z.int().nullable(),
  /** The 销毁清册 by which it was destroyed. */
  destruction: z.object({ id: z.uuid(), number: z.string(), approvedBy: z.array(z.string()) }).nullable(),
  files: z.array(File),
  whyNot: WhyNot,
});
export type Item = z.infer<typeof Item>;
