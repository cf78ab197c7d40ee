import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Operation } from './document.ts';
import { curlOf, exampleOf } from './example.ts';
import type { Schema } from './schema.ts';

const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input' }) as Schema;
const register: Operation = {
  path: '/api/incoming/{documentId}', method: 'POST', operationId: 'incoming.register', tags: ['incoming'], 'x-permission': 'incoming.register',
  parameters: [{ name: 'documentId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }, { name: 'q', in: 'query', required: false, schema: { type: 'string' } }],
  requestBody: { content: { 'application/json': { schema: schemaOf(z.object({ sender: z.string(), remark: z.string().default('') })) } } },
  responses: {},
};

test('an example is a value that the shape allows', () => {
  const shape = z.object({ id: z.uuid(), on: z.iso.date(), at: z.iso.datetime(), pages: z.int().min(3), urgent: z.boolean(), kind: z.enum(['通知', '函']), lead: z.string().nullable(), parts: z.array(z.object({ name: z.string() })) });
  expect(shape.safeParse(exampleOf(schemaOf(shape))).error).toBeUndefined();
});

test('a line for the shell asks for what must be sent and nothing else', () =>
  expect(curlOf(register, 'https://school.example')).toBe(
    "curl -X POST 'https://school.example/api/incoming/01935e2a-7c40-7d1e-9b52-3f6a8c0d4e71' \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  -H 'Content-Type: application/json' \\\n  -d '{ \"sender\": \"江城市教育局\" }'",
  ));

test('what is open to everybody needs no token, and a file is sent as it is', () => {
  const { requestBody: _, ...reads } = register;
  expect(curlOf({ ...reads, method: 'GET', 'x-permission': 'public' }, '')).not.toContain('Authorization');
  expect(curlOf({ ...reads, requestBody: { content: { 'application/octet-stream': { schema: {} } } } }, '')).toContain('--data-binary @scan.pdf');
});
