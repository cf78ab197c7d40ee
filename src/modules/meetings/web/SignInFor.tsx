import { People } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer, Request } from '#platform/contract.ts';
import { Line } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import type { signin } from '../signin/contract.ts';
import { Ask } from './Ask.tsx';
import { useSittingWords } from './sitting.ts';

interface Props {
  attendance: Answer<typeof signin.attendance>;
  onClose: () => void;
  send: (body: Pick<Request<typeof signin.signInFor>['body'], 'personId' | 'guest' | 'forId'>) => void;
}

/** Who has no phone, who came for somebody, and guests: by the minute-taker's hand. */
export const SignInFor = ({ attendance: { meeting, lines }, onClose, send }: Props) => {
  const { labels } = useSittingWords();
  const absent = lines.filter(({ came }) => !came).map(({ person, title }) => ({ ...person, hint: title }));
  const start = { personId: null as string | null, guest: '', forId: null as string | null };
  return (
    <Ask title={labels.signInFor} what={meeting.title} draft={`meetings.signIn.${meeting.id}`} start={start} onClose={onClose} ready={({ personId, guest }) => (personId === null) !== (guest.trim() === '')} send={async (typed) => send({ ...typed, guest: typed.guest.trim() })}>
      {(typed, set) => (
        <>
          <People label={labels.who} many={false} value={typed.personId ? [typed.personId] : []} onChange={([personId = null]) => set({ personId })} />
          <Line label={labels.guestName} most={60} value={typed.guest} onChange={(guest) => set({ guest })} />
          <p className="field-label">{labels.forWhom}</p>
          <PersonSelect label={labels.forWhom} options={absent} value={typed.forId ?? undefined} onChange={(forId?: string) => set({ forId: forId ?? null })} />
        </>
      )}
    </Ask>
  );
};
