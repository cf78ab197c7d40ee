import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { Files } from '#mechanisms/files/web/Files.tsx';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Amount, Line } from '#ui/fields.tsx';
import type { Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { sealing } from '../sealing/contract.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';

type Seal = Answer<typeof sealing.sealsThere>['seals'][number];

/** The seals of the school, each with its keeper. */
export const Seals = ({ seals }: { seals: readonly Seal[] }) => {
  const { labels } = useOutgoingWords();
  const may = useMay();
  const [adds, setAdds] = useState(false);
  return (
    <section className="card stack no-print" aria-label={labels.sealsKept}>
      <div className="spread"><h2>{labels.sealsKept}</h2>{may('outgoing.seals') && <Button onClick={() => setAdds(true)}>{labels.addSeal}</Button>}</div>
      {seals.length === 0 && <p className="quiet">{labels.noSeals}</p>}
      <ul className="lines">{seals.map((seal) => <OneSeal key={seal.id} seal={seal} />)}</ul>
      {adds && <AddSeal onClose={() => setAdds(false)} />}
    </section>
  );
};

const OneSeal = ({ seal: { id, name, keeper, picture, width, retired } }: { seal: Seal }) => {
  const { labels, refusals } = useOutgoingWords();
  const may = useMay();
  const [changes, setChanges] = useState(false);
  const retire = useAct((_: undefined, key) => api.changeSeal({ params: { sealId: id }, body: { retire: true } }, key), stale);
  return (
    <li className="spread">
      <span className="row">{picture && <img src={filesApi.content.url({ params: { fileId: picture } })} alt={labels.pictureOf.replace('{name}', name)} width={48} height={48} />}<span><strong>{name}</strong>　<span className="quiet">{retired ? labels.retired : `${labels.keeper} ${keeper.name}`}</span></span></span>
      {may('outgoing.seals') && !retired && <span className="row"><Button aria-label={`${labels.changeSeal} ${name}`} onClick={() => setChanges(true)}>{labels.changeSeal}</Button><Confirm label={labels.retireSeal} what={`${labels.retireSeal}：${name}`} then={labels.retireThen} busy={retire.busy} onYes={() => retire.run(undefined)} /></span>}
      <Refusals codes={retire.codes} words={refusals} />
      {changes && <ChangeSeal id={id} name={name} keeperId={keeper.id} width={width} onClose={() => setChanges(false)} />}
    </li>
  );
};

const pictures = '.png';

const AddSeal = ({ onClose }: { onClose: () => void }) => {
  const { labels } = useOutgoingWords();
  return (
    <Ask title={labels.addSeal} draft="seal.new" start={{ name: '', keeper: [] as string[], picture: [] as Picked[], width: 42 }} onClose={onClose} ready={({ name, keeper }) => name.trim() !== '' && keeper.length === 1} send={({ name, keeper, picture, width }, key) => api.addSeal({ body: { name, keeperId: keeper[0]!, picture: picture[0]?.id ?? null, width } }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.sealName} most={60} value={typed.name} onChange={(name) => set({ name })} />
          <People label={labels.keeper} many={false} value={typed.keeper} onChange={(keeper) => set({ keeper })} />
          <Files label={labels.sealPicture} accept={pictures} value={typed.picture} onChange={(picture) => set({ picture: picture.slice(-1) })} />
          <Amount least={10} label={labels.sealWidth} value={typed.width} onChange={(width) => set({ width })} />
        </>
      )}
    </Ask>
  );
};

const ChangeSeal = ({ id, name, keeperId, width, onClose }: { id: string; name: string; keeperId: string; width: number; onClose: () => void }) => {
  const { labels } = useOutgoingWords();
  return (
    <Ask title={labels.changeSeal} what={name} draft={`seal.${id}`} start={{ keeper: [keeperId], picture: [] as Picked[], width: width }} onClose={onClose} ready={({ keeper }) => keeper.length === 1} send={({ keeper, picture, width: wide }, key) => api.changeSeal({ params: { sealId: id }, body: { keeperId: keeper[0]!, width: wide, ...(picture[0] && { picture: picture[0].id }) } }, key)}>
      {(typed, set) => (
        <>
          <People label={labels.keeper} many={false} value={typed.keeper} onChange={(keeper) => set({ keeper })} />
          <Files label={labels.sealPicture} accept={pictures} value={typed.picture} onChange={(picture) => set({ picture: picture.slice(-1) })} />
          <Amount least={10} label={labels.sealWidth} value={typed.width} onChange={(width) => set({ width })} />
        </>
      )}
    </Ask>
  );
};
