import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { templates } from '../templates/contract.ts';
import { unfilled } from '../templates/rules.ts';
import { api, useOutgoingWords } from './api.ts';
import type { Typed } from './typed.ts';

interface Props {
  typed: Typed;
  set: (next: Partial<Typed>) => void;
}

/** The templates of the kind, the default first; what is written already is replaced only when that is wanted. */
export const ChooseTemplate = ({ typed, set }: Props) => {
  const { labels, refusals } = useOutgoingWords();
  const offered = useTemplates().filter(({ kind, withdrawnAt }) => kind === typed.kind && !withdrawnAt);
  const [chosen, choose] = useState<string>();
  const begin = useAct((templateId: string) => api.beginning({ params: { templateId } }), [], (text) => set(taken(typed, text)));
  const one = offered.find(({ id }) => id === chosen) ?? offered[0];
  if (!one || typed.bodyFile) return null;
  const use = () => begin.run(one.id);
  return (
    <div className="row below">
      {offered.length > 1 && <Select aria-label={labels.template} value={one.id} onChange={choose} options={offered.map(({ id, name }) => ({ value: id, label: name }))} style={{ minWidth: 144 }} />}
      {typed.body.trim() ? <Confirm label={labels.useTemplate} what={labels.useThisTemplate.replace('{name}', one.name)} then={labels.templateThen} danger={false} onYes={use} /> : <Button onClick={use} loading={begin.busy}>{offered.length > 1 ? labels.useTemplate : labels.useThisTemplate.replace('{name}', one.name)}</Button>}
      {typed.template && <span className="quiet">{labels.begunFromNo.replace('{name}', typed.template.name).replace('{n}', String(typed.template.version))}</span>}
      <Refusals codes={begin.codes} words={refusals} />
    </div>
  );
};

/** What the template that it began from says of whom it goes to. */
export const useRecipientHint = ({ template }: Pick<Typed, 'template'>) => useTemplates().find(({ id }) => id === template?.id)?.mainTo;

const useTemplates = () => useQuery({ ...api.templates.asQuery({}), staleTime: 60_000 }).data?.templates ?? [];

/** A title or note that was not filled in yet gives way. */
const taken = (typed: Typed, { template, name, title, body, note, mainTo }: Answer<typeof templates.beginning>): Partial<Typed> => ({
  template: { ...template, name },
  body,
  title: typed.title && !unfilled(typed.title).length ? typed.title : title,
  note: typed.note && !unfilled(typed.note).length ? typed.note : note,
  mainTo: typed.mainTo.length ? typed.mainTo : mainTo,
});
