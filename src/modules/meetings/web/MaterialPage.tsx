import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { Files } from '#mechanisms/files/web/Files.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Ask as Window } from '#ui/Ask.tsx';
import type { Picked } from '#ui/FilePicker.tsx';
import { Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { WholeMaterial } from '../materials/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Fact, saidIn } from './Facts.tsx';
import { MaterialStanding, MaterialTitle } from './Materials.tsx';

/** One material: to be handed in, to be read; for the office who has read it and which copies are out. */
export const MaterialPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.material.asQuery({ params: { materialId: recordId } }));
  return <Loaded asked={asked}>{(material) => <Page material={material} />}</Loaded>;
};

const Page = ({ material }: { material: WholeMaterial }) => {
  const { labels, acts } = useMeetingWords();
  const { id, meeting, topic, owner, dueAt, place, files, endsAfter, withdrawnWhy, mine } = material;
  const newest = files.filter((file) => !files.some((other) => other.name === file.name && other.version > file.version));
  return (
    <Record
      standing={<><span className="quiet">{labels.materialsOf}</span><MaterialStanding material={material} /></>}
      title={<MaterialTitle material={material} />}
      facts={<><Link to={`/records/${meeting.id}` as string}>{meeting.title}</Link>　<When at={meeting.startsAt} /></>}
      side={<><Doing material={material} /><Readers material={material} /><History recordId={id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} /></>}
    >
      <section className="card stack" aria-label={labels.materialsOf}>
        <dl className="facts">
          <Fact label={labels.ofTopic}>{topic?.title ?? labels.wholeMeeting}</Fact>
          <Fact label={material.secrecy > 0 ? labels.heldBy : labels.askedOf}>{owner.name}</Fact>
          <Fact label={labels.handInBy}>{dueAt && <span className={material.late ? 'late' : ''}><When at={dueAt} /></span>}</Fact>
          <Fact label={labels.paperPlace}>{place}</Fact>
          <Fact label={labels.access}>{endsAfter && labels.endsAfterHow}</Fact>
          <Fact label={labels.reason}>{withdrawnWhy && <span className="late">{withdrawnWhy}</span>}</Fact>
          <Fact label={labels.myReading}>{mine?.readAt && <When at={mine.readAt} />}</Fact>
        </dl>
        {material.secrecy > 0 && <p className="soon">{labels.stubHow}</p>}
      </section>
      {newest.map((file) => <section key={file.attachmentId} className="card stack" aria-label={file.name}>{file.erased ? <p className="late">{file.name}　{labels.fileErased}</p> : <FileView file={file} />}</section>)}
      {files.length === 0 && material.secrecy === 0 && <p className="card quiet">{labels.notHandedIn}</p>}
    </Record>
  );
};

type Asks = 'handIn' | 'withdrawMaterial';

const Doing = ({ material: { id, title, whyNot, state } }: { material: WholeMaterial }) => {
  const { labels, refusals } = useMeetingWords();
  const [asks, setAsks] = useState<Asks>();
  const params = { materialId: id };
  const read = useAct((_: void, key) => api.readMaterial({ params, body: {} }, key), stale);
  const urge = useAct((_: void, key) => api.urgeMaterial({ params, body: {} }, key), stale);
  const close = () => setAsks(undefined);
  if (!['readMaterial', 'handIn', 'urgeMaterial', 'withdrawMaterial'].some((name) => whyNot[name])) return null;
  return (
    <section className="card stack">
      <Acts words={refusals} acts={[
        { name: 'readMaterial', label: labels.readMaterial, whyNot: whyNot['readMaterial'], onClick: () => read.run(), main: true },
        { name: 'handIn', label: state === 'asked' ? labels.handIn : labels.handInAgain, whyNot: whyNot['handIn'], onClick: () => setAsks('handIn'), main: state === 'asked' },
        { name: 'urgeMaterial', label: labels.urge, whyNot: whyNot['urgeMaterial'], onClick: () => urge.run() },
        { name: 'withdrawMaterial', label: labels.withdrawMaterial, whyNot: whyNot['withdrawMaterial'], onClick: () => setAsks('withdrawMaterial') },
      ]} />
      <Refusals codes={[...read.codes, ...urge.codes]} words={refusals} />
      {asks === 'handIn' && <HandIn id={id} title={title} again={state === 'given'} onClose={close} />}
      {asks === 'withdrawMaterial' && (
        <Ask title={labels.withdrawMaterial} what={title || labels.stub} danger draft={`meetings.withdraw_material.${id}`} start={{ reason: '' }} onClose={close} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.withdrawMaterial({ params, body }, key)}>
          {({ reason }, set) => <Text label={labels.reason} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
        </Ask>
      )}
    </section>
  );
};

const HandIn = ({ id, title, again, onClose }: { id: string; title: string; again: boolean; onClose: () => void }) => {
  const { labels, refusals } = useMeetingWords();
  return (
    <Window title={labels.handIn} what={title} {...(again && { follows: labels.readAnewThen })} draft={`meetings.handin.${id}`} start={{ files: [] as Picked[] }} words={refusals} stale={stale} onClose={onClose} ready={({ files }) => files.length > 0} send={({ files }, key) => api.handIn({ params: { materialId: id }, body: { files: files.map((file) => file.id) } }, key)}>
      {({ files }, set) => <><p className="soon">{labels.noSecrets}</p><Files label={labels.materials} value={files} onChange={(next) => set({ files: next })} /></>}
    </Window>
  );
};

/** Who has read it when; which copies are out, ticked off as they come back. */
const Readers = ({ material: { id, readers, numbered, given, read, whyNot } }: { material: WholeMaterial }) => {
  const { labels, refusals } = useMeetingWords();
  const back = useAct((numbers: number[], key) => api.takeBack({ params: { materialId: id }, body: { numbers } }, key), stale);
  return (
    <>
      {readers.length > 0 && (
        <section className="card stack" aria-label={labels.readReceipts}>
          <div className="spread"><h2>{labels.readReceipts}</h2><span className="quiet">{labels.materialRead.replace('{n}', String(read)).replace('{all}', String(given))}</span></div>
          <ul className="lines">{readers.map(({ person, readAt }) => <li key={person.id} className="spread"><span>{person.name}</span>{readAt ? <When at={readAt} /> : <span className="soon">{labels.notRead}</span>}</li>)}</ul>
        </section>
      )}
      {numbered.length > 0 && (
        <section className="card stack" aria-label={labels.copiesOut}>
          <h2>{labels.copiesOut}</h2>
          <ul className="lines">
            {numbered.map(({ number, person, returnedAt }) => (
              <li key={number} className="spread">
                <span><span className="number">{String(number).padStart(3, '0')}</span>　{person.name}</span>
                {returnedAt ? <span className="quiet">{labels.takenBack}　<When at={returnedAt} /></span> : whyNot['takeBack'] ? <button type="button" className="plain" aria-label={`${labels.takeBack} ${person.name}`} onClick={() => back.run([number])}>{labels.takeBack}</button> : <span className="soon">{labels.isOut}</span>}
              </li>
            ))}
          </ul>
          <Refusals codes={back.codes} words={refusals} />
        </section>
      )}
    </>
  );
};
