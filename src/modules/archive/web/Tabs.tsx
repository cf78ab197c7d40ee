import { useMay } from '#mechanisms/access/web/me.ts';
import { Tabs as Line } from '#ui/Tabs.tsx';
import { useArchiveWords } from './api.ts';

/** The pages of the archive. */
export const Tabs = () => {
  const { labels } = useArchiveWords();
  const may = useMay();
  if (!may('archive.read_all')) return <Line label={labels.archive} pages={[['/archive', labels.catalogue], ['/archive/loans', labels.borrowing]]} />;
  return <Line label={labels.archive} pages={[['/archive', labels.catalogue], ['/archive/waiting', labels.waiting], ['/archive/years', labels.years], ['/archive/boxes', labels.boxes], ['/archive/rules', labels.rules], ['/archive/checks', labels.checks], ['/archive/loans', labels.borrowing], ['/archive/transfer', labels.transfers], ...(may('archive.see_destruction') ? [['/archive/destruction', labels.destruction] as const] : [])]} />;
};
