import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Departments } from '#mechanisms/organisation/web/fields.tsx';
import { search } from '#mechanisms/search/contract.ts';
import { client } from '#platform/client.ts';
import { Choices } from '#ui/Choices.tsx';
import { Line, Text } from '#ui/fields.tsx';
import { routeOf } from '../drafts/rules.ts';
import { kinds, type Route, routes } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { useRecipientHint } from './ChooseTemplate.tsx';
import type { Typed } from './typed.ts';

interface Props {
  typed: Typed;
  set: (next: Partial<Typed>) => void;
}

/** The head of a draft: what it is, why, to whom, by whom else it is signed. */
export const DraftFields = ({ typed, set }: Props) => {
  const { labels, routes: names, urgencies } = useOutgoingWords();
  const goes = routeOf(typed.kind, typed.route);
  const hint = useRecipientHint(typed);
  return (
    <>
      <div className="form-grid">
        <Field label={labels.kind}>{(id) => <Select id={id} showSearch value={typed.kind} onChange={(kind) => set({ kind })} options={kinds.map((kind) => ({ value: kind, label: kind }))} />}</Field>
        <Field label={labels.route} hint={goes === typed.route ? undefined : labels.routeCorrected.replace('{route}', names[goes])}>{(id) => <Select id={id} value={typed.route} onChange={(route: Route) => set({ route })} options={routes.map((route) => ({ value: route, label: names[route] }))} />}</Field>
        <Form.Item layout="vertical" label={labels.urgency}><Choices label={labels.urgency} value={String(typed.urgency)} onChange={(urgency) => set({ urgency: Number(urgency) })} options={urgencies.map((name, i) => [String(i), name] as const)} /></Form.Item>
      </div>
      <Line label={labels.title} value={typed.title} most={300} onChange={(title) => set({ title })} />
      <Text label={labels.reason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />
      <Recipients label={labels.mainTo} hint={hint && !typed.mainTo.length ? labels.usuallyTo.replace('{names}', hint) : undefined} value={typed.mainTo} onChange={(mainTo) => set({ mainTo })} />
      <Recipients label={labels.copyTo} value={typed.copyTo} onChange={(copyTo) => set({ copyTo })} />
      <div className="form-grid">
        <div className="half"><Departments label={labels.countersign} value={typed.countersign} onChange={(countersign) => set({ countersign })} /></div>
        <div className="half"><Answered value={typed.answers} onChange={(answers) => set({ answers })} /></div>
      </div>
    </>
  );
};

const Field = ({ label, hint, children }: { label: string; hint?: string | undefined; children: (id: string) => ReactNode }) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id} help={hint}>{children(id)}</Form.Item>;
};

/** From the directory, or as it is typed; Enter takes what is typed, so the name that is the same stands first. */
const Recipients = ({ label, hint, value, onChange }: { label: string; hint?: string | undefined; value: string[]; onChange: (value: string[]) => void }) => {
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...api.recipients.asQuery({ query: { q } }), placeholderData: (before) => before, staleTime: 60_000 });
  const { labels } = useOutgoingWords();
  const names = (data?.names ?? []).filter((name) => name.includes(q.trim())).toSorted((a, b) => Number(b === q.trim()) - Number(a === q.trim()));
  return (
    <Field label={label} hint={hint}>
      {(id) => <Select id={id} mode="tags" value={value} onChange={(chosen: string[]) => onChange([...new Set(chosen.map((name) => name.trim().slice(0, 200)).filter(Boolean))])} showSearch={{ onSearch: setQ, filterOption: false }} tokenSeparators={['、', '，', ',', '；', ';', '\n']} placeholder={labels.recipientsHint} options={names.map((name) => ({ value: name, label: name }))} style={{ width: '100%' }} />}
    </Field>
  );
};

const finder = client('search', search);

/** The incoming document that this one answers, found by title or number. */
const Answered = ({ value, onChange }: { value: Typed['answers']; onChange: (value: Typed['answers']) => void }) => {
  const { labels } = useOutgoingWords();
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...finder.find.asQuery({ query: { q, kind: 'incoming' } }), enabled: q.trim() !== '', placeholderData: (before) => before });
  const found = (data?.results ?? []).slice(0, 10).map(({ recordId, number, title }) => ({ value: recordId, label: `${number} ${title.map(({ text }) => text).join('')}` }));
  const options = value && !found.some((one) => one.value === value.id) ? [{ value: value.id, label: value.title }, ...found] : found;
  return (
    <Field label={labels.answers}>
      {(id) => <Select id={id} allowClear value={value?.id} onChange={(chosen?: string) => onChange(chosen ? { id: chosen, title: options.find((one) => one.value === chosen)?.label ?? '' } : null)} showSearch={{ onSearch: setQ, filterOption: false }} placeholder={labels.answersHint} notFoundContent={q ? labels.noneFound : null} options={options} style={{ width: '100%' }} />}
    </Field>
  );
};
