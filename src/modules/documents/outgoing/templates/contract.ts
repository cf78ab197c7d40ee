import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { kinds, Person, reason, text, WhyNot } from '../nouns.ts';

export const TemplateText = z.object({
  name: text(40).min(1),
  title: text(200).min(1),
  mainTo: text(200).default(''),
  body: z.string().max(50_000).default(''),
  closing: text(200).default(''),
  note: text(200).default(''),
});

const Line = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  name: z.string(),
  mainTo: z.string(),
  isDefault: z.boolean(),
  version: z.int(),
  savedAt: instant,
  /** Nobody: as it was shipped. */
  savedBy: Person.nullable(),
  withdrawnAt: instant.nullable(),
});
export type TemplateLine = z.infer<typeof Line>;

const Version = z.object({ version: z.int(), at: instant, by: Person.nullable(), why: z.string() });

const One = Line.extend({
  text: TemplateText,
  versions: z.array(Version),
  withdrawnBy: Person.nullable(),
  withdrawnWhy: z.string().nullable(),
  /** Documents that were begun from it. */
  uses: z.int(),
  whyNot: WhyNot,
});
export type TemplateOne = z.infer<typeof One>;

const Saved = z.object({ id: z.uuid(), version: z.int() });
/** What a draft began from. */
export const BegunFrom = z.object({ id: z.uuid(), version: z.int().min(1) });

const manage = 'outgoing.templates';
const path = '/outgoing/templates/:templateId' as const;

/** 公文模板: several for each 文种, one of them the default; each in versions that are all kept (OUT-1). */
export const templates = {
  templates: endpoint({ path: 'GET /outgoing/templates', permission: 'outgoing.draft', returns: z.object({ templates: z.array(Line) }) }),
  template: endpoint({ path: `GET ${path}`, permission: manage, returns: One }),
  templateVersion: endpoint({ path: `GET ${path}/versions/:number`, permission: manage, returns: TemplateText }),
  /** The text with which whoever asks begins a draft today. */
  beginning: endpoint({ path: `GET ${path}/beginning`, permission: 'outgoing.draft', returns: z.object({ template: BegunFrom, name: z.string(), title: z.string(), mainTo: z.array(z.string()), body: z.string(), note: z.string() }) }),
  addTemplate: endpoint({ path: 'POST /outgoing/templates', permission: manage, body: z.object({ kind: z.enum(kinds), text: TemplateText }), returns: Saved, refuses: ['outgoing.template_place_unknown', 'outgoing.template_there_already'] }),
  saveTemplate: endpoint({
    path: `POST ${path}/versions`,
    permission: manage,
    body: z.object({ text: TemplateText, why: reason, /** The version that was changed. */ base: z.int().min(1) }),
    returns: Saved,
    refuses: ['outgoing.template_withdrawn', 'outgoing.edited_meanwhile', 'outgoing.nothing_changed', 'outgoing.template_place_unknown', 'outgoing.template_there_already'],
  }),
  preferTemplate: endpoint({ path: `POST ${path}/default`, permission: manage, body: z.object({}), returns: Saved, refuses: ['outgoing.template_withdrawn', 'outgoing.template_default_already'] }),
  withdrawTemplate: endpoint({ path: `POST ${path}/withdrawal`, permission: manage, body: z.object({ why: reason }), returns: Saved, refuses: ['outgoing.template_withdrawn', 'outgoing.template_is_default'] }),
  returnTemplate: endpoint({ path: `POST ${path}/return`, permission: manage, body: z.object({}), returns: Saved, refuses: ['outgoing.template_in_use', 'outgoing.template_there_already'] }),
};
