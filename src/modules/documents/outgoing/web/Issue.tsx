import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import type { Wanted } from '../issuing/contract.ts';
import type { Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';

interface Props {
  document: Document;
  onClose: () => void;
}

interface Unit {
  unit: string;
  copies: number;
  copyNumbers: string;
}

type Department = { id: string; name: string };

const empty: Unit = { unit: '', copies: 1, copyNumbers: '' };

/** 印发 with its list: departments by one press, units outside with copies and their numbers. */
export const Issue = ({ document, onClose }: Props) => {
  const departments = useDepartments();
  const asked = { data: departments.length ? departments : undefined, error: undefined, isPending: !departments.length, refetch: () => {} };
  return <Loaded asked={asked}>{(all) => <IssueTo document={document} departments={all} onClose={onClose} />}</Loaded>;
};

const IssueTo = ({ document, departments, onClose }: Props & { departments: readonly Department[] }) => {
  const { labels, verbs } = useOutgoingWords();
  const named = [...document.mainTo, ...document.copyTo];
  const ours = departments.filter(({ name }) => named.includes(name));
  const outside = named.filter((name) => !departments.some((one) => one.name === name));
  const start = { departments: ours.map(({ id }) => id), units: outside.map((unit): Unit => ({ ...empty, unit, copies: document.copies ? 1 : 0 })), issueDay: null as string | null };
  const paper = (units: readonly Unit[]) => units.reduce((sum, { copies }) => sum + copies, 0);
  const wantedOf = ({ departments: chosen, units }: typeof start): Wanted[] => [
    ...departments.filter(({ id }) => chosen.includes(id)).map(({ id, name }): Wanted => ({ unit: name, departmentId: id, how: 'electronic', copies: 0, copyNumbers: '' })),
    ...units.filter(({ unit }) => unit.trim()).map((unit): Wanted => ({ ...unit, unit: unit.unit.trim(), departmentId: departments.find(({ name }) => name === unit.unit.trim())?.id ?? null, how: 'paper' })),
  ];
  return (
    <Ask title={verbs.issue} width={760} what={<><span className="number">{document.number}</span>　{document.title}</>} follows={labels.issueThen} draft={`issue.${document.id}`} start={start} onClose={onClose} ready={(typed) => wantedOf(typed).length > 0} send={(typed, key) => api.issue({ params: { documentId: document.id }, body: { deliveries: wantedOf(typed), ...(typed.issueDay && { issueDay: typed.issueDay }) } }, key)}>
      {(typed, set) => (
        <>
          <fieldset>
            <legend>{labels.toDepartments}</legend>
            <div className="units">
              <Button onClick={() => set({ departments: typed.departments.length === departments.length ? [] : departments.map(({ id }) => id) })}>{typed.departments.length === departments.length ? labels.noDepartments : labels.allDepartments}</Button>
              {departments.map(({ id, name }) => <button key={id} type="button" className="plain" aria-pressed={typed.departments.includes(id)} onClick={() => set({ departments: typed.departments.includes(id) ? typed.departments.filter((one) => one !== id) : [...typed.departments, id] })}>{name}</button>)}
            </div>
          </fieldset>
          <fieldset>
            <legend>{labels.toUnits}</legend>
            {typed.units.map((unit, i) => <UnitLine key={i} value={unit} onChange={(next) => set({ units: typed.units.map((one, at) => (at === i ? next : one)) })} onRemove={() => set({ units: typed.units.filter((_, at) => at !== i) })} />)}
            <div className="row"><Button onClick={() => set({ units: [...typed.units, empty] })}>{labels.addUnit}</Button><span className={paper(typed.units) > document.copies ? 'late' : 'quiet'} role="status">{labels.printedAndGiven.replace('{copies}', String(document.copies)).replace('{given}', String(paper(typed.units)))}</span></div>
          </fieldset>
          <IssueDay value={typed.issueDay} onChange={(issueDay) => set({ issueDay })} />
        </>
      )}
    </Ask>
  );
};

const IssueDay = ({ value, onChange }: { value: string | null; onChange: (day: string | null) => void }) => {
  const { labels } = useOutgoingWords();
  const id = useId();
  return <Form.Item layout="vertical" label={labels.issueDay} htmlFor={id} help={labels.issueDayHint}><DatePicker id={id} value={value ? dayjs(value) : null} onChange={(at) => onChange(at?.format('YYYY-MM-DD') ?? null)} /></Form.Item>;
};

const UnitLine = ({ value, onChange, onRemove }: { value: Unit; onChange: (next: Unit) => void; onRemove: () => void }) => {
  const { labels } = useOutgoingWords();
  return (
    <div className="unit-line">
      <Input aria-label={labels.unit} placeholder={labels.unit} maxLength={200} value={value.unit} onChange={(event) => onChange({ ...value, unit: event.target.value })} />
      <InputNumber aria-label={labels.copiesGiven} min={0} max={10_000} precision={0} value={value.copies} onChange={(copies) => onChange({ ...value, copies: copies ?? 0 })} style={{ width: '100%' }} />
      <Input aria-label={labels.copyNumbers} placeholder={labels.copyNumbers} maxLength={200} value={value.copyNumbers} onChange={(event) => onChange({ ...value, copyNumbers: event.target.value })} />
      <Button aria-label={`${labels.takeOut} ${value.unit}`} onClick={onRemove}>×</Button>
    </div>
  );
};

/** Somebody who was forgotten. */
export const SendMore = ({ document, onClose }: Props) => {
  const { labels, verbs, ways } = useOutgoingWords();
  const departments = useDepartments();
  const departmentOf = (unit: string) => departments.find(({ name }) => name === unit.trim())?.id ?? null;
  return (
    <Ask title={verbs.sendMore} what={document.title} draft={`sendMore.${document.id}`} start={{ ...empty, how: 'electronic' as Wanted['how'] }} onClose={onClose} ready={({ unit, how }) => unit.trim() !== '' && (how === 'paper' || departmentOf(unit) !== null)} send={({ how, ...unit }, key) => api.sendMore({ params: { documentId: document.id }, body: { ...unit, how, departmentId: departmentOf(unit.unit), ...(how === 'electronic' && { copies: 0, copyNumbers: '' }) } }, key)}>
      {(typed, set) => (
        <>
          <Choices<Wanted['how']> label={labels.way} value={typed.how} onChange={(how) => set({ how })} options={[['electronic', ways.electronic], ['paper', ways.paper]]} />
          <div className="units">{departments.map(({ id, name }) => <button key={id} type="button" className="plain" aria-pressed={typed.unit === name} onClick={() => set({ unit: name })}>{name}</button>)}</div>
          {typed.how === 'paper' && <UnitLine value={typed} onChange={set} onRemove={() => set(empty)} />}
        </>
      )}
    </Ask>
  );
};
