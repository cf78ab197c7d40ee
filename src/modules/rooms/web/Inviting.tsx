import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { Ask } from '#ui/Ask.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { api, stale, useRoomWords } from './api.ts';

/** Who is invited; they have it in their own calendar. */
export const Inviting = ({ bookingId, may }: { bookingId: string; may: boolean }) => {
  const { labels, refusals } = useRoomWords();
  const [asks, setAsks] = useState(false);
  const people = useQuery(api.invitees.asQuery({ params: { bookingId } })).data?.people ?? [];
  const { data } = useQuery({ ...organisation.directory.asQuery({ query: {} }), staleTime: 60_000, enabled: asks });
  if (!may && !people.length) return null;
  return (
    <section className="card stack tight" aria-label={labels.invited}>
      <div className="spread"><h2>{labels.invited}</h2>{may && <Button onClick={() => setAsks(true)}>{labels.invite}</Button>}</div>
      <p className={people.length ? undefined : 'quiet'}>{people.length ? people.map(({ name }) => name).join('、') : labels.inviteHow}</p>
      {asks && (
        <Ask title={labels.invite} follows={labels.inviteHow} draft={`rooms.invite.${bookingId}`} start={{ people: [] as string[] }} words={refusals} stale={stale} onClose={() => setAsks(false)} ready={(typed) => typed.people.length > 0} send={(typed, key) => api.invite({ params: { bookingId }, body: typed }, key)}>
          {(typed, set) => <Form.Item label={labels.invited} htmlFor="room-invitees"><PersonSelect id="room-invitees" label={labels.invited} many value={typed.people} options={(data?.people ?? []).map(({ id, name, department }) => ({ id, name, hint: department }))} onChange={(next: string[]) => set({ people: next })} /></Form.Item>}
        </Ask>
      )}
    </section>
  );
};
