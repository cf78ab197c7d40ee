import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { useLanguage, useWords } from '#ui/words.ts';
import type { Setting } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Changes } from './Changes.tsx';
import { ChangeSetting } from './ChangeSetting.tsx';
import { useShown } from './shown.ts';

/** Every figure of the plan: its value, its unit, the clause it comes from, since when, and who changed it. */
export const Settings = ({ children }: { children?: ReactNode }) => {
  const { labels } = useWords({ zh, en });
  const asked = useQuery(api.list.asQuery({}));
  return (
    <div className="stack narrow">
      <h1>{labels.settings}</h1>
      <p className="quiet">{labels.say}</p>
      {children}
      <Loaded asked={asked}>{({ settings }) => <ul className="lines card">{settings.map((setting) => <OneSetting key={setting.name} setting={setting} />)}</ul>}</Loaded>
    </div>
  );
};

const OneSetting = ({ setting }: { setting: Setting }) => {
  const { labels } = useWords({ zh, en });
  const language = useLanguage();
  const may = useMay();
  const shown = useShown();
  const [open, setOpen] = useState<'change' | 'history'>();
  const { value, standard, unit, clause, changedAt, changedBy } = setting;
  return (
    <li className="stack tight">
      <div className="spread">
        <span>
          {setting[language]}<br />
          <small className="quiet">{labels.clause} {clause}　{value !== standard && `${labels.standard} ${shown(standard, unit)}　`}{changedAt ? <>{changedBy?.name} <When at={changedAt} /> {labels.changedBy}</> : labels.neverChanged}</small>
        </span>
        <span className="row">
          <strong className="number">{shown(value, unit)}</strong>
          {changedAt && <Button aria-expanded={open === 'history'} onClick={() => setOpen(open === 'history' ? undefined : 'history')}>{labels.history}</Button>}
          {may('settings.change') && <Button onClick={() => setOpen('change')}>{labels.change}</Button>}
        </span>
      </div>
      {open === 'history' && <Changes setting={setting} />}
      {open === 'change' && <ChangeSetting setting={setting} onClose={() => setOpen(undefined)} />}
    </li>
  );
};
