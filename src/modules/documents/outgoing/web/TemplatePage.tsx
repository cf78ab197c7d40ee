import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Text } from '#ui/fields.tsx';
import { useDraft } from '#ui/draft.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { TemplateOne } from '../templates/contract.ts';
import type { Text as TemplateText } from '../templates/rules.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { TemplateVersions } from './TemplateVersions.tsx';
import './outgoing.css';

/** One template: its text, how a draft begins from it, and its versions. */
export const TemplatePage = () => {
  const { templateId } = useParams({ strict: false }) as { templateId: string };
  const asked = useQuery(api.template.asQuery({ params: { templateId } }));
  return <Loaded asked={asked}>{(template) => <Whole key={template.id} template={template} />}</Loaded>;
};

export interface Edited {
  /** The version it was made from. */
  base: number;
  text: TemplateText;
  /** Proposed as the reason. */
  why: string;
}

const Whole = ({ template }: { template: TemplateOne }) => {
  const inForce: Edited = { base: template.version, text: template.text, why: '' };
  const { value: mine, set, clear } = useDraft<Edited | null>(`template.${template.id}`, null);
  const edited = mine ?? inForce;
  return (
    <div className="stack">
      <Head template={template} />
      {template.withdrawnAt ? <Withdrawn template={template} /> : null}
      <div className="template-page">
        <div className="stack">
          <TemplateEditor template={template} edited={edited} isChanged={mine !== null} onChange={(text) => set({ ...edited, text: { ...edited.text, ...text } })} onDone={() => clear()} />
          <TemplateVersions template={template} edited={edited.text} isChanged={mine !== null} onRestore={(text, why) => set({ base: template.version, text, why })} />
        </div>
        <TemplatePreview text={edited.text} />
      </div>
    </div>
  );
};

const Head = ({ template: { id, kind, name, isDefault, version, uses, savedAt, savedBy, whyNot } }: { template: TemplateOne }) => {
  const { labels, refusals } = useOutgoingWords();
  const [withdraws, setWithdraws] = useState(false);
  const prefer = useAct((_: undefined, key) => api.preferTemplate({ params: { templateId: id }, body: {} }, key), stale);
  const may = (act: string) => whyNot[act]?.length === 0;
  return (
    <header className="stack tight">
      <div className="row"><Link className="plain bare" to={'/outgoing/templates' as string}>{labels.toTemplates}</Link></div>
      <div className="spread">
        <h1>{kind}：{name}{isDefault && <small className="quiet">　{labels.defaultTemplate}</small>}</h1>
        <span className="row">
          {may('prefer') && <Button loading={prefer.busy} onClick={() => prefer.run(undefined)}>{labels.makeDefault}</Button>}
          {whyNot['save']?.length === 0 && <Button disabled={!may('withdraw')} onClick={() => setWithdraws(true)}>{labels.withdrawTemplate}</Button>}
        </span>
      </div>
      <p className="quiet">{labels.templateNo.replace('{n}', String(version))}　{savedBy ? <>{savedBy.name}　<When at={savedAt} /></> : labels.shippedTemplate}　{labels.templateUses.replace('{n}', String(uses))}</p>
      {!may('withdraw') && may('save') && <Refusals codes={whyNot['withdraw'] ?? []} words={refusals} />}
      <Refusals codes={prefer.codes} words={refusals} />
      {withdraws && (
        <Ask title={labels.withdrawTemplate} what={`${kind}：${name}`} follows={labels.withdrawTemplateThen} draft={`template.withdraw.${id}`} start={{ why: '' }} onClose={() => setWithdraws(false)} ready={({ why }) => why.trim() !== ''} send={(body, key) => api.withdrawTemplate({ params: { templateId: id }, body }, key)}>
          {({ why }, set) => <Text label={labels.why} rows={2} value={why} onChange={(next) => set({ why: next })} />}
        </Ask>
      )}
    </header>
  );
};

const Withdrawn = ({ template: { id, withdrawnAt, withdrawnBy, withdrawnWhy } }: { template: TemplateOne }) => {
  const { labels, refusals } = useOutgoingWords();
  const back = useAct((_: undefined, key) => api.returnTemplate({ params: { templateId: id }, body: {} }, key), stale);
  return (
    <>
      <Alert type="info" showIcon title={<>{labels.withdrawnTemplate}：{withdrawnWhy}　<span className="quiet">{withdrawnBy?.name}　<When at={withdrawnAt!} /></span></>} action={<Button loading={back.busy} onClick={() => back.run(undefined)}>{labels.returnTemplate}</Button>} />
      <Refusals codes={back.codes} words={refusals} />
    </>
  );
};
