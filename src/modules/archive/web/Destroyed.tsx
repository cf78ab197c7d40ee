import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMay } from '#mechanisms/access/web/me.ts';
import { When } from '#ui/When.tsx';
import type { Item } from '../nouns.ts';
import { useDestructionWords } from './destructionWords.ts';

/** On the page of an item: by which list, approved by whom, when. */
export const Destroyed = ({ item: { destroyedAt, destruction } }: { item: Item }) => {
  const { labels } = useDestructionWords();
  const may = useMay()('archive.see_destruction');
  if (!destroyedAt || !destruction) return null;
  const said = labels.destroyedBy.replace('{number}', destruction.number).replace('{who}', destruction.approvedBy.join('、'));
  return <Alert type="info" showIcon title={may ? <Link to={`/records/${destruction.id}` as string}>{said}</Link> : said} description={<When at={destroyedAt} />} />;
};
