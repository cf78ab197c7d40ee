import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, reason, retentions, text, WhyNot, year } from '../nouns.ts';

export const packageStates = ['waiting', 'running', 'done', 'failed', 'removed'] as const;
export const importStates = ['checking', 'refused', 'checked', 'importing', 'done', 'failed', 'dropped'] as const;

const Package = z.object({
  id: z.uuid(),
  askedAt: instant,
  askedBy: Person,
  receiver: z.string(),
  years: z.array(z.int()),
  retentions: z.array(z.enum(retentions)),
  state: z.enum(packageStates),
  items: z.int(),
  packed: z.int(),
  files: z.int(),
  finishedAt: instant.nullable(),
  /** A code of `failures`, and the file it speaks of. */
  why: z.string(),
  sha256: z.string().nullable(),
  size: z.number().nullable(),
  removedAt: instant.nullable(),
  removedBy: Person.nullable(),
  removedWhy: z.string(),
});
export type Package = z.infer<typeof Package>;

/** What is wrong with a package, and where. */
export const Fault = z.object({ what: z.string(), at: z.string() });
export type Fault = z.infer<typeof Fault>;

const Institution = z.object({ code: z.string(), name: z.string(), items: z.int(), departmentId: z.uuid().nullable() });

const Import = z.object({
  id: z.uuid(),
  askedAt: instant,
  askedBy: Person,
  name: z.string(),
  sha256: z.string(),
  state: z.enum(importStates),
  total: z.int(),
  looked: z.int(),
  items: z.int(),
  files: z.int(),
  bytes: z.number(),
  faultCount: z.int(),
  startedBy: Person.nullable(),
  finishedAt: instant.nullable(),
  why: z.string(),
  keptItems: z.int().nullable(),
  keptFiles: z.int().nullable(),
  keptBytes: z.number().nullable(),
});
export type Import = z.infer<typeof Import>;

/** 移交 (ARC-1): a package that is read without the program, and taken whole by an empty house. */
export const transfer = {
  packages: endpoint({ path: 'GET /archive/packages', permission: 'archive.manage', returns: z.object({ packages: z.array(Package), whyNot: WhyNot }) }),
  makePackage: endpoint({
    path: 'POST /archive/packages',
    permission: 'archive.manage',
    body: z.object({ receiver: text(200).min(1), years: z.array(year).min(1).max(100), retentions: z.array(z.enum(retentions)).min(1) }),
    returns: z.object({ id: z.uuid(), items: z.int() }),
    refuses: ['archive.package_running', 'archive.package_empty', 'archive.package_too_large'],
  }),
  packageContent: endpoint({ path: 'GET /archive/packages/:packageId/content', permission: 'archive.manage', kind: 'transfer', returns: file, refuses: ['archive.package_not_ready', 'archive.package_holds_classified'] }),
  /** The ZIP goes for good; what was in it, its sum and who had it removed stay. */
  removePackage: endpoint({ path: 'POST /archive/packages/:packageId/removal', permission: 'archive.manage', body: z.object({ reason }), returns: z.object({ id: z.uuid() }), refuses: ['archive.package_not_ready'] }),

  ofRecord: endpoint({ path: 'GET /archive/records/:recordId', permission: 'archive.read', returns: z.object({ id: z.uuid() }) }),
  imports: endpoint({ path: 'GET /archive/imports', permission: 'archive.manage', returns: z.object({ imports: z.array(Import), whyNot: WhyNot }) }),
  oneImport: endpoint({ path: 'GET /archive/imports/:importId', permission: 'archive.manage', returns: Import.extend({ faults: z.array(Fault), institutions: z.array(Institution), whyNot: WhyNot }) }),
  /** The file was uploaded before; it is looked through, and nothing is imported yet. */
  checkPackage: endpoint({ path: 'POST /archive/imports', permission: 'archive.manage', body: z.object({ fileId: z.uuid() }), returns: z.object({ id: z.uuid() }), refuses: ['archive.import_running', 'archive.package_unknown'] }),
  /** Not imported after all: the uploaded ZIP goes. */
  dropImport: endpoint({ path: 'POST /archive/imports/:importId/dropping', permission: 'archive.manage', body: z.object({}), returns: z.object({ id: z.uuid() }), refuses: ['archive.import_ended'] }),
  importPackage: endpoint({
    path: 'POST /archive/imports/:importId/start',
    permission: 'archive.manage',
    /** 机构代码 → the department here. */
    body: z.object({ departments: z.record(z.string().max(8), z.uuid()) }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.import_running', 'archive.import_not_checked', 'archive.institution_unmapped', 'archive.department_unknown'],
  }),
};
