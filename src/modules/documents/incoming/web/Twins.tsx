import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { When } from '#ui/When.tsx';
import { Check } from '#ui/Check.tsx';
import { api, useIncomingWords } from './api.ts';
import type { Typed } from './intake.ts';

/** The same number was registered before, that of the same sender first: it is pointed out, and the clerk decides. */
export const Twins = ({ typed: { sender, senderNumber, previousId }, onPrevious }: { typed: Typed; onPrevious: (id: string | null) => void }) => {
  const { labels } = useIncomingWords();
  const settled = useSettled(senderNumber.trim());
  const { data } = useQuery({ ...api.twins.asQuery({ query: { senderNumber: settled } }), enabled: settled.length > 3 });
  if (!data?.twins.length || settled.length <= 3 || settled !== senderNumber.trim()) return null;
  const isSame = (twin: { sender: string }) => twin.sender === sender.trim();
  const twins = data.twins.toSorted((one, other) => Number(isSame(other)) - Number(isSame(one)));
  return (
    <div className="refusal full" role="status">
      <strong>{twins.some(isSame) ? labels.twinsSame : labels.twins}</strong>
      <ul className="lines">{twins.map(({ id, number, title, sender: from, receivedAt, state }) => <li key={id}><Link to={`/records/${id}`} target="_blank"><span className="number">{number}</span>　{title || labels.stubTitle}</Link>　{from}　<When at={receivedAt} />{state === 'returned' && <> <Check checked={previousId === id} onChange={(on) => onPrevious(on ? id : null)}>{labels.comesAgain}</Check></>}</li>)}</ul>
    </div>
  );
};

const useSettled = (value: string) => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
