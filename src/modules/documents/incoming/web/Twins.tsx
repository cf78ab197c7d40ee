import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { When } from '#ui/When.tsx';
import { api, useIncomingWords } from './api.ts';

/** The same number was registered before: it is pointed out, and the clerk decides. */
export const Twins = ({ senderNumber }: { senderNumber: string }) => {
  const { labels } = useIncomingWords();
  const settled = useSettled(senderNumber.trim());
  const { data } = useQuery({ ...api.twins.asQuery({ query: { senderNumber: settled } }), enabled: settled.length > 3 });
  if (!data?.twins.length || settled.length <= 3) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={labels.twins}
      description={<ul className="lines">{data.twins.map(({ id, number, title, sender, receivedAt }) => <li key={id}><Link to={`/records/${id}`} target="_blank"><span className="number">{number}</span>　{title || labels.stubTitle}</Link>　{sender}　<When at={receivedAt} /></li>)}</ul>}
    />
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
