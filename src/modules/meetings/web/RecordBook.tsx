import { useState } from 'react';
import { Files } from '#mechanisms/files/web/Files.tsx';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { When } from '#ui/When.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { api } from './api.ts';
import { Ask } from './Ask.tsx';
import { filled, useSittingWords } from './sitting.ts';
import type { Picked } from '#ui/FilePicker.tsx';

/** 红头本: the page to write on is printed, its scans stay in all their versions. */
export const RecordBook = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels } = useSittingWords();
  const [asks, setAsks] = useState(false);
  const [seen, see] = useState<string>();
  const shown = meeting.scans.find(({ attachmentId }) => attachmentId === seen);
  return (
    <section className="card stack" aria-label={labels.recordBook}>
      <div className="spread"><h2>{labels.recordBook}</h2><span className="row no-print"><a href={api.recordPage.url({ params: { meetingId: meeting.id } })} target="_blank" rel="noreferrer">{labels.printRecord}</a>{meeting.whyNot['attachScan']?.length === 0 && <button type="button" className="plain" onClick={() => setAsks(true)}>{labels.addScan}</button>}</span></div>
      {!meeting.scans.length && <p className="quiet">{labels.noScan}</p>}
      <ul className="lines">{meeting.scans.map((scan) => <li key={scan.attachmentId} className="spread"><button type="button" className="plain" aria-expanded={scan.attachmentId === seen} onClick={() => see(scan.attachmentId === seen ? undefined : scan.attachmentId)}>{scan.name}</button><small className="quiet">{scan.version > 1 && `${filled(labels.version, { n: scan.version })}　`}{scan.attachedBy.name}　<When at={scan.attachedAt} /></small></li>)}</ul>
      {shown && <FileView file={shown} />}
      {asks && (
        <Ask title={labels.addScan} what={meeting.title} draft={`meetings.scan.${meeting.id}`} start={{ files: [] as Picked[] }} onClose={() => setAsks(false)} ready={({ files }) => files.length > 0} send={({ files }, key) => api.attachScan({ params: { meetingId: meeting.id }, body: { files: files.map(({ id }) => id) } }, key)}>
          {({ files }, set) => <Files label={labels.scans} accept="image/*,.pdf" value={files} onChange={(next) => set({ files: next })} />}
        </Ask>
      )}
    </section>
  );
};
