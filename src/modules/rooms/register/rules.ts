import { reasons } from '#platform/rules.ts';

interface Wanted {
  hours: readonly ({ from: string; to: string } | null)[];
  fixtures: readonly { equipmentId: string }[];
  departments: readonly string[];
}

interface Known {
  equipment: readonly string[];
  departments: readonly string[];
}

/** A room as it is written into the register. */
export const whyNotKeep = (wanted: Wanted, known: Known) => reasons(
  [wanted.hours.some((span) => span !== null && span.from >= span.to),                     'rooms.hours_out_of_order'],
  [isTwice(wanted) || wanted.fixtures.some(({ equipmentId }) => !known.equipment.includes(equipmentId)), 'rooms.equipment_unknown'],
  [wanted.departments.some((id) => !known.departments.includes(id)),                       'rooms.department_unknown'],
);

const isTwice = ({ fixtures }: Wanted) => new Set(fixtures.map(({ equipmentId }) => equipmentId)).size < fixtures.length;

export const whyNotTakeOut = (room: { outOfUseAt: string | null }) => reasons([room.outOfUseAt !== null, 'rooms.out_already']);
export const whyNotBringBack = (room: { outOfUseAt: string | null }) => reasons([room.outOfUseAt === null, 'rooms.not_out']);

export const whyNotBlackout = (wanted: { from: string; to: string }, { now, roomKnown, peopleKnown }: { now: string; roomKnown: boolean; peopleKnown: boolean }) => reasons(
  [wanted.to <= wanted.from,                      'rooms.ends_before_it_starts'],
  [wanted.to > wanted.from && wanted.to <= now,   'rooms.is_over'],
  [!roomKnown,                                    'rooms.room_unknown'],
  [!peopleKnown,                                  'rooms.person_unknown'],
);

export const whyNotEndBlackout = (blackout: { endedAt: string | null }) => reasons([blackout.endedAt !== null, 'rooms.blackout_ended']);
