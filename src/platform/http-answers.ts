import { z } from 'zod';
import type { Shape } from './contract.ts';

/**
 * Writes an answer as it is declared: what is not declared cannot leave the house; docs/decisions/0020. What does so is made
 * when the first answer is written: of five hundred endpoints a day asks a few dozen.
 */
export const answerWriter = (shape: Shape) => {
  let declared: Kept | undefined;
  return (answer: unknown) => JSON.stringify((declared ??= declaredOf(shape))(answer));
};

/** Throws where the shape cannot be written. */
export const declaredOf = (shape: Shape) => keptOf(z.toJSONSchema(shape as z.ZodType, { target: 'draft-7', io: 'output', unrepresentable: 'any' }) as Declared);

interface Declared {
  anyOf?: Declared[];
  oneOf?: Declared[];
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  properties?: Record<string, Declared>;
  required?: string[];
  items?: Declared;
  additionalProperties?: Declared | boolean;
}

/** What of a value is declared: the value itself where that is all of it. */
type Kept = (value: any) => unknown;

const keptOf = ({ anyOf, oneOf, type, properties, required = [], items, additionalProperties, ...rest }: Declared): Kept => {
  const strange = Object.keys(rest).find((name) => unknownWays.has(name));
  if (strange || Array.isArray(items)) throw new Error(`an answer declared by '${strange ?? 'items'}'`);
  if (anyOf) return keptOfOne(anyOf);
  if (oneOf) return keptByKind(oneOf);
  if (properties) return fieldsKept(Object.entries(properties).map(([name, of]) => ({ name, kept: keptOf(of), isRequired: required.includes(name) })));
  if (items) return eachKept(keptOf(items));
  if (typeof additionalProperties === 'object') return entriesKept(keptOf(additionalProperties));
  return type === 'integer' || type === 'number' ? asNumber : whole;
};

/** Ways to declare what a value holds that are not followed: what they declare would leave the house whole. */
const unknownWays = new Set(['allOf', '$ref', 'patternProperties', 'prefixItems', 'not', 'if']);

const hasFields = ({ oneOf, properties, items, additionalProperties }: Declared): boolean => oneOf !== undefined || properties !== undefined || typeof additionalProperties === 'object' || (items !== undefined && hasFields(items));

const wordsOf = ({ const: only, enum: all }: Declared) => (only === undefined ? all : [only]);

/** One of several objects: which, a field tells that has words of its own in each. */
const keptByKind = (several: readonly Declared[]): Kept => {
  const words = (of: Declared, name: string) => wordsOf(of.properties?.[name] ?? {});
  const sign = Object.keys(several[0]!.properties ?? {}).find((name) => several.every((of) => words(of, name)));
  if (sign === undefined) throw new Error('an answer of several shapes that no field tells apart');
  const kinds = new Map(several.flatMap((of) => words(of, sign)!.map((word) => [word, keptOf(of)] as const)));
  return (value) => {
    if (value === null || value === undefined) return value;
    const kept = kinds.get(value[sign]);
    if (!kept) throw new Error(`an answer with '${value[sign]}' for '${sign}'`);
    return kept(value);
  };
};

/** A value or null; or one of several plain ones. Which of several objects it is would have to be guessed. */
const keptOfOne = (several: readonly Declared[]) => {
  const [one, ...others] = several.filter(({ type }) => type !== 'null');
  if (others.length && several.some(hasFields)) throw new Error('an answer of several shapes is not declared well enough');
  return others.length ? whole : keptOf(one!);
};

const whole: Kept = (value) => value;

/** PostgreSQL sends large whole numbers as text. */
const asNumber: Kept = (value) => (typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value);

interface Field {
  name: string;
  kept: Kept;
  isRequired: boolean;
}

const fieldsKept = (fields: readonly Field[]): Kept => (value) => {
  if (value === null || value === undefined) return value;
  const all: Record<string, unknown> = {};
  for (const { name, kept, isRequired } of fields) {
    const of = value[name];
    if (of !== undefined) all[name] = kept(of);
    else if (isRequired) throw new Error(`an answer without '${name}'`);
  }
  return all;
};

const eachKept = (kept: Kept): Kept => (values) => values && values.map(kept);

const entriesKept = (kept: Kept): Kept => (value) => value && Object.fromEntries(Object.entries(value).map(([name, of]) => [name, kept(of)]));
