import type { Reading } from '#platform/module.ts';
import type { Step } from './route.ts';
import { subjectNamed } from './subjects.ts';

export interface RouteInForce {
  /** 0: as the module was shipped. */
  version: number;
  steps: readonly Step[];
}

/** The newest published route of a subject, or the one its module brought. */
export const routeInForce = async ({ db }: Pick<Reading, 'db'>, subject: string): Promise<RouteInForce> => {
  const shipped = subjectNamed(subject);
  if (!shipped) throw new Error(`nothing is declared to be approved as ${subject}`);
  const row = await db.selectFrom('approvalRoutes').select(['version', 'steps']).where('subject', '=', subject).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row ? { version: row.version, steps: row.steps as unknown as Step[] } : { version: 0, steps: shipped.steps };
};
