import type { Db } from '#platform/db.ts';
import type { Module, SettingDeclared } from '#platform/module.ts';

type Value = SettingDeclared['value'];

const declared = new Map<string, SettingDeclared>();

/** At boot: every figure that the modules declare, by its full name. */
export const declareSettings = (modules: readonly Pick<Module, 'settings'>[]) => {
  declared.clear();
  for (const { settings } of modules) for (const [name, setting] of Object.entries(settings)) declared.set(name, setting);
};

export const declaredSettings = (): ReadonlyMap<string, SettingDeclared> => declared;

interface Kept {
  at: number;
  changed: ReadonlyMap<string, Value>;
}

const caches = new WeakMap<object, Kept>();
const forgotten = new WeakMap<object, number>();
const maxAge = 5000;
// A change is forgotten before its transaction is committed: what is read meanwhile may be the old figure, and is not kept.
const committing = 1000;

/** The value in force now. Another process' change is seen within five seconds, our own at once. */
export const setting = async <T extends Value = Value>({ db }: { db: Db }, name: string): Promise<T> => {
  const standing = declared.get(name);
  if (!standing) throw new Error(`no setting ${name}`);
  return ((await inForce(db)).get(name) ?? standing.value) as T;
};

const inForce = async (db: Db) => {
  const kept = caches.get(poolOf(db));
  const now = performance.now();
  if (kept && now - kept.at < maxAge) return kept.changed;
  const rows = await db.selectFrom('settings').select(['name', 'value']).execute();
  const changed = new Map(rows.map(({ name, value }) => [name, value as Value]));
  if (now - (forgotten.get(poolOf(db)) ?? -Infinity) > committing) caches.set(poolOf(db), { at: now, changed });
  return changed;
};

/** A transaction and its pool share one cache. */
const poolOf = (db: Db) => db.getExecutor().adapter as object;

/** After a change: the next question reads again. */
export const forgetSettings = (db: Db) => {
  caches.delete(poolOf(db));
  forgotten.set(poolOf(db), performance.now());
};
