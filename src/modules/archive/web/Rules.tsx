import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { retention } from '../retention/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { RuleTable } from './RuleTable.tsx';
import { Tabs } from './Tabs.tsx';

/** 保管期限表 and 机构代码. */
export const Rules = () => {
  const { labels } = useArchiveWords();
  const [edition, setEdition] = useState<number>();
  const asked = useQuery(api.table.asQuery({ query: edition ? { edition: edition as never } : {} }));
  return (
    <div className="stack">
      <h1>{labels.rules}</h1>
      <Tabs />
      <p className="quiet narrow">{labels.rulesSay}</p>
      <Loaded asked={asked}>
        {(table) => (
          <>
            <RuleTable key={table.edition} table={table} />
            <Editions table={table} onChoose={setEdition} />
          </>
        )}
      </Loaded>
      <Codes />
    </div>
  );
};

const Editions = ({ table, onChoose }: { table: Answer<typeof retention.table>; onChoose: (edition: number | undefined) => void }) => {
  const { labels } = useArchiveWords();
  return (
    <section className="card stack" aria-label={labels.editions}>
      <h2>{labels.editions}</h2>
      <ul className="lines">
        {table.editions.map(({ edition, at, by, why }, i) => (
          <li key={edition}>
            <button type="button" className="plain" aria-pressed={edition === table.edition} onClick={() => onChoose(i === 0 ? undefined : edition)}>{labels.edition.replace('{n}', String(edition))}</button>
            　{why}　<span className="quiet">{by?.name}　{by && <When at={at} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Codes = () => {
  const { labels } = useArchiveWords();
  const asked = useQuery(api.codes.asQuery({}));
  return (
    <section className="card stack" aria-label={labels.codes}>
      <h2>{labels.codes}</h2>
      <p className="quiet">{labels.codesSay}</p>
      <Loaded asked={asked}>{({ codes }) => <ul className="lines">{codes.map((code) => <li key={`${code.department.id} ${code.code}`}><Code code={code} /></li>)}</ul>}</Loaded>
    </section>
  );
};

const Code = ({ code: { department, code, kept, items, whyNot } }: { code: Answer<typeof retention.codes>['codes'][number] }) => {
  const { labels, refusals } = useArchiveWords();
  const [typed, setTyped] = useState(code);
  const save = useAct((_: undefined, key) => api.setCode({ params: { departmentId: department.id }, body: { code: typed } }, key), ['archive']);
  const may = useMay()('archive.manage') && whyNot['setCode']?.length === 0;
  return (
    <div className="spread">
      <span>{department.name} <span className="quiet">{items > 0 ? labels.usedBy.replace('{n}', String(items)) : kept ? '' : labels.proposedCode}</span></span>
      <span className="row">
        {may ? <Input aria-label={`${labels.codes} ${department.name}`} value={typed} maxLength={8} style={{ width: 110 }} onChange={({ target }) => setTyped(target.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))} /> : <span className="number">{code}</span>}
        {may && typed !== '' && (typed !== code || !kept) && <Button loading={save.busy} aria-label={`${labels.keep} ${department.name}`} onClick={() => save.run(undefined)}>{labels.keep}</Button>}
        <Refusals codes={save.codes} words={refusals} />
      </span>
    </div>
  );
};
