import { Problem } from '#platform/problem.ts';
import type { Schema } from './schema.ts';

export type Content = Record<string, { schema: Schema }>;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

/** One endpoint as the house describes it. */
export interface Operation {
  path: string;
  method: string;
  operationId: string;
  tags: string[];
  'x-permission': string;
  'x-refuses'?: string[];
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content: Content }>;
}

/** Everything the house promises to other programs, from the declarations that answer them. */
export const readOperations = async (): Promise<Operation[]> => {
  const response = await fetch('/api/openapi.json');
  if (!response.ok) throw new Problem(response.status, ['platform.bug']);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })));
};
