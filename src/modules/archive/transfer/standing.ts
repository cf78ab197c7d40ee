import type { Reading } from '#platform/module.ts';

export const isPacking = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('archivePackages').select('id').where('state', 'in', ['waiting', 'running']).executeTakeFirst()) !== undefined;

export const isImporting = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('archiveImports').select('id').where('state', 'in', ['checking', 'importing']).executeTakeFirst()) !== undefined;

export interface Institution {
  code: string;
  name: string;
  items: number;
  departmentId: string | null;
}

/** The 机构 of a package for which nobody said yet which department here they are. */
export const unmappedOf = (institutions: unknown, departments: Readonly<Record<string, string>>) => (institutions as Institution[]).filter(({ code }) => !departments[code]);
