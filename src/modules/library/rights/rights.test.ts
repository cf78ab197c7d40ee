import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { membersKey } from '#mechanisms/access/keys.ts';
import { newId } from '#platform/ids.ts';
import type { Db } from '#platform/db.ts';
import { settleRights } from '../shelves.ts';

const { db, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const me = await personId('staff');
const keys = Array.from({ length: 4 }, () => newId());

interface Node {
  id: string;
  parent: number | null;
  isFolder: boolean;
  inherits: boolean;
  trashed: boolean;
  grants: Map<string, number>;
}

/** The sentences of the README, one after the other, for one item and one key. */
const levelOf = (all: readonly Node[], at: number, key: string): number => {
  const node = all[at]!;
  if (node.trashed) return 0;
  if (node.parent !== null && isDead(all, node.parent)) return 0;
  const own = node.grants.get(key) ?? 0;
  if (node.parent === null) return own;
  const above = levelOf(all, node.parent, key);
  return Math.max(own, node.inherits || above === 4 ? above : 0);
};

const isDead = (all: readonly Node[], at: number): boolean => all[at]!.trashed || (all[at]!.parent !== null && isDead(all, all[at]!.parent!));

const readFromSql = async (open: Db, all: readonly Node[]) => {
  const { rows } = await sql<{ id: string; key: string; level: number }>`select i.id, k.key, max(k.level) as level from library_items i join shelf_keys k on k.shelf_id = i.shelf_id where i.id = any(${all.map(({ id }) => id)}::uuid[]) group by 1, 2`.execute(open);
  return all.map(({ id }) => keys.map((key) => rows.find((row) => row.id === id && row.key === key)?.level ?? 0));
};

const insert = async (open: Db, all: readonly Node[], fileId: string, node: Node) => {
  const { id, parent, isFolder, inherits } = node;
  const at = '2026-11-23T01:00:00.000Z';
  await open.insertInto('libraryItems').values({ id, parentId: parent === null ? null : all[parent]!.id, rootId: parent === null ? id : all[0]!.id, space: parent === null ? 'project' : null, isFolder, name: id, shelfId: isFolder ? id : all[parent!]!.id, inherits: parent === null ? false : inherits, createdAt: at, changedAt: at, ...(!isFolder && { fileId, version: 1 }) }).execute();
};

type Change = { how: 'grant' | 'withdraw' | 'stop' | 'trash' | 'move'; at: number; to: number; key: number; level: number };

/** One change as an action makes it: the item, then the rights of it and of what lies below. */
const change = async (open: Db, all: Node[], { how, at, to, key, level }: Change) => {
  const node = all[at % all.length]!;
  // Nobody sees what lies in a folder that is in the trash, and nothing goes into itself: the actions refuse both.
  if (node.parent !== null && isDead(all, node.parent)) return;
  const where = { itemId: node.id, key: keys[key]! };
  if (how === 'grant') {
    node.grants.set(where.key, level);
    await open.insertInto('libraryGrants').values({ id: newId(), ...where, kind: 'person', level, givenAt: '2026-11-23T01:00:00.000Z' }).onConflict((conflict) => conflict.columns(['itemId', 'key']).doUpdateSet({ level })).execute();
  }
  if (how === 'withdraw') {
    node.grants.delete(where.key);
    await open.deleteFrom('libraryGrants').where('itemId', '=', where.itemId).where('key', '=', where.key).execute();
  }
  if (how === 'stop' && node.parent !== null) {
    node.inherits = !node.inherits;
    await open.updateTable('libraryItems').set({ inherits: node.inherits }).where('id', '=', node.id).execute();
  }
  if (how === 'trash' && node.parent !== null) {
    node.trashed = !node.trashed;
    await open.updateTable('libraryItems').set({ trashedAt: node.trashed ? '2026-11-23T01:00:00.000Z' : null }).where('id', '=', node.id).execute();
  }
  const target = to % all.length;
  if (how === 'move' && node.parent !== null && !node.trashed && all[target]!.isFolder && !isDead(all, target) && !isWithin(all, target, at % all.length)) {
    node.parent = target;
    await open.updateTable('libraryItems').set({ parentId: all[target]!.id }).where('id', '=', node.id).execute();
  }
  await settleRights(open, node.id);
};

const isWithin = (all: readonly Node[], at: number, folder: number): boolean => at === folder || (all[at]!.parent !== null && isWithin(all, all[at]!.parent!, folder));

const changes = fc.array(fc.record({ how: fc.constantFrom('grant', 'grant', 'withdraw', 'stop', 'trash', 'move' as const), at: fc.nat(30), to: fc.nat(30), key: fc.nat(3), level: fc.integer({ min: 1, max: 4 }) }), { maxLength: 14 });
const trees = fc.array(fc.record({ parent: fc.nat(30), isFolder: fc.boolean() }), { minLength: 1, maxLength: 9 });

test('what the database holds of rights is what the sentences say, whatever was given, stopped, moved and trashed in whatever tree', async () => {
  const sha256 = 'a'.repeat(64);
  await db.insertInto('blobs').values({ sha256, size: '1', type: 'text/plain', createdAt: '2026-11-23T01:00:00.000Z' }).execute();
  const fileId = newId();
  await db.insertInto('files').values({ id: fileId, sha256, name: 'x', size: '1', type: 'text/plain', uploadedBy: me, uploadedAt: '2026-11-23T01:00:00.000Z' }).execute();
  await fc.assert(
    fc.asyncProperty(trees, changes, async (tree, steps) => {
      const undone = new Error('undone');
      await db.transaction().execute(async (open) => {
        const all: Node[] = [];
        for (const [i, { parent, isFolder }] of [{ parent: 0, isFolder: true }, ...tree].entries()) {
          const folders = all.flatMap((node, at) => (node.isFolder ? [at] : []));
          const node: Node = { id: newId(), parent: i === 0 ? null : folders[parent % folders.length]!, isFolder, inherits: true, trashed: false, grants: new Map() };
          await insert(open, all, fileId, node);
          all.push(node);
          if (node.isFolder) await settleRights(open, node.id);
        }
        for (const step of steps) {
          await change(open, all, step);
          expect(await readFromSql(open, all)).toEqual(all.map((_, at) => keys.map((key) => levelOf(all, at, key))));
        }
        throw undone;
      }).catch((error) => {
        if (error !== undone) throw error;
      });
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('the keys of the database are those of the program', async () => {
  const { rows: [row] } = await sql<{ members: string; everybody: string }>`select members_key(${me}) as members, everybody_key() as everybody`.execute(db);
  const { everybodyKey } = await import('#mechanisms/access/keys.ts');
  expect(row).toEqual({ members: membersKey(me), everybody: everybodyKey });
});
