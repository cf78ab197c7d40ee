import { signAgain } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { contentOf, type DocumentRow, fingerprintOf, hashOf, keepVersion, lockDocument, moved, moveTo, tellSearch, versionOf } from '../documents.ts';
import type { Content } from '../nouns.ts';
import { askDesk } from '../people.ts';
import { lifecycle } from '../rules.ts';
import type { checking as contract } from './contract.ts';
import { lettersChanged } from './differences.ts';
import { whyNotCheck, whyNotCorrect, whyNotSignAgain } from './rules.ts';

export const actions: Actions<typeof contract> = {
  async check(ctx, { params }) {
    const document = await lockDocument(ctx, params.documentId);
    const found = document.signedVersion ? { hash: await fingerprintOf(ctx, document.id, document.signedVersion), onlyTypos: await onlyTypos(ctx, document) } : undefined;
    ctx.refuse(...whyNotCheck(document, found));
    await ctx.db.updateTable('outgoingDocuments').set({ checkedAt: ctx.now, checkedBy: ctx.actor.id }).where('id', '=', document.id).execute();
    await settle(ctx, { recordId: document.id, what: 'outgoing.check' });
    // One that was numbered before it was signed again keeps its number.
    await askDesk(ctx, document.id, document.number ? 'outgoing.seal' : 'outgoing.number');
    await tellHistory(ctx, document.id, 'outgoing.check');
    return moveTo(ctx, document, document.number ? lifecycle.check.or : lifecycle.check.to);
  },

  /** A slip of the pen after signing: noted, shown with what it was, and signed by nobody again. */
  async correct(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const before = contentOf(await versionOf(ctx, document.id, document.version));
    ctx.refuse(...whyNotCorrect(document.state, { base: body.base, version: document.version, ...differencesOf(before, body.content) }));
    const version = await keepVersion(ctx, document, body.content, { change: 'typo', why: body.why });
    await tellHistory(ctx, document.id, 'outgoing.correct', { why: body.why, from: document.version, to: version });
    tellSearch(ctx, document, body.content);
    return { id: document.id, state: document.state, version };
  },

  /** A change of substance goes back to whoever signed; a number already taken waits for it. */
  async signAgain(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSignAgain(document.state));
    if (body.base !== document.version) ctx.refuse('outgoing.edited_meanwhile');
    if (hashOf(body.content) === (await versionOf(ctx, document.id, document.version)).hash) ctx.refuse('outgoing.nothing_changed');
    const version = await keepVersion(ctx, document, body.content, { change: 'substance', why: body.why });
    await ctx.db.updateTable('outgoingDocuments').set({ signedVersion: null, signedHash: null, signedAt: null, signedBy: null, ...(document.number ? {} : { checkedAt: null, checkedBy: null }) }).where('id', '=', document.id).execute();
    await settle(ctx, { recordId: document.id });
    const answer = await moved(ctx, { ...document, version }, 'signAgain', { why: body.why, from: document.version, to: version });
    await signAgain(ctx, document.id);
    return answer;
  },
};

const differencesOf = (before: Content, after: Content) => ({
  letters: lettersChanged(text(before), text(after)),
  figures: digits(text(before)) !== digits(text(after)),
  recipients: JSON.stringify([before.mainTo, before.copyTo, before.bodyFile]) !== JSON.stringify([after.mainTo, after.copyTo, after.bodyFile]),
});

const text = ({ title, body, attachments, note, copyNumber, attending, absent, observing }: Content) => [title, body, ...attachments, note, copyNumber, attending, absent, observing].filter((one) => one !== undefined && one !== '').join('\n');
const digits = (all: string) => all.replace(/[^\d一二三四五六七八九十百千万亿〇零％%]/g, '');

/** Since signing, nothing but noted slips of the pen. */
const onlyTypos = async (ctx: Ctx<any>, { id, signedVersion }: DocumentRow) => {
  const other = await ctx.db.selectFrom('outgoingVersions').select('version').where('documentId', '=', id).where('version', '>', signedVersion!).where('change', '<>', 'typo').limit(1).executeTakeFirst();
  return other === undefined;
};
