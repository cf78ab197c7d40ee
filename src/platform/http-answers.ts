import { z } from 'zod';
import type { Shape } from './contract.ts';

/** From this Fastify compiles what writes the answer: what is not declared cannot leave the house. */
export const answerSchema = (shape: Shape) => plain(z.toJSONSchema(shape as z.ZodType, { target: 'draft-7', io: 'output', unrepresentable: 'any' }) as Schema);

interface Schema {
  anyOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

/**
 * Without formats and patterns: a choice between a value and null would be made by checking the value against them,
 * which takes ten times as long as writing it.
 */
const plain = ({ anyOf, type, properties, items, additionalProperties, ...rest }: Schema): object => {
  const value = anyOf?.length === 2 && anyOf[1]!.type === 'null' ? anyOf[0] : undefined;
  if (value) return { ...plain(value), nullable: true };
  return {
    ...('required' in rest && { required: rest.required }),
    ...(anyOf && { anyOf: anyOf.map(plain) }),
    ...(type && { type }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, plain(of)])) }),
    ...(items && { items: plain(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: typeof additionalProperties === 'object' ? plain(additionalProperties) : additionalProperties }),
  };
};
