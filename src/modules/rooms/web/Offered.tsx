import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { api, stale, useRoomWords } from './api.ts';

/** What fell free is kept for whoever waited: take it or not. */
export const Offered = ({ booking: { id } }: { booking: { id: string } }) => {
  const { labels, refusals } = useRoomWords();
  const answer = useAct((accepted: boolean, key) => api.answerOffer({ params: { bookingId: id }, body: { accepted } }, key), stale);
  return (
    <section className="card stack">
      <p>{labels.offerHow}</p>
      <Button type="primary" size="large" block loading={answer.busy} onClick={() => answer.run(true)}>{labels.take}</Button>
      <Button size="large" block onClick={() => answer.run(false)}>{labels.decline}</Button>
      <Refusals codes={answer.codes} words={refusals} />
    </section>
  );
};
