import { expect, test } from 'vitest';
import { openapi } from '#platform/openapi.ts';
import { modules } from './modules.ts';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
  security: Record<string, unknown>[];
}
const document = JSON.parse(JSON.stringify(openapi('综办', modules)));
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

test('the document is OpenAPI 3.1 and names every operation once', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: '综办', version: expect.any(String) } });
  expect(operations.length).toBe(modules.reduce((sum, { contract }) => sum + Object.keys(contract).length, 0));
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))('%s declares its parameters, its answers and who may call it', (_name, { path, operation }) => {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  expect(inPath.map(({ name }) => name).sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort());
  expect(inPath.every(({ required }) => required)).toBe(true);
  expect(new Set(operation.parameters.map(({ in: where, name }) => `${where} ${name}`)).size).toBe(operation.parameters.length);
  expect(Object.keys(operation.responses)).toContain('200');
  for (const scheme of operation.security.flatMap((one) => Object.keys(one))) expect(document.components.securitySchemes).toHaveProperty(scheme);
  const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) => Object.values(one?.content ?? {}));
  for (const { schema } of contents) for (const reference of references(schema)) expect(resolved(schema, reference), reference).toBeDefined();
});

/** Every $ref in a schema, at any depth. */
const references = (schema: unknown): string[] =>
  schema && typeof schema === 'object' ? Object.entries(schema).flatMap(([name, value]) => (name === '$ref' ? [value as string] : references(value))) : [];

const resolved = (schema: object, reference: string): unknown => {
  const from = reference.startsWith('#/components/') ? document : schema;
  return reference.slice(2).split('/').filter(Boolean).reduce<any>((at, name) => at?.[name], from);
};
