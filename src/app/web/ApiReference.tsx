import { useQuery } from '@tanstack/react-query';
import { Collapse, Input } from 'antd';
import { useState } from 'react';
import { Loaded } from '#ui/Loaded.tsx';
import { useWords } from '#ui/words.ts';
import { en, zh } from './words.ts';

interface Operation {
  operationId: string;
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface Api {
  paths: Record<string, Record<string, Operation>>;
}

const read = async (): Promise<Api> => (await fetch('/api/openapi.json')).json();

/** Every endpoint as the contracts promise it, from the OpenAPI document itself. */
export const ApiReference = () => {
  const words = useWords({ zh, en });
  const [q, setQ] = useState('');
  const asked = useQuery({ queryKey: ['openapi'], queryFn: read, staleTime: Number.POSITIVE_INFINITY });
  return (
    <div className="stack">
      <div className="spread"><h1>{words.api}</h1><a href="/api/openapi.json">OpenAPI 3.1</a></div>
      <Input.Search aria-label={words.search} allowClear onChange={(event) => setQ(event.target.value)} style={{ maxWidth: 360 }} />
      <Loaded asked={asked}>
        {({ paths }) => {
          const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
          const shown = all.filter(({ path, operation }) => `${path} ${operation.operationId}`.toLowerCase().includes(q.toLowerCase()));
          return <Collapse items={shown.map((one) => ({ key: one.operation.operationId, label: <span className="number"><strong>{one.method.toUpperCase()}</strong>　{one.path}</span>, children: <Details {...one} /> }))} />;
        }}
      </Loaded>
    </div>
  );
};

const Details = ({ operation }: { operation: Operation }) => (
  <div className="stack">
    <div>{operation.operationId}　<span className="quiet">{operation['x-permission']}</span></div>
    {operation.parameters.length > 0 && <ul className="lines">{operation.parameters.map((parameter) => <li key={parameter.name}><code>{parameter.name}</code>　{parameter.in}　{JSON.stringify(parameter.schema)}</li>)}</ul>}
    {operation.requestBody && <Schema content={operation.requestBody.content} />}
    {Object.entries(operation.responses).map(([status, response]) => <div key={status}><strong>{status}</strong>　{response.description}{status === '200' && response.content && <Schema content={response.content} />}</div>)}
  </div>
);

const Schema = ({ content }: { content: Record<string, { schema: object }> }) => (
  <>{Object.entries(content).map(([type, { schema }]) => <pre key={type} className="text-view" tabIndex={0} aria-label={type} style={{ maxHeight: 260 }}>{type}{'\n'}{JSON.stringify(schema, null, 2)}</pre>)}</>
);
