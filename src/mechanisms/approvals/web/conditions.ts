import type { Language } from '#ui/words.ts';
import type { FieldShown } from '../contract.ts';
import type { Condition, Facts, Step } from '../route.ts';
import { holds } from '../rules.ts';
import type { zh } from '../words.zh.ts';

type Words = Pick<typeof zh, 'conditions' | 'labels'>;

interface Told {
  fields: readonly FieldShown[];
  words: Words;
  language: Language;
}

/** A condition as a sentence: 类型为制度类、上行文. */
export const conditionWords = (condition: Condition, told: Told) => {
  const { conditions, labels } = told.words;
  const field = told.fields.find(({ name }) => name === condition.field);
  const sentence = (template: string, values = '') => template.replace('{field}', field?.[told.language] ?? condition.field).replace('{values}', values);
  switch (condition.is) {
    case 'one_of':
    case 'none_of': return sentence(conditions[condition.is], condition.values.map((value) => valueWords(field, value, told.language)).join(labels.or));
    case 'at_least':
    case 'below': return sentence(conditions[condition.is], String(condition.amount));
    case 'yes': return sentence(field?.type === 'departments' ? conditions.some : conditions.yes);
    case 'no': return sentence(field?.type === 'departments' ? conditions.none : conditions.no);
  }
};

/** Why a record goes through a step, or does not; empty where it always goes there. */
export const whyWords = (step: Pick<Step, 'when'>, facts: Facts, told: Told) => {
  const failed = step.when.filter((condition) => !holds(condition, facts));
  if (!failed.length) return step.when.map((condition) => conditionWords(condition, told)).join(told.words.labels.and);
  return failed.map((condition) => told.words.conditions.failed.replace('{condition}', conditionWords(condition, told)).replace('{said}', saidWords(condition.field, facts[condition.field], told))).join(told.words.labels.and);
};

const valueWords = (field: FieldShown | undefined, value: string, language: Language) => field?.choices.find((choice) => choice.value === value)?.[language] ?? value;

const saidWords = (name: string, said: Facts[string] | undefined, { fields, words: { conditions, labels }, language }: Told) => {
  const field = fields.find((one) => one.name === name);
  const sentence = (template: string, values = '') => template.replace('{field}', field?.[language] ?? name).replace('{values}', values);
  if (typeof said === 'boolean') return sentence(said ? conditions.yes : conditions.no);
  if (typeof said === 'object') return said.length ? sentence(conditions.said, said.map((value) => valueWords(field, value, language)).join(labels.or)) : sentence(conditions.none);
  return said === undefined || said === '' ? sentence(conditions.unsaid) : sentence(conditions.said, valueWords(field, String(said), language));
};
