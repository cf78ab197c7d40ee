import { useQuery } from '@tanstack/react-query';
import { Alert, Progress, Select } from 'antd';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { Answer } from '#platform/contract.ts';
import type { Import, transfer } from '../transfer/contract.ts';
import { api, stale, useArchiveWords } from './api.ts';
import { useTransferWords } from './Transfers.tsx';

const tones = { checking: 'go', refused: 'late', checked: 'wait', importing: 'go', done: 'done', failed: 'late', dropped: 'off' } as const;

/** 导入移交包: uploaded, looked through, then confirmed. */
export const Imports = () => {
  const { labels } = useTransferWords();
  const { refusals } = useArchiveWords();
  const asked = useQuery(api.imports.asQuery({}));
  const [failed, setFailed] = useState<readonly string[]>([]);
  const check = useAct((fileId: string, key) => api.checkPackage({ body: { fileId } }, key), stale);
  return (
    <section className="card stack" aria-label={labels.imports}>
      <h2>{labels.imports}</h2>
      <p className="quiet">{labels.importHint}</p>
      <Loaded asked={asked}>
        {({ imports, whyNot }) => (
          <>
            {whyNot['checkPackage']?.length ? <Refusals codes={whyNot['checkPackage']} words={refusals} /> : <FilePicker label={labels.choosePackage} accept=".zip" upload={upload} onPicked={({ id }) => (setFailed([]), check.run(id))} onFailed={setFailed} />}
            <Refusals codes={[...failed, ...check.codes]} words={refusals} />
            {imports.length === 0 ? <Nothing>{labels.noImports}</Nothing> : <ul className="lines">{imports.map((one, i) => <li key={one.id}><Brought brought={one} newest={i === 0} /></li>)}</ul>}
          </>
        )}
      </Loaded>
    </section>
  );
};

const Brought = ({ brought, newest }: { brought: Import; newest: boolean }) => {
  const { labels, importStates, faults } = useTransferWords();
  const [open, setOpen] = useState(newest);
  const running = brought.state === 'checking' || brought.state === 'importing';
  return (
    <div className="stack tight">
      <div className="row">
        <State tone={tones[brought.state]}>{importStates[brought.state]}</State>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>{brought.name}</button>
        <span className="quiet">{brought.askedBy.name}　<When at={brought.askedAt} /></span>
      </div>
      {running && <Progress percent={brought.total ? Math.round((brought.looked / brought.total) * 100) : 0} aria-label={labels.lookedAt.replace('{done}', String(brought.looked)).replace('{all}', String(brought.total))} />}
      {brought.why && <div className="late">{faults[brought.why as 'hash'] ?? labels.broken}</div>}
      {open && !running && <Looked importId={brought.id} />}
    </div>
  );
};

type Whole = Answer<typeof transfer.oneImport>;

const Looked = ({ importId }: { importId: string }) => {
  const asked = useQuery(api.oneImport.asQuery({ params: { importId } }));
  return (
    <Loaded asked={asked}>
      {(whole) => (
        <div className="stack tight">
          {whole.faultCount > 0 && <Faults whole={whole} />}
          {whole.state === 'checked' && <Begin whole={whole} />}
          {whole.whyNot['dropImport']?.length === 0 && <Drop whole={whole} />}
          {whole.keptItems !== null && <Report whole={whole} />}
        </div>
      )}
    </Loaded>
  );
};

const Faults = ({ whole }: { whole: Whole }) => {
  const { labels, faults } = useTransferWords();
  const [shown, setShown] = useState(10);
  return (
    <Alert type="warning" title={labels.faults} description={
      <>
        <ul>{whole.faults.slice(0, shown).map(({ what, at }, i) => <li key={i} style={{ overflowWrap: 'anywhere' }}>{faults[what as 'hash'] ?? what}{at && `：${at}`}</li>)}</ul>
        {whole.faultCount > shown && <p>{labels.moreFaults.replace('{n}', String(whole.faultCount))}　{shown < whole.faults.length && <button type="button" className="plain" onClick={() => setShown(whole.faults.length)}>{labels.showAll}</button>}</p>}
      </>} />
  );
};

const Begin = ({ whole }: { whole: Whole }) => {
  const { labels } = useTransferWords();
  const { refusals } = useArchiveWords();
  const departments = useDepartments();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const begin = useAct((_: undefined, key) => api.importPackage({ params: { importId: whole.id }, body: { departments: chosen } }, key), stale);
  return (
    <>
      <p className="quiet">{labels.institutionsHint}</p>
      <dl className="facts" aria-label={labels.institutions}>
        {whole.institutions.map(({ code, name, items, departmentId }) => (
          <div key={code} style={{ display: 'contents' }}>
            <dt>{code} {name}（{items}）</dt>
            <dd><Select aria-label={`${code} ${name}`} style={{ minWidth: 180 }} showSearch={{ optionFilterProp: 'label' }} value={chosen[code] ?? departmentId} onChange={(id: string) => setChosen({ ...chosen, [code]: id })} options={departments.map((one) => ({ value: one.id, label: one.name }))} /></dd>
          </div>
        ))}
      </dl>
      <div><Confirm label={labels.begin} what={whole.name} then={labels.beginThen.replace('{items}', String(whole.items))} danger={false} busy={begin.busy} onYes={() => begin.run(undefined)} /></div>
      <Refusals codes={begin.codes} words={refusals} />
    </>
  );
};

/** Not imported after all. */
const Drop = ({ whole }: { whole: Whole }) => {
  const { labels } = useTransferWords();
  const { refusals } = useArchiveWords();
  const drop = useAct((_: undefined, key) => api.dropImport({ params: { importId: whole.id }, body: {} }, key), stale);
  return <><div><Confirm label={labels.drop} what={whole.name} then={labels.dropThen} busy={drop.busy} onYes={() => drop.run(undefined)} /></div><Refusals codes={drop.codes} words={refusals} /></>;
};

/** What the package said against what is here now. */
const Report = ({ whole }: { whole: Whole }) => {
  const { labels } = useTransferWords();
  const rows = [[labels.count, whole.items, whole.keptItems], [labels.fileCount, whole.files, whole.keptFiles], [labels.bytes, whole.bytes, whole.keptBytes]] as const;
  return (
    <table className="list" aria-label={labels.report}>
      <thead><tr><th>{labels.report}</th><th>{labels.saysPackage}</th><th>{labels.saysHere}</th><th aria-label={labels.same} /></tr></thead>
      <tbody>{rows.map(([name, said, kept]) => <tr key={name}><td>{name}</td><td>{said}</td><td>{kept}</td><td>{said === kept ? labels.same : <span className="late">{labels.differs}</span>}</td></tr>)}</tbody>
    </table>
  );
};
