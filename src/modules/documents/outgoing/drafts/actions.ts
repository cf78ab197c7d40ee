import { isReadable, openRecord } from '#mechanisms/access/records.ts';
import { breakOffApproval, submit } from '#mechanisms/approvals/approvals.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { contentOf, departmentNames, type DocumentRow, filesThere, keepVersion, lockDocument, moved, moveTo, tellSearch, textOf, versionOf } from '../documents.ts';
import { lifecycle } from '../rules.ts';
import { begunFromOne } from '../templates/actions.ts';
import type { drafts as contract, NewDraft } from './contract.ts';
import { faultsOf, layoutOf, routeOf, whyNotDrop, whyNotEdit, whyNotSave, whyNotSubmit } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'version' | 'recipients' | 'way'>> = {
  /** 拟稿, with the reason for issuing it (OUT-1). */
  async create(ctx, { body }) {
    await refuseUnknown(ctx, body);
    const id = newId();
    await openRecord(ctx, { id, kind: 'outgoing', title: body.content.title, allPermission: 'outgoing.read_all', clearance: 0, readers: [ctx.actor.id] });
    await ctx.db.insertInto('outgoingDocuments').values({ ...headOf(body), ...(await begunFromOne(ctx, body.template)), id, state: 'draft', title: body.content.title, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId, createdAt: ctx.now }).execute();
    const version = await keepVersion(ctx, { id, version: 1 }, body.content);
    await tellHistory(ctx, id, 'outgoing.create', { kind: body.kind });
    tellSearch(ctx, { id, number: null }, body.content);
    return { id, state: 'draft' as const, version };
  },

  async save(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSave(document, ctx.actor, { base: body.base, version: document.version }));
    await refuseUnknown(ctx, body);
    await ctx.db.updateTable('outgoingDocuments').set({ ...headOf(body), ...(await begunFromOne(ctx, body.template)) }).where('id', '=', document.id).execute();
    const version = await keepVersion(ctx, document, body.content);
    tellSearch(ctx, document, body.content);
    return { id: document.id, state: document.state, version };
  },

  async attach(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotEdit(document, ctx.actor));
    if (!(await usable(ctx, body.fileId))) ctx.refuse('outgoing.file_unknown');
    await attach(ctx, { ...body, recordId: document.id });
    return { id: document.id, state: document.state, version: document.version };
  },

  /** All versions of the file under its name. */
  async detach(ctx, { params }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotEdit(document, ctx.actor));
    const gone = await takeOff(ctx, document.id, params.fileId);
    if (!gone) ctx.refuse('outgoing.file_unknown');
    await tellHistory(ctx, document.id, 'outgoing.detach', { name: gone });
    return { id: document.id, state: document.state, version: document.version };
  },

  /** 送审: on the route of its type; graver faults are mended first. */
  async submit(ctx, { params, body: { chosen } }) {
    const document = await lockDocument(ctx, params.documentId);
    const content = contentOf(await versionOf(ctx, document.id, document.version));
    const body = content.body || (await textOf(ctx, content.bodyFile));
    const drafted = { ...content, body, kind: document.kind, files: await filesThere(ctx, document.id), departments: await departmentNames(ctx) };
    ctx.refuse(...whyNotSubmit(document, ctx.actor, faultsOf(drafted)));
    const facts = { route: document.route, kind: document.kind, department: document.departmentId, countersign: document.countersign, urgent: document.urgency > 0, copies: content.mainTo.length };
    await submit(ctx, { recordId: document.id, subject: 'outgoing.document', facts, drafterId: document.drafterId, departmentId: document.departmentId, chosen });
    // The approval has told the history that it was sent.
    return moveTo(ctx, document, lifecycle.submit.to);
  },

  async drop(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotDrop(document, ctx.actor));
    await breakOffApproval(ctx, document.id);
    await withdraw(ctx, { recordId: document.id });
    await ctx.db.updateTable('outgoingNumbers').set({ state: 'void', documentId: null, why: body.why, at: ctx.now, by: ctx.actor.id }).where('documentId', '=', document.id).where('state', '=', 'taken').execute();
    await ctx.db.updateTable('outgoingDocuments').set({ droppedWhy: body.why }).where('id', '=', document.id).execute();
    return moved(ctx, document, 'drop', { reason: body.why });
  },
};

/** The name of what was taken off, if it was there. */
const takeOff = async (ctx: Ctx<any>, documentId: string, fileId: string) => {
  const file = await ctx.db.selectFrom('attachments as a').innerJoin('files as f', 'f.id', 'a.fileId').select('f.name').where('a.recordId', '=', documentId).where('a.fileId', '=', fileId).where('a.role', '=', 'attachment').executeTakeFirst();
  if (!file) return undefined;
  await ctx.db.deleteFrom('attachments').where('recordId', '=', documentId).where('role', '=', 'attachment').where('fileId', 'in', ctx.db.selectFrom('files').select('id').where('name', '=', file.name)).execute();
  return file.name;
};

const headOf = ({ kind, route, reason, urgency, countersign, answers }: NewDraft): Pick<DocumentRow, 'kind' | 'route' | 'layout' | 'reason' | 'urgency' | 'countersign' | 'answers'> => {
  const way = routeOf(kind, route);
  return { kind, route: way, layout: layoutOf(kind, way), reason, urgency, countersign: [...new Set(countersign)], answers };
};

const refuseUnknown = async (ctx: Ctx<any>, { countersign, answers, content }: NewDraft) => {
  const known = countersign.length ? await ctx.db.selectFrom('departments').select('id').where('id', 'in', countersign).where('closedAt', 'is', null).execute() : [];
  if (known.length < new Set(countersign).size) ctx.refuse('outgoing.department_unknown');
  if (answers && !(await isReadable(ctx, answers))) ctx.refuse('outgoing.answers_nothing');
  if (content.bodyFile && !(await usable(ctx, content.bodyFile))) ctx.refuse('outgoing.file_unknown');
};
