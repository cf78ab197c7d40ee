import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Me } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Codes by phone: scan, confirm, keep the recovery codes. */
export const Totp = ({ me }: { me: Me }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [picture, setPicture] = useState<string>();
  const [recovery, setRecovery] = useState<string[]>();
  const [typed, setTyped] = useState('');
  const start = useAct((_: undefined, key) => api.startTotp({ body: {} }, key), [], ({ qr }) => setPicture(qr));
  const confirm = useAct((code: string, key) => api.confirmTotp({ body: { code } }, key), ['access'], (answer) => (setRecovery(answer.recovery), setPicture(undefined), setTyped('')));
  const stop = useAct((password: string) => api.stopTotp({ body: { password } }), ['access'], () => setTyped(''));
  return (
    <section className="card stack" aria-label={labels.totp}>
      <h2>{labels.totp}：{me.hasTotp ? labels.totpOn : labels.totpOff}</h2>
      {recovery && <Alert type="warning" title={labels.recoverySay} description={<pre>{recovery.join('\n')}</pre>} />}
      {me.hasTotp && <div>{labels.recoveryLeft} {me.recoveryLeft}</div>}
      {!me.hasTotp && !picture && <div><Button loading={start.busy} onClick={() => start.run(undefined)}>{labels.totpStart}</Button></div>}
      {picture && (
        <>
          <p className="opinion">{labels.totpScan}</p>
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`} alt={labels.totp} width={180} height={180} />
          <div className="row"><Input aria-label={labels.code} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} style={{ width: 160 }} /><Button type="primary" loading={confirm.busy} onClick={() => confirm.run(typed)}>{labels.totpConfirm}</Button></div>
        </>
      )}
      {me.hasTotp && <div className="row"><Input.Password aria-label={labels.oldPassword} placeholder={labels.oldPassword} value={typed} onChange={(event) => setTyped(event.target.value)} style={{ width: 220 }} /><Button danger loading={stop.busy} onClick={() => stop.run(typed)}>{labels.totpStop}</Button></div>}
      <Refusals codes={[...start.codes, ...confirm.codes, ...stop.codes]} words={refusals} />
    </section>
  );
};
