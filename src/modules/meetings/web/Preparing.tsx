import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { WholeMeeting } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import { PreparationStanding } from './Preparations.tsx';

/** On the meeting's page: what is needed there, and how far it is. */
export const Preparing = ({ meeting: { preparationId, state } }: { meeting: WholeMeeting }) => {
  const { labels } = useMeetingWords();
  const may = useMay()('meetings.prepare');
  const shown = may && preparationId !== null && state !== 'cancelled';
  const { data } = useQuery({ ...api.preparation.asQuery({ params: { preparationId: preparationId ?? '' } }), enabled: shown });
  if (!shown || !data) return null;
  return (
    <section className="card stack" aria-label={labels.equipmentList}>
      <div className="spread"><h2>{labels.equipmentList}</h2><Link to={`/records/${data.id}` as string}>{labels.toPreparation}</Link></div>
      <p>{data.equipment.map(({ name, count, unit }) => `${name} ${count} ${unit}`).join('、')}</p>
      <p className="row"><span className="quiet">{labels.countedFor.replace('{n}', String(data.people))}</span>{data.expected !== data.people && <span className="soon">{labels.expectedNow.replace('{n}', String(data.expected))}</span>}<PreparationStanding preparation={{ ...data, lines: data.equipment.length }} /></p>
    </section>
  );
};
