import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '#platform/problem.ts';
import { useAct } from '#ui/act.ts';
import { Choices } from '#ui/Choices.tsx';
import { OnDay } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, stale, useRoomWords } from './api.ts';
import { Slot } from './Slot.tsx';
import { type Repeats, ruleOf, sentOf, type Wish } from './wish.ts';

interface Props {
  wish: Wish;
  late: boolean;
  set: (next: Partial<Wish>) => void;
  ready: boolean;
  onDone: () => void;
}

export const RepeatChoice = ({ wish, set }: Pick<Props, 'wish' | 'set'>) => {
  const { labels } = useRoomWords();
  return (
    <>
      <Choices<Repeats> label={labels.repeats} value={wish.repeats} onChange={(repeats) => set({ repeats })} options={[['once', labels.once], ['weekly', labels.weekly], ['fortnightly', labels.fortnightly], ['daily', labels.daily], ['monthly', labels.monthly]]} />
      {wish.repeats !== 'once' && <OnDay label={labels.until} value={wish.until} onChange={(until) => set({ until })} />}
    </>
  );
};

/** 系列: its dates are looked at first; those that do not fit are left out, and kept in case they fall free. */
export const BookSeries = ({ wish, late, ready, onDone }: Props) => {
  const { labels, refusals } = useRoomWords();
  const go = useNavigate();
  const body = { ...sentOf(wish, late), rule: ruleOf(wish) };
  const asked = JSON.stringify(body);
  const [shown, show] = useState('');
  const plan = useQuery({ queryKey: ['rooms', 'planSeries', asked], queryFn: () => api.planSeries({ body }), enabled: shown === asked, retry: false });
  const book = useAct((_: null, key) => api.bookSeries({ body: { ...body, skip: true } }, key), stale, ({ id }) => (onDone(), void go({ to: `/records/${id}` as string })));
  const dates = shown === asked ? plan.data?.dates : undefined;
  const fit = dates?.filter(({ whyNot }) => whyNot.length === 0).length ?? 0;
  return (
    <>
      <Button block disabled={!ready} loading={plan.isFetching} onClick={() => show(asked)}>{labels.seeDates}</Button>
      {dates && <ul className="lines">{dates.map((one) => <li key={one.from} className={one.whyNot.length ? 'quiet' : undefined}><Slot from={one.from} to={one.to} />{one.whyNot.length > 0 && <>　{one.whyNot.map((code) => refusals[code as 'rooms.taken']).join(' ')} {one.takenBy}</>}</li>)}</ul>}
      {dates && fit < dates.length && <p className="quiet">{labels.skippedKept}</p>}
      <Refusals codes={[...((plan.error as Problem | null)?.codes ?? []), ...book.codes]} words={refusals} />
      {dates && fit > 0 && <Button type="primary" block size="large" loading={book.busy} onClick={() => book.run(null)}>{labels.sendSeries.replace('{n}', String(fit))}</Button>}
    </>
  );
};
