import { sql } from 'kysely';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Room } from '../nouns.ts';

const fixtures = sql<{ equipmentId: string; count: number }[]>`coalesce((select jsonb_agg(jsonb_build_object('equipmentId', f.equipment_id, 'count', f.count)) from room_fixtures f where f.room_id = r.id), '[]')`;
const photos = sql<Room['photos']>`coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'fileId', h.file_id) order by h.added_at, h.id) from room_photos h where h.room_id = r.id), '[]')`;

/** Every room, as the register shows it, in its order. */
export const roomLines = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('rooms as r').leftJoin('people as o', 'o.id', 'r.outOfUseBy')
    .select(['r.id', 'r.name', 'r.building', 'r.class', 'r.seats', 'r.hours', 'r.departments', 'r.roles', 'r.free', 'r.remark', 'r.outOfUseAt', fixtures.as('fixtures'), photos.as('photos')])
    .select(sql<Room['outOfUse']>`case when r.out_of_use_at is not null then jsonb_build_object('at', to_char(r.out_of_use_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', o.name, 'why', r.out_of_use_why) end`.as('outOfUse'));

export type RoomRow = Awaited<ReturnType<ReturnType<typeof roomLines>['execute']>>[number];

export const presentedRoom = ({ outOfUseAt: _, ...row }: RoomRow) => row as unknown as Room;

/** The room, held until the transaction ends: those who book it do so one after the other. */
export const lockRoom = async (ctx: Ctx<any>, id: string) => ctx.db.selectFrom('rooms').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow(notFound);
