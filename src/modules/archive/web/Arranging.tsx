import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import { useAct } from '#ui/act.ts';
import { Text } from '#ui/fields.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Waiting } from '../filing/contract.ts';
import { type Retention, retentions } from '../nouns.ts';
import { api, stale, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Because } from './Because.tsx';
import { Title } from './columns.tsx';
import type { Standing } from './Waiting.tsx';
import './archive.css';

type Row = Waiting & { id: string };
type Changed = { retention?: Retention; departmentId?: string };

const most = 300;

/** Proposals, one line a document: confirmed or changed, one by one or all at once, with the keys alone where one likes. */
export const Arranging = ({ documents, standing }: { documents: readonly Waiting[]; standing: Standing }) => {
  const { labels, refusals } = useArchiveWords();
  const may = useMay()('archive.manage') && standing !== 'open';
  const rows: Row[] = documents.map((document) => ({ ...document, id: document.recordId }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<ReadonlyMap<string, Changed>>(new Map());
  const [excludes, setExcludes] = useState(false);
  const free = rows.filter(({ whyNot }) => standing === 'excluded' || !whyNot['archive']?.length).slice(0, most);
  const mine = free.filter(({ id }) => chosen.has(id));
  const change = (id: string, next: Changed) => setChanged(new Map(changed).set(id, { ...changed.get(id), ...next }));
  const toggle = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const archive = useAct((_: undefined, key) => api.archive({ body: { items: mine.map(({ id, retention, department }) => ({ recordId: id, retention: changed.get(id)?.retention ?? retention, departmentId: changed.get(id)?.departmentId ?? department.id })) } }, key), stale, () => setChosen(new Set()));
  const include = useAct((_: undefined, key) => api.include({ body: { records: mine.map(({ id }) => id) } }, key), stale, () => setChosen(new Set()));
  const columns = useColumns({ standing, chosen, changed, toggle, change, mayChoose: may });
  return (
    <div className="stack" onKeyDown={(event) => onKey(event, (id, retention) => change(id, { retention }))}>
      {may && standing === 'waiting' && <p className="quiet desk-only">{labels.keysHint}</p>}
      <List columns={columns} rows={rows} card={(row) => <Card row={row} columns={columns} />} />
      {may && (
        <div className="row below no-print">
          <label className="row"><input type="checkbox" className="pick" checked={free.length > 0 && mine.length === free.length} onChange={({ target }) => setChosen(new Set(target.checked ? free.map(({ id }) => id) : []))} />{labels.chooseAll}</label>
          <span role="status">{labels.chosen.replace('{n}', String(mine.length))}</span>
          {standing === 'waiting' && <Button type="primary" disabled={!mine.length} loading={archive.busy} onClick={() => archive.run(undefined)}>{labels.archiveChosen}</Button>}
          {standing === 'waiting' && <Button disabled={!mine.length} onClick={() => setExcludes(true)}>{labels.excludeChosen}</Button>}
          {standing === 'excluded' && <Button disabled={!mine.length} loading={include.busy} onClick={() => include.run(undefined)}>{labels.includeChosen}</Button>}
        </div>
      )}
      <Refusals codes={[...archive.codes, ...include.codes]} words={refusals} />
      {excludes && (
        <Ask title={labels.excludeChosen} what={labels.chosen.replace('{n}', String(mine.length))} follows={labels.excludeThen} draft="archive.exclude" start={{ reason: '' }} onClose={() => setExcludes(false)} onDone={() => setChosen(new Set())} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.exclude({ body: { records: mine.map(({ id }) => id), reason } }, key)}>
          {({ reason }, set) => <Text label={labels.why} rows={1} value={reason} onChange={(next) => set({ reason: next })} />}
        </Ask>
      )}
    </div>
  );
};

/** From one box to tick to the next, and 1, 2, 3 for how long it is kept. */
const onKey = (event: KeyboardEvent<HTMLElement>, keepFor: (id: string, retention: Retention) => void) => {
  const box = event.target as HTMLInputElement;
  const id = box.dataset['record'];
  if (!id) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const retention = retentions[Number(event.key) - 1];
  if (retention) keepFor(id, retention);
  if (!by && !retention) return;
  event.preventDefault();
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-record]')].filter(({ offsetParent }) => offsetParent);
  boxes[boxes.indexOf(box) + (by ?? 0)]?.focus();
};

