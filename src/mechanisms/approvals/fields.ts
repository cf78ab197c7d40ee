import type { Reading } from '#platform/module.ts';
import type { FieldShown } from './contract.ts';
import type { Subject } from './subjects.ts';

/** The fields of a subject with what may be chosen of each: of departments, those there are. */
export const fieldsShown = async ({ db }: Pick<Reading, 'db'>, { fields }: Pick<Subject, 'fields'>, { closed = false } = {}): Promise<FieldShown[]> => {
  const rows = await db.selectFrom('departments').select(['id', 'name']).where((eb) => (closed ? eb.lit(true) : eb('closedAt', 'is', null))).orderBy('position').orderBy('id').execute();
  const departments = rows.map(({ id, name }) => ({ value: id, zh: name, en: name }));
  return Object.entries(fields).map(([name, { zh, en, ...field }]) => ({ name, zh, en, type: field.type, choices: choicesOf(field, departments) }));
};

type Field = Subject['fields'][string] extends infer F ? (F extends unknown ? Omit<F, 'zh' | 'en'> : never) : never;

const choicesOf = (field: Field, departments: FieldShown['choices']) => {
  if (field.type === 'choice') return Object.entries(field.choices).map(([value, { zh, en }]) => ({ value, zh, en }));
  return field.type === 'number' || field.type === 'flag' ? [] : departments;
};
