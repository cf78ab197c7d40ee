import { useMay } from '#mechanisms/access/web/me.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { useIncomingWords } from './api.ts';

/** The register, what is urged by phone, where the originals are, what is due, and who sends them. */
export const Books = () => {
  const { labels } = useIncomingWords();
  const may = useMay();
  return <Tabs label={labels.incoming} pages={[['/incoming', labels.book], ...(may('incoming.urge') ? [['/calls', labels.urge] as const] : []), ['/originals', labels.originals], ['/clocks', labels.clockBoard], ...(may('incoming.register') ? [['/senders', labels.senders] as const] : [])]} />;
};
