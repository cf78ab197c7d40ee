import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Progress } from 'antd';
import { useId, useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import type { items as contract } from '../items/contract.ts';
import { Ask } from './Ask.tsx';
import { api, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { sizeText } from './shown.tsx';

type Space = Answer<typeof contract.usage>['spaces'][number];

/** How full each space is; the office gives one more or less room. */
export const Usage = () => {
  const { labels } = useLibraryWords();
  const asked = useQuery(api.usage.asQuery({}));
  const [space, setSpace] = useState<Space>();
  return (
    <div className="stack">
      <div className="stack tight"><Crumbs path={[]} /><h1>{labels.usage}</h1></div>
      <p className="quiet">{labels.usageSay}</p>
      <Loaded asked={asked}>
        {({ spaces, mayChange }) => spaces.length ? (
          <ul className="lines card">
            {spaces.map((one) => (
              <li key={one.id} className="usage">
                <span className="wrap">{one.name}</span>
                <Progress percent={Math.round((one.used / one.quota) * 100)} aria-label={one.name} showInfo={false} {...(one.used > one.quota * 0.9 && { status: 'exception' as const })} />
                <span className="number">{sizeText(one.used)} / {sizeText(one.quota)}{one.own && <small className="quiet">　{labels.ownQuota}</small>}</span>
                {mayChange && <Button onClick={() => setSpace(one)} aria-label={`${labels.setQuota} ${one.name}`}>{labels.setQuota}</Button>}
              </li>
            ))}
          </ul>
        ) : <Nothing>{labels.noUsage}</Nothing>}
      </Loaded>
      {space && <Quota space={space} onClose={() => setSpace(undefined)} />}
    </div>
  );
};

const Quota = ({ space, onClose }: { space: Space; onClose: () => void }) => {
  const { labels } = useLibraryWords();
  const id = useId();
  return (
    <Ask title={labels.setQuota} what={space.name} draft={`library.quota.${space.id}`} start={{ gigabytes: (space.own ? Math.round(space.quota / 1024 ** 3 * 1000) / 1000 : null) as number | null }} send={({ gigabytes }, key) => api.setQuota({ params: { itemId: space.id }, body: { gigabytes } }, key)} onClose={onClose}>
      {({ gigabytes }, set) => <Form.Item layout="vertical" label={labels.gigabytes} htmlFor={id} extra={labels.quotaHint}><InputNumber id={id} min={0.001} max={100_000} value={gigabytes} onChange={(next) => set({ gigabytes: next })} /></Form.Item>}
    </Ask>
  );
};
