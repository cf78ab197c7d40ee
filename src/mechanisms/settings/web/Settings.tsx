import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useLanguage, useWords } from '#ui/words.ts';
import type { Setting } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Every figure of the plan: its value, its unit, the clause it comes from, since when, and who changed it. */
export const Settings = () => {
  const { labels } = useWords({ zh, en });
  const may = useMay();
  const language = useLanguage();
  const [chosen, setChosen] = useState<Setting>();
  const asked = useQuery(api.list.asQuery({}));
  return (
    <div className="stack">
      <h1>{labels.settings}</h1>
      <Loaded asked={asked}>
        {({ settings }) => (
          <div className="card"><ul className="lines">
            {settings.map((setting) => (
              <li key={setting.name} className="spread">
                <span>{setting[language]}<br /><small className="quiet">{setting.clause}　{labels.standard} {String(setting.standard)}{setting.changedAt && <>　{setting.changedBy?.name} <When at={setting.changedAt} /></>}</small></span>
                <span className="row"><strong className="number">{String(setting.value)} {labels.units[setting.unit as 'hours'] ?? setting.unit}</strong><Button onClick={() => setChosen(setting)}>{may('settings.change') ? labels.change : labels.history}</Button></span>
              </li>
            ))}
          </ul></div>
        )}
      </Loaded>
      {chosen && <Change setting={chosen} onClose={() => setChosen(undefined)} mayChange={may('settings.change')} />}
    </div>
  );
};

const Change = ({ setting, onClose, mayChange }: { setting: Setting; onClose: () => void; mayChange: boolean }) => {
  const { labels, refusals } = useWords({ zh, en });
  const language = useLanguage();
  const [value, setValue] = useState(setting.value);
  const [why, setWhy] = useState('');
  const { data } = useQuery(api.history.asQuery({ params: { name: setting.name } }));
  const act = useAct((_: undefined, key) => api.change({ params: { name: setting.name }, body: { value, why } }, key), ['settings'], onClose);
  return (
    <Modal open title={setting[language]} onCancel={onClose} onOk={() => act.run(undefined)} okText={labels.change} cancelText={labels.close} okButtonProps={{ disabled: !mayChange || !why.trim() || value === setting.value }} confirmLoading={act.busy}>
      <div className="stack">
        {mayChange && <Value label={setting[language]} value={value} onChange={setValue} />}
        {mayChange && <Input aria-label={labels.why} placeholder={labels.why} value={why} onChange={(event) => setWhy(event.target.value)} />}
        <Refusals codes={act.codes} words={refusals} />
        <ul className="lines">{data?.changes.map((change) => <li key={change.id}>{String(change.oldValue)} → {String(change.newValue)}　{change.why}　<small className="quiet">{change.changedBy.name} <When at={change.changedAt} /></small></li>)}</ul>
      </div>
    </Modal>
  );
};

const Value = ({ label, value, onChange }: { label: string; value: Setting['value']; onChange: (value: Setting['value']) => void }) => {
  if (typeof value === 'boolean') return <Switch aria-label={label} checked={value} onChange={onChange} />;
  if (typeof value === 'number') return <InputNumber aria-label={label} value={value} onChange={(next) => next !== null && onChange(next)} />;
  return <Input aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} />;
};
