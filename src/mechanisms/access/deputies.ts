import type { Ctx } from '#platform/module.ts';

type Who = Pick<Ctx, 'actor'>['actor'];

/** The act is written under the name of the person on leave for whom it was done, if it was. */
export const standsInFor = (actor: Pick<Who, 'id' | 'deputyFor'>, person: string) =>
  actor.id !== person && actor.deputyFor.some(({ id }) => id === person) ? person : undefined;

/** The person on leave for whom the actor signs for a department, if it is not the actor's own. */
export const signsFor = ({ actor }: Pick<Ctx, 'actor'>, departmentId: string) =>
  actor.deputyFor.find((absent) => absent.departments.includes(departmentId) && !ownDepartments(actor).includes(departmentId))?.id;

const ownDepartments = (actor: Who) => {
  const lent = actor.deputyFor.flatMap(({ departments }) => departments);
  return actor.departments.slice(0, actor.departments.length - lent.length);
};
