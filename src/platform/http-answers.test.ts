import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerWriter, declaredOf } from './http-answers.ts';
import { day, instant } from './time.ts';

const shape = z.object({
  id: z.uuid(),
  format: z.string(),
  at: instant.nullable(),
  on: day.nullable(),
  by: z.object({ name: z.string() }).nullable(),
  count: z.int().nullable(),
  counts: z.record(z.string(), z.array(z.string())),
  any: z.unknown(),
});
const full = { id: '01900000-0000-7000-8000-000000000001', format: 'a“"', at: '2026-09-01T01:00:00.000Z', on: '2026-09-01', by: { name: '李' }, count: 0, counts: { a: ['b'] }, any: { deep: [1] } };
const write = answerWriter(shape);
const written = (value: object) => JSON.parse(write(value));

test('what is declared is written, nulls as nulls', () => {
  expect(written(full)).toEqual(full);
  expect(written({ ...full, at: null, on: null, by: null, count: null })).toEqual({ ...full, at: null, on: null, by: null, count: null });
});

test('what is not declared stays in the house, at every depth', () =>
  expect(written({ ...full, password: 'p', by: { name: '李', phone: '1' } })).toEqual(full));

test('a large whole number of PostgreSQL, which comes as text, is a number', () => expect(written({ ...full, count: '12' })).toEqual({ ...full, count: 12 }));

test('what is declared and missing is a fault of ours, not an answer', () => expect(() => written({ ...full, counts: undefined })).toThrow("'counts'"));

test('which of several objects it is would have to be guessed', () =>
  expect(() => declaredOf(z.object({ either: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]) }))).toThrow());

interface Tree {
  below: Tree[];
}
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ below: z.array(tree) }));

test.each<[string, z.ZodType]>([
  ['either a list of objects or text', z.union([z.array(z.object({ a: z.string() })), z.string()])],
  ['a pair', z.tuple([z.string(), z.object({ a: z.string() })])],
  ['itself, again and again', tree],
])('what is not followed is refused, not let out whole: %s', (_, of) => expect(() => declaredOf(z.object({ of }))).toThrow());

test('of one or the other by its kind, what its kind declares leaves and nothing else', () => {
  const of = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), a: z.string() }), z.object({ kind: z.enum(['b', 'c']), n: z.int() })]);
  const either = answerWriter(z.object({ all: z.array(of.nullable()) }));
  expect(JSON.parse(either({ all: [{ kind: 'a', a: 'x', n: 1 }, { kind: 'c', a: 'x', n: '1' }, null] }))).toEqual({ all: [{ kind: 'a', a: 'x' }, { kind: 'c', n: 1 }, null] });
  expect(() => either({ all: [{ kind: 'd' }] })).toThrow("'d'");
});

test('a plain value of several kinds, and what holds values of any', () => {
  const facts = answerWriter(z.object({ facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])), rows: z.array(z.object({ id: z.string() }).nullable()) }));
  expect(JSON.parse(facts({ facts: { a: '1', b: 2, c: ['3'] }, rows: [{ id: 'x', secret: 's' }, null] }))).toEqual({ facts: { a: '1', b: 2, c: ['3'] }, rows: [{ id: 'x' }, null] });
});
