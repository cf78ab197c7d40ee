import type { Ctx, Reading, Working } from '#platform/module.ts';
import { declaredKinds, kindOf } from './wording.ts';

/** Who of these people gets a notice of this kind by mail as well. */
export const wanting = async ({ db }: Pick<Working, 'db'>, what: string, people: readonly string[]) => {
  const kind = kindOf(what);
  if (!kind || !people.length) return new Set<string>();
  if (kind.mail === 'always') return new Set(people);
  const rows = await db.selectFrom('notificationChoices').select(['personId', 'mail']).where('what', '=', what).where('personId', 'in', people).execute();
  const chosen = new Map(rows.map(({ personId, mail }) => [personId, mail]));
  return new Set(people.filter((id) => chosen.get(id) ?? kind.mail === 'usually'));
};

/** Every kind of notice with what this person chose of it. */
export const choicesOf = async ({ db, actor }: Reading) => {
  const rows = await db.selectFrom('notificationChoices').select(['what', 'mail']).where('personId', '=', actor.id).execute();
  const chosen = new Map(rows.map(({ what, mail }) => [what, mail]));
  return declaredKinds().map(({ what, mail, zh, en }) => ({ what, zh, en, always: mail === 'always', mail: mail === 'always' || (chosen.get(what) ?? mail === 'usually') }));
};

export const choose = ({ db, actor }: Ctx<any>, what: string, mail: boolean) =>
  db.insertInto('notificationChoices').values({ personId: actor.id, what, mail }).onConflict((conflict) => conflict.columns(['personId', 'what']).doUpdateSet({ mail })).execute();
