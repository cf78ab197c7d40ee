import type { NewDraft } from '#modules/documents/outgoing/drafts/contract.ts';
import type { Wanted } from '#modules/documents/outgoing/issuing/contract.ts';
import type { Content } from '#modules/documents/outgoing/nouns.ts';
import type { Scene } from './deeds.ts';
import type { Life, Tools } from './life.ts';

export type Writing = ReturnType<typeof writingOf>;
export type Draft = Omit<Partial<NewDraft>, 'content'> & Partial<Content> & Pick<Content, 'title' | 'body' | 'mainTo'>;

export const notice = (about: string): Draft => ({ title: `关于${about}的通知`, body: `现就${about}有关事项通知如下。\n一、时间\n本周五下午。\n二、要求\n请各部门按时落实。\n特此通知。`, mainTo: ['教务处', '总务处'] });

/** What people do with a document of the school, each at their own desk. */
export const writingOf = (life: Life) => {
  const at = (username: string, deed: (tools: Tools, documentId: string) => Promise<unknown>): Scene[number][1] => async ({ id }) => deed(await life.tools(username), id);
  const clerk = (deed: (desk: Tools['outgoing'], params: { documentId: string }) => Promise<unknown>) => at('office.clerk', ({ outgoing }, documentId) => deed(outgoing, { documentId }));
  const decides = (username: string, decision: 'approved' | 'returned' | 'refused', opinion: string, more: { returnTo?: string; thenAlso?: string[] } = {}) => at(username, async ({ approvals }, recordId) => approvals.decide({ params: await asked(approvals, recordId), body: { decision, opinion, ...more } }));
  return {
    drafts: (username: string, draft: Draft): Scene[number][1] => async (subject) => {
      const { outgoing: desk } = await life.tools(username);
      subject.id = (await desk.create({ body: draftOf(draft) })).id;
    },
    /** From a template of the school, with its first places filled. */
    draftsFrom: (username: string, template: string, fill: Readonly<Record<string, string>>): Scene[number][1] => async (subject) => {
      const { outgoing: desk } = await life.tools(username);
      const { id, kind } = (await desk.templates({})).templates.find(({ name }) => name === template)!;
      const begun = await desk.beginning({ params: { templateId: id } });
      const filled = (text: string) => Object.entries(fill).reduce((now, [place, words]) => now.replaceAll(`【${place}】`, words), text);
      subject.id = (await desk.create({ body: draftOf({ kind, template: begun.template, title: filled(begun.title), body: filled(begun.body), mainTo: begun.mainTo, note: filled(begun.note) }) })).id;
    },
    mends: (username: string, change: (content: Content) => Partial<Content>) => at(username, async ({ outgoing: desk }, documentId) => {
      const { kind, route, reason, urgency, countersign, answers, content, version } = await desk.one({ params: { documentId } });
      return desk.save({ params: { documentId }, body: { kind, route, reason, urgency, countersign: countersign.map(({ id }) => id), answers: answers?.id ?? null, content: { ...content, ...change(content) }, base: version } });
    }),
    submits: (username: string, chosen: Readonly<Record<string, readonly string[]>> = {}) => at(username, ({ outgoing: desk }, documentId) => desk.submit({ params: { documentId }, body: { chosen: Object.fromEntries(Object.entries(chosen).map(([step, people]) => [step, people.map(life.id)])) } })),
    approves: (username: string, opinion = '', ...thenAlso: string[]) => decides(username, 'approved', opinion, { thenAlso: thenAlso.map(life.id) }),
    returns: (username: string, opinion: string, returnTo?: string) => decides(username, 'returned', opinion, returnTo ? { returnTo } : {}),
    refuses: (username: string, opinion: string) => decides(username, 'refused', opinion),
    asksFirst: (username: string, other: string, note: string) => at(username, async ({ approvals }, recordId) => approvals.addBefore({ params: await asked(approvals, recordId), body: { people: [life.id(other)], note } })),
    handsOn: (username: string, other: string, why: string) => at(username, async ({ approvals }, recordId) => approvals.handOn({ params: await asked(approvals, recordId), body: { personId: life.id(other), why } })),
    urges: (username: string) => at(username, async ({ approvals }, recordId) => approvals.urge({ params: { signerId: (await waiting(approvals, recordId))[0]!.id }, body: {} })),
    recalls: (username: string, why: string) => at(username, async ({ approvals }, recordId) => approvals.recall({ params: { approvalId: (await approvals.trail({ params: { recordId } })).approvals[0]!.id }, body: { why } })),
    checks: () => clerk((desk, params) => desk.check({ params, body: {} })),
    numbers: (series: string) => clerk((desk, params) => desk.number({ params, body: { series } })),
    seals: (copies: number) => clerk(async (desk, params) => desk.seal({ params, body: { sealId: (await desk.sealsThere({})).seals[0]!.id, copies, witnessId: life.id('office.director') } })),
    prints: (copies: number) => clerk((desk, params) => desk.printed({ params, body: { copies } })),
    issues: (departments: string[], units: string[]) => clerk((desk, params) => desk.issue({ params, body: { deliveries: [
      ...departments.map((unit): Wanted => ({ unit, departmentId: life.department(unit), how: 'electronic', copies: 0, copyNumbers: '' })),
      ...units.map((unit, i): Wanted => ({ unit, departmentId: null, how: 'paper', copies: 1, copyNumbers: String(i + 1) })),
    ] } })),
    receives: (username: string, department: string) => at(username, async ({ outgoing: desk }, documentId) => desk.receive({ params: { deliveryId: (await desk.one({ params: { documentId } })).deliveries.find(({ unit }) => unit === department)!.id }, body: {} })),
    collects: (unit: string, collector: string) => clerk(async (desk, params) => desk.collect({ params: { deliveryId: (await desk.one({ params })).deliveries.find((one) => one.unit === unit)!.id }, body: { collector, signature } })),
    reserves: (series: string, why: string) => clerk((desk) => desk.reserve({ body: { series, why } })),
    reservesInVain: (series: string, wanted: string, why: string) => clerk(async (desk) => {
      const { year, seq } = await desk.reserve({ body: { series, why: wanted } });
      return desk.voidNumber({ body: { series, year, seq, why } });
    }),
    drops: (username: string, why: string) => at(username, ({ outgoing: desk }, documentId) => desk.drop({ params: { documentId }, body: { why } })),
  };
};

const draftOf = ({ title, body, mainTo, copyTo = [], note = '', attachments = [], bodyFile = null, copyNumber, attending, absent, observing, ...head }: Draft) => ({
  kind: '通知' as const, route: 'ordinary' as const, reason: '按学期工作安排', ...head, content: { title, body, mainTo, copyTo, note, attachments, bodyFile, ...(copyNumber && { copyNumber }), ...(attending && { attending, absent, observing }) },
});

type Approvals = Tools['approvals'];

const waiting = async (approvals: Approvals, recordId: string) => {
  const { approvals: [trail] } = await approvals.trail({ params: { recordId } });
  return trail!.stages.flatMap(({ signers }) => signers).filter(({ askedAt, decidedAt, withdrawn }) => askedAt && !decidedAt && !withdrawn);
};

/** Who is asked now and may decide: the person, or their deputy. */
const asked = async (approvals: Approvals, recordId: string) => ({ signerId: (await waiting(approvals, recordId)).find(({ whyNot }) => whyNot['decide']?.length === 0)!.id });

const signature = 'M40 70 L60 40 L80 80 L100 45 L120 75 M130 60 L170 58 M150 35 L150 90 M190 40 L180 80 L220 80 M200 60 L240 60';
