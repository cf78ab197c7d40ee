import { useRef, useState } from 'react';
import { Copy } from '#ui/Copy.tsx';
import { useWords } from '#ui/words.ts';
import type { Content, Operation, Parameter } from './document.ts';
import { curlOf, exampleOf } from './example.ts';
import { shapeOf } from './schema.ts';
import { wording } from './wording.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** One endpoint: a line, and opened what it needs, gives and refuses. */
export const OneOperation = ({ operation }: { operation: Operation }) => {
  const { acts } = useWords(wording);
  const [open, setOpen] = useState(false);
  const { method, path, operationId } = operation;
  return (
    <details className="operation" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary><code className="method">{method}</code><code className="wrap">{path}</code><span>{acts[operationId]}</span></summary>
      {open && <Opened operation={operation} />}
    </details>
  );
};

const Opened = ({ operation }: { operation: Operation }) => {
  const { labels } = useWords({ zh, en });
  const { refusals, permissions } = useWords(wording);
  const { 'x-permission': permission, 'x-refuses': refuses = [], parameters, requestBody, responses } = operation;
  return (
    <div className="stack">
      <dl className="facts one">
        <dt>{labels.permission}</dt><dd>{permissions[permission]} <code className="quiet">{permission}</code></dd>
        {parameters.length > 0 && <><dt>{labels.parameters}</dt><dd><ul className="plain-list">{parameters.map((one) => <OneParameter key={one.in + one.name} parameter={one} />)}</ul></dd></>}
        {refuses.length > 0 && <><dt>{labels.refuses}</dt><dd><ul className="plain-list">{refuses.map((code) => <li key={code}>{refusals[code]} <code className="quiet wrap">{code}</code></li>)}</ul></dd></>}
      </dl>
      <div className="beside">
        <Shown title={labels.request} text={curlOf(operation, window.location.origin)} />
        <Shown title={labels.answer} text={answerOf(responses['200']?.content) ?? labels.bytes} />
      </div>
      {requestBody && <Fields title={labels.body} content={requestBody.content} />}
      {responses['200'] && <Fields title={labels.fields} content={responses['200'].content} />}
    </div>
  );
};

const answerOf = (content: Content | undefined) => {
  const json = content?.['application/json'];
  return json && JSON.stringify(exampleOf(json.schema), null, 2);
};

const OneParameter = ({ parameter: { name, in: place, required, schema } }: { parameter: Parameter }) => {
  const { labels, places } = useWords({ zh, en });
  return <li><code>{name}</code> <code>{shapeOf(schema)}</code> <span className="quiet">{places[place]}{required ? '' : ` · ${labels.optional}`}</span></li>;
};

const Shown = ({ title, text }: { title: string; text: string }) => {
  const shown = useRef<HTMLPreElement>(null);
  return (
    <div className="stack tight">
      <div className="spread"><h3>{title}</h3><Copy text={text} shown={shown} /></div>
      <pre ref={shown} tabIndex={0} aria-label={title}>{text}</pre>
    </div>
  );
};

const Fields = ({ title, content }: { title: string; content: Content }) => (
  <details className="fold"><summary>{title}</summary>{Object.entries(content).map(([type, { schema }]) => <pre key={type} tabIndex={0} aria-label={`${title} ${type}`}>{shapeOf(schema)}</pre>)}</details>
);
