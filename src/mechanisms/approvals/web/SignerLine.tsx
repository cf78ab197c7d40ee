import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Signer } from '../contract.ts';
import { api, stale, useApprovalWords } from './api.ts';

/** Who, for whom, what they decided, when, how long it took, and their opinion in full. */
export const SignerLine = ({ signer }: { signer: Signer }) => {
  const words = useApprovalWords();
  const { labels, decisions } = words;
  const { person, decidedBy, decision, added, opinion, note } = signer;
  return (
    <li data-decision={decision ?? undefined}>
      <div><strong>{decidedBy ? `${decidedBy.name} ${labels.for.replace('{name}', person.name)}` : person.name}</strong>{decision && <>　<span className={decision === 'approved' ? 'decided' : 'late'}>{decisions[decision]}</span></>}{added && <small className="quiet">　{words.added[added.how].replace('{name}', added.by)}</small>}</div>
      {note && <p className="opinion quiet">{note}</p>}
      {opinion && <p className="opinion">{opinion}</p>}
      <small className="quiet"><Times signer={signer} /></small>
      {signer.whyNot['urge'] && !signer.whyNot['urge'].includes('approvals.already_decided') && <Urge signer={signer} whyNot={signer.whyNot['urge']} />}
    </li>
  );
};

const Times = ({ signer: { askedAt, decidedAt, withdrawn, urgedAt, minutes } }: { signer: Signer }) => {
  const { labels } = useApprovalWords();
  const long = useLong();
  if (withdrawn) return <>{labels.withdrawn}</>;
  if (!askedAt) return <>{labels.notYourTurnYet}</>;
  return <>{decidedAt ? <><When at={decidedAt} />　{minutes !== null && `${labels.tookLong} ${long(minutes)}`}</> : minutes !== null && `${labels.waiting} ${long(minutes)}`}{urgedAt && <>　{labels.urgedAt} <When at={urgedAt} /></>}</>;
};

/** 2 小时 5 分（办公时间） */
const useLong = () => {
  const { labels } = useApprovalWords();
  return (minutes: number) => `${minutes < 1 ? labels.atOnce : (minutes < 60 ? labels.minutes : labels.hours).replace('{h}', String(Math.floor(minutes / 60))).replace('{m}', String(minutes % 60))}${labels.office}`;
};

const Urge = ({ signer, whyNot }: { signer: Signer; whyNot: readonly string[] }) => {
  const { labels, refusals } = useApprovalWords();
  const act = useAct((_: undefined, key) => api.urge({ params: { signerId: signer.id }, body: {} }, key), stale);
  return <div className="stack tight no-print">{whyNot.length ? <Acts words={refusals} acts={[{ name: 'urge', label: labels.urge, whyNot, onClick: () => undefined }]} /> : <div><Button onClick={() => act.run(undefined)} loading={act.busy} aria-label={`${labels.urge} ${signer.person.name}`}>{labels.urge}</Button></div>}<Refusals codes={act.codes} words={refusals} /></div>;
};
