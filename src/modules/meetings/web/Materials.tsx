import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { Material } from '../materials/contract.ts';
import type { WholeMeeting } from '../nouns.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { AskMaterial } from './AskMaterial.tsx';

/** 会议材料 on the meeting's page: what was asked, what is in, what was given out and read (MTG-4). */
export const Materials = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels } = useMeetingWords();
  const params = { meetingId: meeting.id };
  const { data } = useQuery(api.materials.asQuery({ params }));
  if (!data || (!data.materials.length && !data.whyNot['askMaterial'])) return null;
  return (
    <section className="card stack" aria-label={labels.materialsOf}>
      <h2>{labels.materialsOf}</h2>
      {data.materials.length ? <ul className="lines">{data.materials.map((one) => <Line key={one.id} material={one} />)}</ul> : <p className="quiet">{labels.noMaterials}</p>}
      <Doing meeting={meeting} whyNot={data.whyNot} bagged={data.materials.some(({ bagged, state }) => bagged && state !== 'withdrawn')} />
    </section>
  );
};

const Line = ({ material: one }: { material: Material }) => {
  const { labels } = useMeetingWords();
  return (
    <li className="stack tight">
      <div className="spread"><Link to={`/records/${one.id}` as string}><MaterialTitle material={one} /></Link><MaterialStanding material={one} /></div>
      <small className="quiet">
        {one.topic?.title ?? labels.wholeMeeting}　{one.owner.name}
        {one.state === 'asked' && one.dueAt && <span className={one.late ? 'late' : ''}>　{one.late ? labels.materialLate : labels.dueOn}　<When at={one.dueAt} /></span>}
        {one.given > 0 && `　${labels.materialRead.replace('{n}', String(one.read)).replace('{all}', String(one.given))}`}
        {one.copies > 0 && `　${labels.copiesBack.replace('{n}', String(one.copies)).replace('{back}', String(one.returned))}`}
        {one.endsAfter && `　${labels.endsAfter}`}
        {one.mine && !one.mine.readAt && <span className="soon">　{labels.toRead}</span>}
      </small>
    </li>
  );
};

/** A stub shows its 密级 and no title. */
export const MaterialTitle = ({ material: { title, secrecy, secrecyPeriod } }: { material: Pick<Material, 'title' | 'secrecy' | 'secrecyPeriod'> }) => {
  const { labels, secrecies } = useMeetingWords();
  return secrecy > 0 ? <><span className="seal">{secrecies[secrecy]}{secrecyPeriod && `★${secrecyPeriod}`}</span>　{labels.stub}</> : <>{title}</>;
};

const tones = { asked: 'wait', in: 'go', given: 'done', ended: 'off', paper: 'wait', withdrawn: 'off' } as const;

export const MaterialStanding = ({ material: { state, late } }: { material: Pick<Material, 'state' | 'late'> }) => <State tone={late ? 'late' : tones[state]}>{useMeetingWords().materialStates[state]}</State>;

const Doing = ({ meeting, whyNot, bagged }: { meeting: WholeMeeting; whyNot: Partial<Record<string, string[]>>; bagged: boolean }) => {
  const { labels, refusals } = useMeetingWords();
  const [asks, setAsks] = useState(false);
  const params = { meetingId: meeting.id };
  const give = useAct((_: void, key) => api.distribute({ params, body: {} }, key), stale);
  const bag = useAct((_: void, key) => api.bag({ params, body: {} }, key), stale);
  const why = whyNot['distribute'];
  if (!whyNot['askMaterial']) return null;
  return (
    <>
      <div className="row no-print">
        <Button onClick={() => setAsks(true)}>{labels.askMaterial}</Button>
        {why?.length === 0 && <Confirm label={labels.distribute} what={meeting.title} then={labels.distributeThen} busy={give.busy} danger={false} onYes={() => give.run()} />}
        {whyNot['bag'] && <Button loading={bag.busy} onClick={() => bag.run()}>{labels.bag}</Button>}
        {bagged && <a href={api.bagList.url({ params })} target="_blank" rel="noreferrer">{labels.bagList}</a>}
      </div>
      <Refusals codes={[...give.codes, ...bag.codes]} words={refusals} />
      {asks && <AskMaterial meeting={meeting} onClose={() => setAsks(false)} />}
    </>
  );
};
