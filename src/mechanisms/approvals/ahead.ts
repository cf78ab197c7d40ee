import type { Reading } from '#platform/module.ts';
import type { Ahead } from './contract.ts';
import { fieldsShown } from './fields.ts';
import { type Case, peopleNamed, signersOf } from './people.ts';
import type { Step } from './route.ts';
import { routeInForce } from './routes.ts';
import { neededFrom } from './rules.ts';
import { subjectNamed } from './subjects.ts';

/** Who would sign each step of a case, were it sent now; nothing is kept. */
export const stagesAhead = async (ctx: Pick<Reading, 'db'>, steps: readonly Step[], of: Omit<Case, 'chosen'>) => {
  const needed = neededFrom(steps, of.facts);
  const stages = [];
  for (const [position, step] of steps.entries()) {
    const found = needed.includes(position) ? await signersOf(ctx, step, { ...of, chosen: {} }) : { people: [], instead: null };
    stages.push({ key: step.key, needed: needed.includes(position), people: await peopleNamed(ctx, found.people), instead: found.instead });
  }
  return stages;
};

/** For the page by which a module sends a record: the way it would take on the route in force, and why. */
export const wayAhead = async (ctx: Pick<Reading, 'db'>, subject: string, of: Omit<Case, 'chosen'>): Promise<Ahead> => {
  const { steps } = await routeInForce(ctx, subject);
  return { steps: [...steps], stages: await stagesAhead(ctx, steps, of), facts: of.facts as Ahead['facts'], fields: await fieldsShown(ctx, subjectNamed(subject)!) };
};
