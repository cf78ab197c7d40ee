import { Link } from '@tanstack/react-router';
import type { Item } from '../nouns.ts';
import { hrefOf, useLibraryWords } from './api.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** 3.4 MB; whole bytes and small numbers as they are. */
export const sizeText = (bytes: number): string => {
  const step = bytes > 0 ? Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10)) : 0;
  const amount = bytes / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
};

/** What a file is called by those who use it: the end of its name. */
export const kindText = (name: string) => /\.([^.]{1,8})$/.exec(name)?.[1]?.toUpperCase() ?? '';

/** The name that opens it, and what one should know before. */
export const ItemName = ({ item, isNew = false }: { item: Item; isNew?: boolean }) => {
  const { labels } = useLibraryWords();
  return (
    <span className="wrap">
      <span className="item-kind" aria-hidden="true">{item.isFolder ? '▸' : kindText(item.name)}</span>
      {item.isFolder || item.level !== 'see' ? <Link to={hrefOf(item)}>{item.name}</Link> : item.name}
      {item.isFolder && <span className="sr-only">{labels.folder}</span>}
      {isNew && <small className="new">{labels.isNew}</small>}
      {item.exception && <small className="quiet">　{labels.exception}</small>}
      {item.lockedBy && <small className="soon">　{labels.lockedBy.replace('{name}', item.lockedBy.name)}</small>}
      {item.tags.map((tag) => <small key={tag} className="tag">{tag}</small>)}
    </span>
  );
};
