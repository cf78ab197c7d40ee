import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** A hash from an old mail or a note: does it still stand in the chain? */
export const Checkpoint = () => {
  const { labels } = useWords({ zh, en });
  const [hash, setHash] = useState('');
  const [found, setFound] = useState<string | null>();
  const act = useAct((kept: string) => api.checkpoint({ params: { hash: kept } }), [], ({ position }) => setFound(position));
  const isHash = /^[0-9a-f]{64}$/i.test(hash.trim());
  return (
    <details>
      <summary>{labels.checkpoint}</summary>
      <div className="stack">
        <p className="quiet">{labels.checkpointSay}</p>
        <div className="row">
          <Input aria-label={labels.checkpoint} value={hash} maxLength={80} placeholder={labels.checkpointHint} onChange={({ target }) => (setHash(target.value), setFound(undefined))} style={{ flex: '1 1 320px' }} />
          <Button disabled={!isHash} loading={act.busy} onClick={() => act.run(hash.trim())}>{labels.compare}</Button>
        </div>
        <Refusals codes={act.codes} words={{}} />
        {found === null && <Alert type="error" showIcon role="alert" title={labels.missing} />}
        {found && <Alert type="success" showIcon role="status" title={labels.stands.replace('{at}', found)} />}
      </div>
    </details>
  );
};
