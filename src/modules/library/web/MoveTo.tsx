import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#ui/Loaded.tsx';
import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { api, useLibraryWords } from './api.ts';

interface Props {
  items: readonly Pick<Item, 'id' | 'name'>[];
  onClose: () => void;
  onDone?: () => void;
}

interface Place {
  id: string;
  name: string;
}

/** One walks to the folder it goes to, from the top or from a folder above. */
export const MoveTo = ({ items, onClose, onDone }: Props) => {
  const { labels } = useLibraryWords();
  return (
    <Ask title={labels.move} draft={`library.move.${items[0]?.id}`} start={{ way: [] as Place[] }} send={({ way }, key) => api.move({ body: { ids: items.map(({ id }) => id), toId: way.at(-1)!.id } }, key)} onClose={onClose} {...(onDone && { onDone })} ready={({ way }) => way.length > 0} verb={labels.moveHere} what={items.slice(0, 5).map(({ name }) => name).join('、')} follows={labels.moveSay}>
      {({ way }, set) => (
        <div className="stack tight">
          <nav className="crumbs" aria-label={labels.moveTo}>
            <ol>
              <li><button type="button" className="plain bare" onClick={() => set({ way: [] })}>{labels.library}</button></li>
              {way.map((place, i) => <li key={place.id}><button type="button" className="plain bare" onClick={() => set({ way: way.slice(0, i + 1) })}>{place.name}</button></li>)}
            </ol>
          </nav>
          <Folders at={way.at(-1)} without={items.map(({ id }) => id)} onOpen={(place) => set({ way: [...way, place] })} />
        </div>
      )}
    </Ask>
  );
};

const Folders = ({ at, without, onOpen }: { at: Place | undefined; without: readonly string[]; onOpen: (place: Place) => void }) => {
  const { labels } = useLibraryWords();
  const asked = useQuery({ queryKey: ['library', 'places', at?.id], queryFn: async () => (at ? (await api.folder({ params: { itemId: at.id }, query: { only: 'folders', most: 200 } })).items : (await api.tops({})).items.filter(({ isFolder }) => isFolder)) });
  return (
    <Loaded asked={asked}>
      {(items) => {
        const folders = items.filter(({ id }) => !without.includes(id));
        return folders.length ? <ul className="lines places">{folders.map((folder) => <li key={folder.id}><button type="button" className="plain bare" onClick={() => onOpen(folder)}>{folder.name}</button></li>)}</ul> : <p className="quiet">{labels.noFolders}</p>;
      }}
    </Loaded>
  );
};