interface Given {
  standing: Standing;
  chosen: ReadonlySet<string>;
  changed: ReadonlyMap<string, Changed>;
  toggle: (id: string, on: boolean) => void;
  change: (id: string, next: Changed) => void;
  mayChoose: boolean;
}

const useColumns = ({ standing, chosen, changed, toggle, change, mayChoose }: Given): Column<Row>[] => {
  const { labels, retentions: named, refusals, sources } = useArchiveWords();
  const departments = useDepartments().map(({ id, name }) => ({ value: id, label: name }));
  const nameOf = ({ title, docNumber }: Row) => title || docNumber || labels.stubTitle;
  const waiting = standing === 'waiting';
  const all: (Column<Row> | false)[] = [
    mayChoose && { name: 'choose', title: '', cell: (row) => <input type="checkbox" className="pick" data-record={row.id} aria-label={labels.choose.replace('{title}', nameOf(row))} disabled={waiting && Boolean(row.whyNot['archive']?.length)} checked={chosen.has(row.id)} onChange={({ target }) => toggle(row.id, target.checked)} /> },
    { name: 'at', title: labels.done, cell: ({ at }) => <When at={at} /> },
    { name: 'source', title: labels.source, cell: ({ source, kind }) => <span className="number">{sources[source]}　{kind}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (row) => <><RowLink to={`/records/${row.id}`}><Title line={row} /></RowLink><div className="quiet">{row.author}　<span className="number">{row.docNumber}</span></div>{waiting && row.whyNot['archive']?.map((code) => <div key={code} className="soon">{refusals[code as keyof typeof refusals]}</div>)}</> },
    standing !== 'excluded' && { name: 'files', title: labels.electronic, cell: ({ files }) => files || '' },
    waiting && { name: 'retention', title: labels.retention, least: '8em', cell: (row) => <><Choice label={`${labels.retention} ${nameOf(row)}`} may={mayChoose} value={changed.get(row.id)?.retention ?? row.retention} onChange={(retention) => change(row.id, { retention: retention as Retention })} options={retentions.map((value) => ({ value, label: named[value] }))} /><div className="quiet"><Because because={(changed.get(row.id)?.retention ?? row.retention) === row.retention ? row.because : ['chosen']} /></div></> },
    waiting && { name: 'department', title: labels.department, least: '9em', cell: (row) => <Choice label={`${labels.department} ${nameOf(row)}`} may={mayChoose} value={changed.get(row.id)?.departmentId ?? row.department.id} onChange={(departmentId) => change(row.id, { departmentId })} options={departments.some(({ value }) => value === row.department.id) ? departments : [...departments, { value: row.department.id, label: row.department.name }]} /> },
    standing === 'excluded' && { name: 'reason', title: labels.why, least: '10em', cell: ({ exclusion }) => exclusion && <>{exclusion.reason}<div className="quiet">{exclusion.by.name}　<When at={exclusion.at} /></div></> },
  ];
  return all.filter((one) => one !== false);
};

const Card = ({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) => <div className="stack tight">{columns.map(({ name, cell }) => <div key={name}>{cell(row)}</div>)}</div>;

/** The browser's own list: there may be hundreds of them on the page. */
const Choice = ({ label, may, value, onChange, options }: { label: string; may: boolean; value: string; onChange: (value: string) => void; options: readonly { value: string; label: string }[] }) =>
  may ? <select aria-label={label} className="choice" value={value} onChange={({ target }) => onChange(target.value)}>{options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select> : <span className="number">{options.find((one) => one.value === value)?.label}</span>;
