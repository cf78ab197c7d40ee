import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Schema, shapeOf } from './schema.ts';

const shown = (shape: z.ZodType) => shapeOf(z.toJSONSchema(shape, { io: 'input' }) as Schema);

test.each([
  ['a word of limited length', z.string().max(80), 'string ≤ 80'],
  ['a whole number within limits', z.int().min(1).max(100), 'integer 1…100'],
  ['a number without limits', z.number(), 'number'],
  ['one of a few', z.enum(['act', 'read']), '"act" | "read"'],
  ['something or nothing', z.uuid().nullable(), 'uuid | null'],
  ['several', z.array(z.boolean()), '[boolean]'],
  ['a table of names', z.record(z.string(), z.string()), '{ …: string }'],
  ['nothing at all', z.object({}), '{}'],
])('%s', (_, shape, text) => expect(shown(shape)).toBe(text));

test('what may be left out has a question mark, and what is inside stands further in', () => {
  const shape = z.object({ name: z.string(), post: z.object({ title: z.string() }).optional() });
  expect(shown(shape)).toBe('{\n  name: string\n  post?: {\n    title: string\n  }\n}');
});
