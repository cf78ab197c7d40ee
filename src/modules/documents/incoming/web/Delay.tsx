import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { api, useIncomingWords } from './api.ts';

/** Who held it how long, in office hours. */
const Delay = ({ documentId }: { documentId: string }) => {
  const { labels } = useIncomingWords();
  const asked = useQuery(api.delay.asQuery({ params: { documentId } }));
  const hours = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return (
    <section className="card stack" aria-label={labels.delay}>
      <div className="spread"><h2>{labels.delay}</h2><a href={api.delayPaper.url({ params: { documentId } })} target="_blank" rel="noreferrer">{labels.exportPdf}</a></div>
      <Loaded asked={asked}>
        {({ held, totalMinutes }) => (
          <>
            <ul className="lines">
              {held.map(({ who, what, from, to, officeMinutes }) => (
                <li key={who + what + from} className="spread"><span>{who}　<span className="quiet">{what}　<When at={from} />{to ? <> – <When at={to} /></> : ' –'}</span></span><strong className="number">{hours(officeMinutes)}</strong></li>
              ))}
            </ul>
            <div className="spread"><span>{labels.delayTime}</span><strong className="number">{hours(totalMinutes)}</strong></div>
          </>
        )}
      </Loaded>
    </section>
  );
};

export default Delay;
