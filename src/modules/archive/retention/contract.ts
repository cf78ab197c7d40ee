import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, reason, retentions, sourceNames, text, WhyNot } from '../nouns.ts';

export const Rule = z.object({
  source: z.enum(sourceNames).nullish(),
  /** 文种 */
  kind: text(20).nullish(),
  /** Any of them in the title. */
  words: z.array(text(30).min(1)).max(30).optional(),
  departmentId: z.uuid().nullish(),
  /** From this 密级 on. */
  secrecy: z.int().min(0).max(3).optional(),
  retention: z.enum(retentions),
});

const Edition = z.object({ edition: z.int(), at: instant, by: Person.nullable(), why: z.string() });

/** 保管期限表、机构代码. */
export const retention = {
  table: endpoint({
    path: 'GET /archive/rules',
    permission: 'archive.read_all',
    /** The newest edition, unless another is asked for. */
    query: z.object({ edition: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    returns: z.object({ edition: z.int(), rules: z.array(Rule), editions: z.array(Edition) }),
  }),
  saveTable: endpoint({
    path: 'PUT /archive/rules',
    permission: 'archive.manage',
    /** `base`: the edition that was changed. */
    body: z.object({ base: z.int().min(1), rules: z.array(Rule).min(1).max(200), why: reason }),
    returns: z.object({ edition: z.int() }),
    refuses: ['archive.edited_meanwhile', 'archive.rule_never_reached', 'archive.last_rule_missing'],
  }),
  codes: endpoint({ path: 'GET /archive/codes', permission: 'archive.read_all', returns: z.object({ codes: z.array(z.object({ department: Person, code: z.string(), kept: z.boolean(), items: z.int(), whyNot: WhyNot })) }) }),
  setCode: endpoint({ path: 'PUT /archive/codes/:departmentId', permission: 'archive.manage', body: z.object({ code: z.string().regex(/^[A-Z0-9]{1,8}$/) }), returns: z.object({ code: z.string() }), refuses: ['archive.code_taken', 'archive.code_in_use', 'archive.department_unknown'] }),
};
