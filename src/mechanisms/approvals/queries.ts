import { readable } from '#mechanisms/access/records.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { approvals as contract } from './contract.ts';
import { fieldsShown } from './fields.ts';
import type { Step } from './route.ts';
import { routeInForce } from './routes.ts';
import { type Subject, subjectNamed, subjects } from './subjects.ts';
import { trailOf } from './trail.ts';

export const queries: Queries<typeof contract> = {
  async subjects(ctx) {
    const shown = [];
    for (const subject of subjects()) shown.push(await presented(ctx, subject));
    return { subjects: shown };
  },

  async version(ctx, { params }) {
    const subject = subjectNamed(params.subject);
    if (!subject || !/^\d{1,6}$/.test(params.number)) throw notFound();
    if (params.number === '0') return { steps: [...subject.steps] };
    const row = await ctx.db.selectFrom('approvalRoutes').select('steps').where('subject', '=', subject.name).where('version', '=', Number(params.number)).executeTakeFirstOrThrow(notFound);
    return { steps: row.steps as unknown as Step[] };
  },

  async toChoose(ctx, { params }) {
    const subject = subjectNamed(params.subject);
    if (!subject) throw notFound();
    const { steps } = await routeInForce(ctx, subject.name);
    return { steps: steps.filter(({ who }) => who.kind === 'chosen').map(({ key, title, mode }) => ({ key, title, mode })) };
  },

  async trail(ctx, { params }) {
    await readable(ctx, params.recordId);
    return { approvals: await trailOf(ctx, params.recordId) };
  },
};

const presented = async (ctx: Reading, subject: Subject) => {
  const { name, zh, en } = subject;
  const { version, steps } = await routeInForce(ctx, name);
  const versions = await ctx.db
    .selectFrom('approvalRoutes').innerJoin('people', 'people.id', 'publishedBy')
    .select(['version', 'why', 'publishedAt', 'people.id', 'people.name']).where('subject', '=', name).orderBy('version', 'desc').execute();
  return {
    name, zh, en, version,
    chooses: subject.chooses ?? false,
    steps: [...steps],
    fields: await fieldsShown(ctx, subject),
    versions: versions.map(({ id, name: by, ...row }) => ({ ...row, publishedBy: { id, name: by } })),
  };
};
