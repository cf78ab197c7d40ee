import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { OneOf } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { TemplateOne } from '../templates/contract.ts';
import type { Text } from '../templates/rules.ts';
import { api, useOutgoingWords } from './api.ts';
import { FieldDifferences } from './Differences.tsx';

interface Props {
  template: TemplateOne;
  /** As it stands in the form. */
  edited: Text;
  isChanged: boolean;
  onRestore: (text: Text, why: string) => void;
}

/** Every version with its reason; any two compared; any one taken up again in the form. */
export const TemplateVersions = ({ template, edited, isChanged, onRestore }: Props) => {
  const { labels, refusals } = useOutgoingWords();
  const nameOf = (version: number) => labels.templateNo.replace('{n}', String(version));
  const [restored, setRestored] = useState<number>();
  const restore = useAct(async (version: number) => ({ version, text: await api.templateVersion({ params: { templateId: template.id, number: String(version) } }) }), [], ({ version, text }) => (onRestore(text, labels.restoredWhy.replace('{n}', String(version))), setRestored(version)));
  const again = (version: number) =>
    isChanged ? <Confirm danger={false} label={labels.restoreVersion} what={`${labels.restoreVersion}：${nameOf(version)}`} then={labels.restoreThen} onYes={() => restore.run(version)} /> : <Button aria-label={`${labels.restoreVersion}：${nameOf(version)}`} onClick={() => restore.run(version)}>{labels.restoreVersion}</Button>;
  return (
    <section className="card stack" aria-label={labels.templateVersions}>
      <h2>{labels.templateVersions}</h2>
      {restored !== undefined && isChanged && <p role="status">{labels.restored.replace('{n}', String(restored))}</p>}
      <Refusals codes={restore.codes} words={refusals} />
      <ul className="lines">
        {template.versions.map(({ version, at, by, why }) => (
          <li key={version} className="spread">
            <span><strong>{nameOf(version)}</strong>　{by ? why : labels.shippedTemplate}{by && <><br /><small className="quiet">{by.name}　<When at={at} /></small></>}</span>
            {version !== template.version && !template.withdrawnAt && again(version)}
          </li>
        ))}
      </ul>
      {(template.version > 1 || isChanged) && <Compare template={template} edited={edited} isChanged={isChanged} />}
    </section>
  );
};

const inForm = 0;

const Compare = ({ template, edited, isChanged }: Pick<Props, 'template' | 'edited' | 'isChanged'>) => {
  const { labels } = useOutgoingWords();
  const [chosen, choose] = useState<[number, number]>();
  const [from, to] = chosen ?? (isChanged ? [template.version, inForm] : [template.version - 1, template.version]);
  const before = useText(template.id, edited, from);
  const after = useText(template.id, edited, to);
  const options = [...(isChanged ? [[inForm, labels.asEdited] as const] : []), ...template.versions.map(({ version }) => [version, labels.templateNo.replace('{n}', String(version))] as const)];
  return (
    <div className="stack tight" role="group" aria-label={labels.compare}>
      <strong>{labels.compare}</strong>
      <div className="form-grid"><OneOf label={labels.olderVersion} value={from} options={options} onChange={(next) => choose([next, to])} /><OneOf label={labels.newerVersion} value={to} options={options} onChange={(next) => choose([from, next])} /></div>
      <Loaded asked={before}>{(old) => <Loaded asked={after}>{(now) => <FieldDifferences fields={fieldsOf(labels, old, now)} />}</Loaded>}</Loaded>
    </div>
  );
};

const fieldsOf = (labels: ReturnType<typeof useOutgoingWords>['labels'], old: Text, now: Text) =>
  ([[labels.templateName, 'name'], [labels.title, 'title'], [labels.mainToHint, 'mainTo'], [labels.body, 'body'], [labels.closing, 'closing'], [labels.note, 'note']] as const).map(([label, part]): [string, string, string] => [label, old[part], now[part]]);

/** The text of a version, or the one in the form, which is here. */
const useText = (templateId: string, edited: Text, version: number) => {
  const asked = useQuery({ ...api.templateVersion.asQuery({ params: { templateId, number: String(version) } }), enabled: version !== inForm, staleTime: Infinity });
  return version === inForm ? { data: edited, error: null, isPending: false, refetch: () => undefined } : asked;
};
