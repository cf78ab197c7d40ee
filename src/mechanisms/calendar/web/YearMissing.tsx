import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNow } from '#ui/now.ts';
import { useWords } from '#ui/words.ts';
import { wallAt } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** From November on: next year's calendar is not published, and what that means. */
export const YearMissing = () => {
  const { labels, notPublished } = useWords({ zh, en });
  const { day } = wallAt(useNow());
  const next = Number(day.slice(0, 4)) + 1;
  const { data } = useQuery({ ...api.year.asQuery({ params: { year: String(next) } }), enabled: day.slice(5, 7) >= '11', staleTime: 300_000 });
  if (!data || data.published) return null;
  return <p className="refusal">{notPublished(next)}{labels.missingHint}　<Link to="/calendar">{labels.calendar}</Link></p>;
};
