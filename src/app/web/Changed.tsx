import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api as notifications } from '#mechanisms/notifications/web/api.ts';
import { useRead } from '#mechanisms/notifications/web/useRead.ts';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { firstOfEach } from './first-of.ts';
import { useSentences } from './wording.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** What changed lately. */
export const Changed = () => {
  const words = useWords({ zh, en });
  const sentences = useSentences();
  const read = useRead();
  const { data } = useQuery(notifications.messages.asQuery({ query: { most: '40' as never } }));
  const news = data ? firstOfEach(data.messages, ({ what, recordId, id }) => (recordId ? `${what} ${recordId}` : id)).slice(0, 6) : [];
  if (!news.length) return null;
  return (
    <section className="card stack" aria-label={words.messages}>
      <div className="spread"><h2>{words.changed}</h2><Link to="/messages">{words.all}</Link></div>
      <ul className="lines">
        {news.map(({ id, what, params, recordId, at }) => (
          <li key={id}>
            {recordId ? <Link to={`/records/${recordId}`}>{read(sentences[what] ?? what, params)}</Link> : read(sentences[what] ?? what, params)}<br />
            <small className="quiet"><When at={at} /></small>
          </li>
        ))}
      </ul>
    </section>
  );
};
