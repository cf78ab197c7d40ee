import { useRouterState } from '@tanstack/react-router';
import { InputNumber } from 'antd';
import { useKept } from '#ui/kept.ts';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { useArchiveWords } from './api.ts';

/** What the address asks for: a figure on another page leads to its list. */
export const useAsked = () => useRouterState({ select: ({ location }) => location.search as { year?: number; standing?: string; source?: string } });

/** The year one works on, the same on every page of the archive. */
export const useYear = () => {
  const asked = useAsked();
  return useKept('archive.year', Number(asked.year) || Number(wall(useNow()).slice(0, 4)));
};

export const Year = ({ year, onChange }: { year: number; onChange: (year: number) => void }) => {
  const { labels } = useArchiveWords();
  return <InputNumber aria-label={labels.year} min={1949} max={9999} precision={0} value={year} onChange={(next) => next && next >= 1949 && onChange(next)} style={{ width: 96 }} />;
};
