import { setting } from '#mechanisms/settings/settings.ts';
import type { Db } from '#platform/db.ts';
import { dayOf } from '#platform/time.ts';
import { inWrongBox } from '../boxes/brought.ts';
import { takenBy } from '../coming.ts';
import { isClosed } from '../items.ts';
import { departmentsCoded } from '../retention/codes.ts';
import { numberWritten } from '../rules.ts';
import { faultsOf, itemOf, type Known, type PaperItem, type Place, placeKey, placeOf, type Said } from './rules.ts';

export interface Judged {
  line: number;
  said: Said;
  faults: string[];
  item: PaperItem | null;
}

/** Every row held against the others and against what is here now. */
export const judged = async (here: { db: Db; now: string }, lines: readonly { line: number; said: Said }[]): Promise<Judged[]> => {
  const known = await knownTo(here, lines.map(({ said }) => said));
  const before = new Set<string>();
  const rows = lines.map(({ line, said }) => {
    const faults = faultsOf(said, known, before);
    before.add(placeKey(placeOf(said, known.fonds)));
    return { line, said, faults, item: faults.length ? null : itemOf(said, known.fonds) };
  });
  const wrong = await inWrongBox(here.db, rows.flatMap(({ item }) => (item ? [item] : [])));
  return rows.map((row) => (row.item && wrong.has(row.item) ? { ...row, faults: ['box_order'], item: null } : row));
};

const knownTo = async ({ db, now }: { db: Db; now: string }, said: readonly Said[]): Promise<Known> => {
  const fonds = await setting<string>({ db }, 'archive.fonds');
  const whole = said.map((one) => placeOf(one, fonds)).filter((place): place is Place => place.seq !== undefined && place.year !== undefined && place.retention !== undefined);
  const taken = new Set((await takenBy(db, whole.map((place) => ({ ...place, number: numberWritten(place) })))).map(placeKey));
  const closed = new Set<number>();
  for (const year of new Set(whole.map((place) => place.year))) if (await isClosed({ db }, year)) closed.add(year);
  return { fonds, thisYear: Number(dayOf(now).slice(0, 4)), codes: new Set((await departmentsCoded({ db })).map(({ code }) => code)), closed, taken };
};
