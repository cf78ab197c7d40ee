import { useQuery } from '@tanstack/react-query';
import { useMay } from '#mechanisms/access/web/me.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { State } from '#ui/State.tsx';
import { useWords } from '#ui/words.ts';
import type { Room } from '../nouns.ts';
import { api, useRoomWords } from './api.ts';
import { RoomPhotos } from './RoomPhotos.tsx';

/** What a room is: where, how large, what stands in it, for whom, and what it looks like. */
export const RoomFacts = ({ room }: { room: Room }) => {
  const { labels, classes } = useRoomWords();
  const may = useMay()('rooms.manage');
  const has = useFixtures(room);
  const who = useWho(room);
  return (
    <section className="card stack tight no-print" aria-label={room.name}>
      <p>{room.building}　{classes[room.class]}　{labels.seats.replace('{n}', String(room.seats))}{room.free && `　${labels.free}`}{has && `　${labels.has.replace('{what}', has)}`}</p>
      {who && <p>{labels.onlyFor.replace('{who}', who)}</p>}
      {room.remark && <p className="quiet">{room.remark}</p>}
      {room.outOfUse && <State tone="off">{`${labels.outOfUse}：${room.outOfUse.why}`}</State>}
      <RoomPhotos room={room} may={may} />
    </section>
  );
};

export const useEquipment = () => useQuery({ ...api.choices.asQuery({}), staleTime: 60_000 }).data?.equipment ?? [];

/** 投影仪、话筒 2, as they stand in the room. */
export const useFixtures = ({ fixtures }: Pick<Room, 'fixtures'>) => {
  const known = useEquipment();
  return fixtures.map(({ equipmentId, count }) => `${known.find(({ id }) => id === equipmentId)?.name ?? ''}${count > 1 ? ` ${count}` : ''}`).join('、');
};

/** For whom it is, where it is not for everybody. */
const useWho = ({ departments, roles }: Pick<Room, 'departments' | 'roles'>) => {
  const named = useWords({ zh: accessZh, en: accessEn }).roles;
  const known = useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000, enabled: departments.length > 0 }).data?.departments ?? [];
  return [...departments.map((one) => known.find(({ id }) => id === one)?.name ?? ''), ...roles.map((role) => named[role])].filter(Boolean).join('、');
};
