import type { Operation } from './document.ts';
import type { Schema } from './schema.ts';

const byFormat: Record<string, string> = { uuid: '01935e2a-7c40-7d1e-9b52-3f6a8c0d4e71', date: '2026-11-25', 'date-time': '2026-11-25T06:05:00.000Z', email: 'li.wenjing@school.example' };

const byName: Record<string, string> = {
  title: '关于开展校园安全检查的通知', sender: '江城市教育局', senderNumber: '江教办〔2026〕156号', number: '2026-0064', q: '通知', username: 'office.clerk', password: '********', phone: '0571-88010001', post: '办公室文秘', department: '教务处',
  reason: '页数不全', text: '请教务处主办。', year: '2026', name: '李文静', code: '123456',
};

/** One value that this shape allows: what a person would type, where the name says what that is. */
export const exampleOf = (schema: Schema, name = ''): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf.find(({ type }) => type !== 'null') ?? {}, name);
  if (schema.type === 'array') return [exampleOf(schema.items ?? {}, name)];
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, exampleOf(one, key)]));
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  return (schema.format && byFormat[schema.format]) ?? byName[name] ?? '…';
};

/** What must be sent, without what has a default. */
const leastOf = (schema: Schema): unknown => {
  if (schema.type !== 'object') return exampleOf(schema);
  const asked = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
  return Object.fromEntries(asked.map(([name, one]) => [name, exampleOf(one, name)]));
};

/** A line for a shell that asks this of the server at `origin`; the token stands in $TOKEN. */
export const curlOf = ({ path, method, parameters, requestBody, 'x-permission': permission }: Operation, origin: string) => {
  const given = (place: string) => parameters.filter((one) => one.in === place && one.required).map(({ name, schema }) => [name, String(exampleOf(schema, name))] as const);
  const filled = given('path').reduce((url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(value)), path);
  const query = new URLSearchParams(given('query').map(([name, value]) => [name, value])).toString();
  const json = requestBody?.content['application/json'];
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(`${origin}${filled}${query && `?${query}`}`)}`,
    permission !== 'public' && '-H "Authorization: Bearer $TOKEN"',
    json && `-H 'Content-Type: application/json' \\\n  -d ${quoted(JSON.stringify(leastOf(json.schema), null, 1).replaceAll(/\n */g, ' '))}`,
    requestBody && !json && "-H 'Content-Type: application/octet-stream' \\\n  --data-binary @scan.pdf",
  ].filter(Boolean).join(' \\\n  ');
};

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
