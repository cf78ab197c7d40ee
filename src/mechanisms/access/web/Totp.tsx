import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { useWords } from '#ui/words.ts';
import type { Me } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Begun {
  uri: string;
  qr: string;
}

/** A code of the phone beside the password: switched on in two steps, with codes for the day the phone is lost. */
export const Totp = ({ me }: { me: Me }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [recovery, setRecovery] = useState<readonly string[]>([]);
  const [begun, setBegun] = useState<Begun>();
  const begin = useAct((_: undefined) => api.startTotp({ body: {} }), [], setBegun);
  return (
    <section className="card stack" aria-label={labels.totp}>
      <div className="spread"><h2>{labels.totp}</h2><State tone={me.hasTotp ? 'done' : 'off'}>{me.hasTotp ? labels.totpOn : labels.totpOff}</State></div>
      <p className="quiet">{labels.totpWhat}</p>
      {recovery.length > 0 && <Recovery codes={recovery} />}
      {me.hasTotp && recovery.length === 0 && <p>{labels.recoveryLeft} <span className="number">{me.recoveryLeft}</span></p>}
      {me.hasTotp && <Stop onStopped={() => setRecovery([])} />}
      {!me.hasTotp && begun && <Confirm begun={begun} onDone={(codes) => (setRecovery(codes), setBegun(undefined))} />}
      {!me.hasTotp && !begun && <div><Button loading={begin.busy} onClick={() => begin.run(undefined)}>{labels.totpStart}</Button></div>}
      <Refusals codes={begin.codes} words={refusals} />
    </section>
  );
};

const Confirm = ({ begun, onDone }: { begun: Begun; onDone: (codes: readonly string[]) => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const act = useAct((body: { code: string }) => api.confirmTotp({ body }), ['access'], ({ recovery }) => onDone(recovery));
  const secret = /secret=([A-Z2-7]+)/.exec(begun.uri)?.[1] ?? '';
  return (
    <Form layout="vertical" requiredMark={false} onFinish={act.run} className="stack">
      <p>{labels.totpScan}</p>
      <div className="row">
        <img src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`} alt={labels.totpQr} width={180} height={180} />
        <p><span className="quiet">{labels.totpByHand}</span><br /><code>{secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
      </div>
      <Form.Item name="code" label={labels.totpCode} rules={[{ required: true, message: labels.totpCode }]} style={{ maxWidth: 220, margin: 0 }}><Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} /></Form.Item>
      <Refusals codes={act.codes} words={refusals} />
      <div><Button type="primary" htmlType="submit" loading={act.busy}>{labels.totpConfirm}</Button></div>
    </Form>
  );
};

/** Shown once: each opens the door one time without the phone. */
const Recovery = ({ codes }: { codes: readonly string[] }) => {
  const { labels } = useWords({ zh, en });
  return (
    <div className="secret stack tight" role="status">
      <strong>{labels.recovery}</strong>
      <p>{labels.recoverySay}</p>
      <ul className="codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
    </div>
  );
};

const Stop = ({ onStopped }: { onStopped: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [asks, setAsks] = useState(false);
  const act = useAct((body: { password: string }) => api.stopTotp({ body }), ['access'], () => (setAsks(false), onStopped()));
  if (!asks) return <div><Button onClick={() => setAsks(true)}>{labels.totpStop}</Button></div>;
  return (
    <Form layout="vertical" requiredMark={false} onFinish={act.run} style={{ maxWidth: 360 }}>
      <Form.Item name="password" label={labels.totpStopPassword} rules={[{ required: true, message: labels.fillPassword }]}><Input.Password autoComplete="current-password" autoFocus /></Form.Item>
      <div className="stack">
        <Refusals codes={act.codes} words={refusals} />
        <div className="row"><Button danger htmlType="submit" loading={act.busy}>{labels.totpStop}</Button><Button onClick={() => setAsks(false)}>{labels.keepOn}</Button></div>
      </div>
    </Form>
  );
};
