import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Check } from '#ui/Check.tsx';
import { Line, OneOf } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { type Kind, kinds } from '../nouns.ts';
import type { TemplateLine } from '../templates/contract.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Books } from './Books.tsx';

/** 公文模板: the 15 文种, each with its templates. */
export const Templates = () => {
  const { labels } = useOutgoingWords();
  const asked = useQuery(api.templates.asQuery({}));
  const may = useMay()('outgoing.templates');
  const [withdrawn, showWithdrawn] = useState(false);
  const [adds, setAdds] = useState<Kind>();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.templates}</h1>{may && <Button type="primary" onClick={() => setAdds('通知')}>{labels.addTemplate}</Button>}</div>
      <Books />
      <p className="quiet narrow">{labels.templatesSay}</p>
      <div className="row"><Check checked={withdrawn} onChange={showWithdrawn}>{labels.showWithdrawn}</Check></div>
      <Loaded asked={asked}>
        {({ templates }) => (
          <div className="kinds">
            {kinds.map((kind) => <OfKind key={kind} kind={kind} templates={templates.filter((one) => one.kind === kind && (withdrawn || !one.withdrawnAt))} {...(may && { onAdd: setAdds })} />)}
          </div>
        )}
      </Loaded>
      {adds && <AddTemplate kind={adds} templates={asked.data?.templates ?? []} onClose={() => setAdds(undefined)} />}
    </div>
  );
};

const OfKind = ({ kind, templates, onAdd }: { kind: Kind; templates: readonly TemplateLine[]; onAdd?: (kind: Kind) => void }) => {
  const { labels } = useOutgoingWords();
  return (
    <section className="card stack tight" aria-label={kind}>
      <div className="spread"><h2>{kind}</h2>{onAdd && <button type="button" className="plain bare" aria-label={`${labels.addTemplate}：${kind}`} onClick={() => onAdd(kind)}>{labels.addOne}</button>}</div>
      {templates.length === 0 && <p className="quiet">{labels.noTemplate}</p>}
      <ul className="lines">{templates.map((one) => <OneTemplate key={one.id} template={one} may={onAdd !== undefined} />)}</ul>
    </section>
  );
};

const OneTemplate = ({ template: { id, name, isDefault, version, savedAt, savedBy, withdrawnAt }, may }: { template: TemplateLine; may: boolean }) => {
  const { labels } = useOutgoingWords();
  return (
    <li className="spread">
      <span>{may ? <Link to={`/outgoing/templates/${id}` as string}>{name}</Link> : name}{isDefault && <strong className="quiet">　{labels.defaultTemplate}</strong>}{withdrawnAt && <span className="quiet">　{labels.withdrawnTemplate}</span>}</span>
      <small className="quiet">{labels.templateNo.replace('{n}', String(version))}　{savedBy ? <>{savedBy.name}　<When at={savedAt} /></> : labels.shippedTemplate}</small>
    </li>
  );
};

/** It begins as a copy of the default of its kind, so that there is something to change. */
const AddTemplate = ({ kind: first, templates, onClose }: { kind: Kind; templates: readonly TemplateLine[]; onClose: () => void }) => {
  const { labels } = useOutgoingWords();
  const navigate = useNavigate();
  const send = async ({ kind, name }: { kind: Kind; name: string }, key: string) => {
    const like = templates.find((one) => one.kind === kind && one.isDefault);
    const text = like ? (await api.template({ params: { templateId: like.id } })).text : { title: `关于【事项】的${kind}`, mainTo: '', body: '', closing: '', note: '' };
    const { id } = await api.addTemplate({ body: { kind, text: { ...text, name } } }, key);
    void navigate({ to: `/outgoing/templates/${id}` as string });
  };
  return (
    <Ask title={labels.addTemplate} draft="template.new" start={{ kind: first, name: '' }} follows={labels.addTemplateThen} onClose={onClose} ready={({ name }) => name.trim() !== ''} send={send}>
      {(typed, set) => (
        <>
          <OneOf label={labels.kind} value={typed.kind} onChange={(kind) => set({ kind })} options={kinds.map((kind) => [kind, kind] as const)} />
          <Line label={labels.templateName} most={40} value={typed.name} onChange={(name) => set({ name })} />
        </>
      )}
    </Ask>
  );
};
