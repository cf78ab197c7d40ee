import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Text } from '#ui/fields.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { EquipmentLine, WholePreparation } from '../equipment/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { EditEquipment } from './EditEquipment.tsx';
import { saidIn } from './Facts.tsx';
import { PreparationStanding } from './Preparations.tsx';

/** 会场准备: the check list, on the technician's phone. */
export const PreparationPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.preparation.asQuery({ params: { preparationId: recordId } }));
  return <Loaded asked={asked}>{(preparation) => <Page preparation={preparation} />}</Loaded>;
};

const Page = ({ preparation }: { preparation: WholePreparation }) => {
  const { labels, acts } = useMeetingWords();
  const { id, title, startsAt, place, people, expected, equipment, handedOverAt, handedOverBy, handedOverNote, meetingId, whyNot } = preparation;
  const manages = useMay()('meetings.manage');
  return (
    <Record
      standing={<><span className="quiet">{labels.preparations}</span><PreparationStanding preparation={{ ...preparation, lines: equipment.length }} /></>}
      title={title}
      facts={<><When at={startsAt} />　{place}　{labels.countedFor.replace('{n}', String(people))}{expected !== people && <span className="soon">　{labels.expectedNow.replace('{n}', String(expected))}</span>}</>}
      side={<><Side preparation={preparation} /><History recordId={id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} /></>}
    >
      <section className="card stack" aria-label={labels.equipmentList}>
        <div className="spread"><h2>{labels.equipmentList}</h2>{manages && <Link to={`/records/${meetingId}` as string}>{labels.facts}</Link>}</div>
        {handedOverAt && <p><When at={handedOverAt} />　{labels.handedOver}　{handedOverBy?.name}　{handedOverNote}</p>}
        {equipment.length ? <ul className="lines">{equipment.map((line) => <Line key={line.id} line={line} may={whyNot['check']?.length === 0} handedOver={handedOverAt !== null} />)}</ul> : <Nothing>{labels.noEquipment}</Nothing>}
      </section>
    </Record>
  );
};

const Line = ({ line, may, handedOver }: { line: EquipmentLine; may: boolean; handedOver: boolean }) => {
  const { labels, checks, refusals } = useMeetingWords();
  const [asks, setAsks] = useState(false);
  const { id, name, unit, count, remark, state, checkedAt, checkedBy, defect } = line;
  const tick = useAct((next: 'ready' | 'open', key) => api.checkEquipment({ params: { lineId: id }, body: { state: next } }, key), stale);
  return (
    <li className="stack tight">
      <div className="spread"><strong>{name}　{count} {unit}</strong><span className={state === 'defect' ? 'late' : state === 'open' ? 'soon' : ''}>{checks[state]}</span></div>
      {(remark || defect || checkedAt) && <small className="quiet">{defect && <span className="late">{defect}　</span>}{remark && `${remark}　`}{checkedAt && <>{checkedBy?.name}　<When at={checkedAt} /></>}</small>}
      {may && (
        <div className="row no-print">
          {state !== 'ready' && <Button type="primary" loading={tick.busy} onClick={() => tick.run('ready')} aria-label={`${checks.ready} ${name}`}>{checks.ready}</Button>}
          {state !== 'defect' && <Button onClick={() => setAsks(true)} aria-label={`${checks.defect} ${name}`}>{checks.defect}</Button>}
          {state !== 'open' && !handedOver && <Button onClick={() => tick.run('open')} aria-label={`${labels.uncheck} ${name}`}>{labels.uncheck}</Button>}
        </div>
      )}
      <Refusals codes={tick.codes} words={refusals} />
      {asks && (
        <Ask title={checks.defect} what={`${name}　${count} ${unit}`} draft={`meetings.defect.${id}`} start={{ defect: '' }} onClose={() => setAsks(false)} ready={(typed) => typed.defect.trim() !== ''} send={(typed, key) => api.checkEquipment({ params: { lineId: id }, body: { state: 'defect', ...typed } }, key)}>
          {(typed, set) => <Text label={labels.defect} rows={2} value={typed.defect} onChange={(next) => set({ defect: next })} />}
        </Ask>
      )}
    </li>
  );
};

const Side = ({ preparation }: { preparation: WholePreparation }) => {
  const { labels, refusals } = useMeetingWords();
  const [asks, setAsks] = useState<'handOver' | 'setEquipment'>();
  const { id, title, expected, whyNot } = preparation;
  const recount = useAct((_: void, key) => api.recount({ params: { preparationId: id }, body: {} }, key), stale);
  const close = () => setAsks(undefined);
  return (
    <section className="card stack no-print">
      <Acts words={refusals} acts={[{ name: 'handOver', label: labels.handOver, whyNot: whyNot['handOver'], onClick: () => setAsks('handOver'), main: true }, { name: 'setEquipment', label: labels.setEquipment, whyNot: whyNot['setEquipment'], onClick: () => setAsks('setEquipment') }]} />
      {whyNot['recount'] && <Confirm label={labels.recount} what={title} then={labels.recountThen.replace('{n}', String(expected))} busy={recount.busy} danger={false} onYes={() => recount.run()} />}
      <Refusals codes={recount.codes} words={refusals} />
      <Button onClick={() => window.print()}>{labels.printList}</Button>
      {asks === 'setEquipment' && <EditEquipment preparation={preparation} onClose={close} />}
      {asks === 'handOver' && (
        <Ask title={labels.handOver} what={title} follows={labels.handOverThen} draft={`meetings.handover.${id}`} start={{ note: '' }} onClose={close} send={(body, key) => api.handOver({ params: { preparationId: id }, body }, key)}>
          {({ note }, set) => <Text label={labels.note} rows={2} value={note} onChange={(next) => set({ note: next })} />}
        </Ask>
      )}
    </section>
  );
};
