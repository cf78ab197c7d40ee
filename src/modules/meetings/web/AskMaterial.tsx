import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Check } from '#ui/Check.tsx';
import { Line, Moment, OneOf } from '#ui/fields.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';

const day = 86_400_000;

/** The office asks somebody for a material by a date; of 秘密 and above it only notes who holds the paper and where. */
export const AskMaterial = ({ meeting, onClose }: { meeting: WholeMeeting; onClose: () => void }) => {
  const { labels, secrecies } = useMeetingWords();
  const first = meeting.items[0];
  const start = { title: '', topicId: '', ownerId: first?.presenter.id ?? '', dueAt: new Date(Date.parse(meeting.startsAt) - day).toISOString() as string | null, secrecy: 0, secrecyPeriod: '', place: '', bagged: false, endsAfter: false };
  const send = ({ topicId, ...typed }: typeof start, key: string) => {
    const stub = typed.secrecy > 0;
    return api.askMaterial({ params: { meetingId: meeting.id }, body: { ...typed, topicId: topicId || null, title: stub ? '' : typed.title, dueAt: stub ? null : typed.dueAt, place: stub ? typed.place : '', secrecyPeriod: stub ? typed.secrecyPeriod : '' } }, key);
  };
  const ready = ({ title, ownerId, dueAt, secrecy, place }: typeof start) => ownerId !== '' && (secrecy > 0 ? place.trim() !== '' : title.trim() !== '' && dueAt !== null);
  const presenterOf = (topicId: string) => meeting.items.find((item) => item.topicId === topicId)?.presenter.id;
  return (
    <Ask title={labels.askMaterial} what={meeting.title} draft={`meetings.material.${meeting.id}`} start={start} onClose={onClose} send={send} ready={ready} width={640}>
      {(typed, set) => (
        <>
          <OneOf<string> label={labels.ofTopic} value={typed.topicId} onChange={(topicId) => set({ topicId, ownerId: presenterOf(topicId) ?? typed.ownerId })} options={[['', labels.wholeMeeting], ...meeting.items.map(({ topicId, title }) => [topicId, title || labels.stub] as const)]} />
          <OneOf<number> label={labels.secrecy} value={typed.secrecy} onChange={(secrecy) => set({ secrecy })} options={secrecies.map((word, i) => [i, word] as const)} />
          {typed.secrecy > 0 ? (
            <>
              <p className="soon">{labels.stubHow}</p>
              <Line label={labels.secrecyPeriod} value={typed.secrecyPeriod} most={20} onChange={(secrecyPeriod) => set({ secrecyPeriod })} />
              <Line label={labels.paperPlace} value={typed.place} most={100} onChange={(place) => set({ place })} />
            </>
          ) : (
            <>
              <Line label={labels.materialTitle} value={typed.title} onChange={(title) => set({ title })} />
              <Moment label={labels.handInBy} value={typed.dueAt} onChange={(dueAt) => set({ dueAt })} />
            </>
          )}
          <People label={typed.secrecy > 0 ? labels.heldBy : labels.askedOf} many={false} value={typed.ownerId ? [typed.ownerId] : []} onChange={([ownerId = '']) => set({ ownerId })} />
          {typed.secrecy === 0 && <div className="stack tight"><Check checked={typed.bagged} onChange={(bagged) => set({ bagged })}>{labels.isBagged}</Check><Check checked={typed.endsAfter} onChange={(endsAfter) => set({ endsAfter })}>{labels.endsAfterHow}</Check></div>}
        </>
      )}
    </Ask>
  );
};
