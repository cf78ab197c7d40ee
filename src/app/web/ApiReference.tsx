import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Problem } from '#platform/problem.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { useWords } from '#ui/words.ts';
import { shapeOf, type Schema } from './schema.ts';
import { en, zh } from './words.ts';

interface Operation {
  operationId: string;
  tags: string[];
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: Schema; description?: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content: Content }>;
}
type Content = Record<string, { schema: Schema }>;
interface Document {
  paths: Record<string, Record<string, Operation>>;
}
type Line = Operation & { path: string; method: string };

const read = async (): Promise<Document> => {
  const response = await fetch('/api/openapi.json');
  if (!response.ok) throw new Problem(response.status, ['platform.bug']);
  return response.json();
};

/** What other programs may ask of the house, printed from the same declarations that answer them. */
export const ApiReference = () => {
  const words = useWords({ zh, en });
  const asked = useQuery({ queryKey: ['openapi'], queryFn: read, staleTime: Infinity });
  const [q, setQ] = useState('');
  return (
    <div className="stack">
      <div className="spread"><h1>{words.api}</h1><a href="/api/openapi.json" download>openapi.json</a></div>
      <p className="quiet">{words.apiSay}</p>
      <Input aria-label={words.apiFind} placeholder={words.apiFind} allowClear onChange={(event) => setQ(event.target.value)} style={{ maxWidth: 360 }} />
      <Loaded asked={asked}>{(document) => <Groups lines={linesOf(document).filter((line) => `${line.path} ${line.operationId} ${line['x-permission']}`.includes(q))} />}</Loaded>
    </div>
  );
};

const linesOf = ({ paths }: Document): Line[] =>
  Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })));

const Groups = ({ lines }: { lines: readonly Line[] }) => (
  <>
    {[...new Set(lines.map(({ tags }) => tags[0]!))].map((tag) => (
      <section key={tag} className="card" aria-label={tag}>
        <h2>{tag}</h2>
        {lines.filter(({ tags }) => tags[0] === tag).map((line) => <OneOperation key={line.operationId} line={line} />)}
      </section>
    ))}
  </>
);

const OneOperation = ({ line }: { line: Line }) => {
  const words = useWords({ zh, en });
  const answer = line.responses['200'];
  return (
    <details className="operation">
      <summary><code className="method">{line.method}</code><code className="wrap">{line.path}</code><span className="quiet">{line['x-permission']}</span></summary>
      <div className="stack tight">
        {line.parameters.length > 0 && <dl className="facts one">{line.parameters.map((parameter) => <Parameter key={parameter.in + parameter.name} parameter={parameter} />)}</dl>}
        {line.requestBody && <Shown title={words.apiBody} content={line.requestBody.content} />}
        {answer && <Shown title={words.apiAnswer} content={answer.content} />}
        <p className="quiet">{Object.entries(line.responses).filter(([status]) => status !== '200').map(([status, { description }]) => `${status} ${description}`).join(' · ')}</p>
      </div>
    </details>
  );
};

const Parameter = ({ parameter: { name, in: place, required, schema, description } }: { parameter: Operation['parameters'][number] }) => (
  <>
    <dt><code>{name}</code></dt>
    <dd><code>{shapeOf(schema)}</code> <span className="quiet">{place}{required ? '' : ' ?'} {description}</span></dd>
  </>
);

const Shown = ({ title, content }: { title: string; content: Content }) => (
  <div>
    {Object.entries(content).map(([type, { schema }]) => (
      <div key={type}><span className="quiet">{title} {type}</span><pre tabIndex={0}>{shapeOf(schema)}</pre></div>
    ))}
  </div>
);
