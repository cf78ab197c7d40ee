export interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** A JSON schema as a person reads it: names, kinds, `?` for what may be left out. */
export const shapeOf = (schema: Schema, indent = ''): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => shapeOf(one, indent)).join(' | ');
  if (schema.type === 'array') return `[${shapeOf(schema.items ?? {}, indent)}]`;
  if (schema.type === 'object') return objectOf(schema, indent);
  return plainOf(schema);
};

const objectOf = ({ properties, required = [], additionalProperties }: Schema, indent: string) => {
  const inner = `${indent}  `;
  if (!properties) return typeof additionalProperties === 'object' ? `{ …: ${shapeOf(additionalProperties, inner)} }` : '{}';
  const lines = Object.entries(properties).map(([name, one]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${shapeOf(one, inner)}`);
  return lines.length ? `{\n${lines.join('\n')}\n${indent}}` : '{}';
};

const plainOf = ({ type = 'any', format, minimum, maximum, maxLength }: Schema) => {
  const isWide = (edge: number | undefined) => edge === undefined || Math.abs(edge) >= Number.MAX_SAFE_INTEGER;
  const range = isWide(minimum) && isWide(maximum) ? '' : ` ${isWide(minimum) ? '' : minimum}…${isWide(maximum) ? '' : maximum}`;
  return `${format ?? [type].flat().join(' | ')}${range}${maxLength === undefined ? '' : ` ≤ ${maxLength}`}`;
};
