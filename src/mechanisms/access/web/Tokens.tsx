import { useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Personal access tokens: shown once, ended at a date, revoked at any time. */
export const Tokens = () => {
  const { labels, refusals } = useWords({ zh, en });
  const { data } = useQuery(api.tokens.asQuery({}));
  const [name, setName] = useState('');
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const [value, setValue] = useState<string>();
  const create = useAct((_: undefined, key) => api.createToken({ body: { name, endsAt } }, key), ['access'], (token) => (setValue(token.value), setName('')));
  const revoke = useAct((accessTokenId: string) => api.revokeToken({ params: { accessTokenId } }), ['access']);
  return (
    <section className="card stack" aria-label={labels.tokens}>
      <div className="spread"><h2>{labels.tokens}</h2><a href="/api-reference">API</a></div>
      {value && <Alert type="warning" title={labels.tokenValue} description={<code style={{ overflowWrap: 'anywhere' }}>{value}</code>} />}
      {data?.tokens.length ? <ul className="lines">{data.tokens.map((token) => <li key={token.id} className="spread"><span>{token.name}　<span className="quiet">{labels.tokenEnds} {token.endsAt ? <When at={token.endsAt} /> : labels.tokenNever}{token.usedAt && <>　{labels.lastSeen} <When at={token.usedAt} /></>}</span></span><Button danger onClick={() => revoke.run(token.id)}>{labels.revoke}</Button></li>)}</ul> : <p className="quiet opinion">{labels.noTokens}</p>}
      <div className="row">
        <Input aria-label={labels.tokenName} placeholder={labels.tokenName} value={name} onChange={(event) => setName(event.target.value)} style={{ width: 180 }} />
        <DatePicker aria-label={labels.tokenEnds} placeholder={labels.tokenEnds} value={endsAt ? dayjs(endsAt) : null} onChange={(at) => setEndsAt(at?.endOf('day').toISOString() ?? null)} />
        <Button disabled={!name.trim()} loading={create.busy} onClick={() => create.run(undefined)}>{labels.createToken}</Button>
      </div>
      <Refusals codes={create.codes} words={refusals} />
    </section>
  );
};
