import { type RawBuilder, sql } from 'kysely';
import { type Db, prepare, shapes } from '#platform/db.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Room } from '../nouns.ts';

export const fixtures = sql<{ equipmentId: string; count: number }[]>`coalesce((select jsonb_agg(jsonb_build_object('equipmentId', f.equipment_id, 'count', f.count)) from room_fixtures f where f.room_id = r.id), '[]')`;
export const photos = sql<Room['photos']>`coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'fileId', h.file_id) order by h.added_at, h.id) from room_photos h where h.room_id = r.id), '[]')`;

const outOfUse = (by: RawBuilder<unknown>) => sql<Room['outOfUse']>`case when r.out_of_use_at is not null then jsonb_build_object('at', to_char(r.out_of_use_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${by}, 'why', r.out_of_use_why) end`;

/** Every room, as the register shows it, in its order. */
export const roomLines = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('rooms as r').leftJoin('people as o', 'o.id', 'r.outOfUseBy')
    .select(['r.id', 'r.name', 'r.building', 'r.class', 'r.seats', 'r.hours', 'r.departments', 'r.roles', 'r.free', 'r.remark', 'r.outOfUseAt', fixtures.as('fixtures'), photos.as('photos')])
    .select(outOfUse(sql`o.name`).as('outOfUse'));

interface OnBoard {
  building: string | null;
  class: string | null;
  seats: number;
  after: string | null;
}

const pages = shapes<ReturnType<typeof pageOf>>();

/** A page of rooms in their order, as a board names them. */
export const roomsOnBoard = (db: Db, { most, ...asked }: OnBoard & { most: number }) => pages(String(most), () => pageOf(most))(db, asked);

const pageOf = (most: number) => prepare<OnBoard, Pick<Room, 'id' | 'name' | 'building' | 'class' | 'seats' | 'outOfUse'>>((db, blank) =>
  db.selectFrom('rooms as r').select(['r.id', 'r.name', 'r.building', sql<Room['class']>`r.class`.as('class'), 'r.seats', outOfUse(sql`(select name from people where id = r.out_of_use_by)`).as('outOfUse')])
    .where(sql<boolean>`(${blank(({ building }) => building)}::text is null or r.building = ${blank(({ building }) => building)}) and (${blank((of) => of.class)}::text is null or r.class = ${blank((of) => of.class)}) and r.seats >= ${blank(({ seats }) => seats)}`)
    .where(sql<boolean>`(${blank(({ after }) => after)}::uuid is null or (r.position, r.id) > (select position, id from rooms where id = ${blank(({ after }) => after)}))`)
    .orderBy('r.position').orderBy('r.id').limit(sql.lit(most)).compile());

export type RoomRow = Awaited<ReturnType<ReturnType<typeof roomLines>['execute']>>[number];

export const presentedRoom = ({ outOfUseAt: _, ...row }: RoomRow) => row as unknown as Room;

/** The room, held until the transaction ends: those who book it do so one after the other. */
export const lockRoom = async ({ db }: Pick<Ctx<any>, 'db'>, id: string) => {
  const [room] = await locked(db, { id });
  if (!room) throw notFound();
  return room;
};

const locked = prepare<{ id: string }, { id: string; name: string; outOfUseAt: string | null }>((db, blank) => db.selectFrom('rooms').select(['id', 'name', 'outOfUseAt']).where('id', '=', blank(({ id }) => id)).forNoKeyUpdate().compile());
