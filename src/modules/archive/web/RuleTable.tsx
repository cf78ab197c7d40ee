import { Button, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Text } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { type Retention, retentions, sourceNames } from '../nouns.ts';
import type { retention } from '../retention/contract.ts';
import { whyNotSaveTable } from '../retention/rules.ts';
import { api, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import './archive.css';

type Table = Answer<typeof retention.table>;
type Rule = Table['rules'][number];

const kinds = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要', '其他'];

/** The table, in the order in which it is asked; the newest edition may be changed. */
export const RuleTable = ({ table }: { table: Table }) => {
  const { labels, refusals } = useArchiveWords();
  const newest = table.editions[0]!.edition;
  const may = useMay()('archive.manage') && table.edition === newest;
  const [rules, setRules] = useState<readonly Rule[]>(table.rules);
  const [saves, setSaves] = useState(false);
  const changed = JSON.stringify(rules) !== JSON.stringify(table.rules);
  const set = (at: number, next: Partial<Rule>) => setRules(rules.map((rule, i) => (i === at ? { ...rule, ...next } : rule)));
  const why = whyNotSaveTable(rules, { base: table.edition, newest });
  return (
    <section className="card stack" aria-label={labels.rules}>
      <ol className="rule-list">
        {rules.map((rule, i) => (
          <li key={i} className="rule-line">
            <span className="rule-no number" aria-hidden="true">{i + 1}</span>
            {may ? <OneRule rule={rule} name={String(i + 1)} set={(next) => set(i, next)} /> : <Said rule={rule} />}
            {may && (
              <span className="row">
                <Button size="small" disabled={i === 0} aria-label={labels.up.replace('{n}', String(i + 1))} onClick={() => setRules(moved(rules, i, -1))}>↑</Button>
                <Button size="small" disabled={i === rules.length - 1} aria-label={labels.down.replace('{n}', String(i + 1))} onClick={() => setRules(moved(rules, i, 1))}>↓</Button>
                <Button size="small" aria-label={labels.removeRule.replace('{n}', String(i + 1))} onClick={() => setRules(rules.filter((_, at) => at !== i))}>{labels.remove}</Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {may && (
        <div className="row no-print">
          <Button onClick={() => setRules([{ words: [], retention: 'D30' }, ...rules])}>{labels.addRule}</Button>
          <Button type="primary" disabled={!changed || why.length > 0} onClick={() => setSaves(true)}>{labels.saveTable}</Button>
          {changed && <Button onClick={() => setRules(table.rules)}>{labels.discard}</Button>}
        </div>
      )}
      {changed && <Refusals codes={why} words={refusals} />}
      {saves && (
        <Ask title={labels.saveTable} follows={labels.saveTableThen} draft="archive.rules" start={{ why: '' }} onClose={() => setSaves(false)} ready={(typed) => typed.why.trim() !== ''} send={(typed, key) => api.saveTable({ body: { base: table.edition, rules: [...rules], why: typed.why } }, key)}>
          {(typed, put) => <Text label={labels.why} rows={2} value={typed.why} onChange={(next) => put({ why: next })} />}
        </Ask>
      )}
    </section>
  );
};

const moved = (rules: readonly Rule[], at: number, by: number) => {
  const all = [...rules];
  [all[at], all[at + by]] = [all[at + by]!, all[at]!];
  return all;
};

/** The same in words, for whoever reads it. */
const Said = ({ rule }: { rule: Rule }) => {
  const { labels, sources, becauses, retentions: named } = useArchiveWords();
  const department = useDepartments().find(({ id }) => id === rule.departmentId)?.name;
  const said = [rule.source && sources[rule.source], rule.kind, rule.words?.length && `${labels.words}${rule.words.map((word) => `“${word}”`).join('')}`, department, rule.secrecy && labels.classified].filter(Boolean);
  return <span>{said.length ? said.join('　') : becauses.none}　<strong>{named[rule.retention]}</strong></span>;
};

const OneRule = ({ rule, name, set }: { rule: Rule; name: string; set: (next: Partial<Rule>) => void }) => {
  const { labels, sources, retentions: named } = useArchiveWords();
  const departments = useDepartments();
  const field = (label: string) => ({ 'aria-label': `${label} ${name}`, placeholder: label, allowClear: true });
  return (
    <>
      <Select {...field(labels.source)} style={{ width: 96 }} value={rule.source ?? undefined} onChange={(source?: Rule['source']) => set({ source: source ?? null })} options={sourceNames.map((value) => ({ value, label: sources[value] }))} />
      <Select {...field(labels.kind)} showSearch style={{ width: 96 }} value={rule.kind || undefined} onChange={(kind?: string) => set({ kind: kind ?? null })} options={kinds.map((value) => ({ value, label: value }))} />
      <Select {...field(labels.words)} mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ' ', ',']} style={{ minWidth: 160, flex: 1 }} value={[...(rule.words ?? [])]} onChange={(words: string[]) => set({ words })} />
      <Select {...field(labels.department)} showSearch={{ optionFilterProp: 'label' }} style={{ width: 130 }} value={rule.departmentId ?? undefined} onChange={(departmentId?: string) => set({ departmentId: departmentId ?? null })} options={departments.map(({ id, name: label }) => ({ value: id, label }))} />
      <Check checked={Boolean(rule.secrecy)} onChange={(on) => set({ secrecy: on ? 1 : 0 })}>{labels.classified}</Check>
      <Select<Retention> aria-label={`${labels.retention} ${name}`} style={{ width: 96 }} value={rule.retention} onChange={(value) => set({ retention: value })} options={retentions.map((value) => ({ value, label: named[value] }))} />
    </>
  );
};
