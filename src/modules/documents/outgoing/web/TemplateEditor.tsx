import { Button, Form } from 'antd';
import { useState } from 'react';
import { Confirm } from '#ui/Confirm.tsx';
import { Line, Text } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { TemplateOne } from '../templates/contract.ts';
import { closings, places, type Text as TemplateText, unknownPlaces } from '../templates/rules.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { BodyEditor } from '#ui/BodyEditor.tsx';
import type { Edited } from './TemplatePage.tsx';

interface Props {
  template: TemplateOne;
  edited: Edited;
  isChanged: boolean;
  onChange: (text: Partial<TemplateText>) => void;
  onDone: () => void;
}

const written = places.map((place) => `{${place}}`);

/** What is changed is kept on this device until it is saved as a version or discarded. */
export const TemplateEditor = ({ template, edited, isChanged, onChange, onDone }: Props) => {
  const { labels, refusals } = useOutgoingWords();
  const { text, base } = edited;
  const unknown = unknownPlaces(text);
  if (template.withdrawnAt) return null;
  return (
    <section className="card" aria-label={labels.template}>
      <Form layout="vertical">
        <Line label={labels.templateName} most={40} value={text.name} onChange={(name) => onChange({ name })} />
        <Text label={labels.title} rows={1} value={text.title} onChange={(title) => onChange({ title })} />
        <Line label={labels.mainToHint} value={text.mainTo} onChange={(mainTo) => onChange({ mainTo })} />
        <BodyEditor value={text.body} onChange={(body) => onChange({ body })} inserts={written} />
        <p className="quiet below">{labels.placesSay.replace('{places}', written.join(' '))}</p>
        <Text label={labels.closing} rows={1} phrases={closings} value={text.closing} onChange={(closing) => onChange({ closing })} />
        <Line label={labels.note} value={text.note} onChange={(note) => onChange({ note })} />
        {unknown.length > 0 && <p className="refusal" role="alert">{refusals['outgoing.template_place_unknown']}　<strong>{unknown.join(' ')}</strong></p>}
        {base !== template.version && <Refusals codes={['outgoing.edited_meanwhile']} words={refusals} />}
        <div className="row">
          <SaveVersion template={template} edited={edited} ready={isChanged && !unknown.length && base === template.version && text.name.trim() !== '' && text.title.trim() !== ''} onDone={onDone} />
          {isChanged && <Confirm label={labels.discard} what={labels.discard} then={labels.discardThen} onYes={onDone} />}
          {!isChanged && <span className="quiet">{labels.nothingOpen}</span>}
        </div>
      </Form>
    </section>
  );
};

/** Saved with its reason. */
const SaveVersion = ({ template: { id, kind, name, version }, edited, ready, onDone }: Pick<Props, 'template' | 'edited' | 'onDone'> & { ready: boolean }) => {
  const { labels } = useOutgoingWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" disabled={!ready} onClick={() => setOpen(true)}>{labels.saveVersion}</Button>
      {open && (
        <Ask title={labels.saveVersion} what={`${kind}：${name}`} follows={labels.saveVersionThen} draft={`template.save.${id}.${version}`} start={{ why: edited.why }} onClose={() => setOpen(false)} onDone={onDone} ready={({ why }) => why.trim() !== ''} send={({ why }, key) => api.saveTemplate({ params: { templateId: id }, body: { text: edited.text, why, base: edited.base } }, key)}>
          {({ why }, set) => <Text label={labels.whySaved} rows={2} value={why} onChange={(next) => set({ why: next })} />}
        </Ask>
      )}
    </>
  );
};
