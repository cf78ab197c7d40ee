import { z } from 'zod';
import { instant } from '#platform/time.ts';

/** 可见、可阅、可编辑、可管理: each holds the ones before it. Their numbers are those of a shelf. */
export const levels = ['see', 'read', 'edit', 'manage'] as const;
export type Level = (typeof levels)[number];

export const Person = z.object({ id: z.uuid(), name: z.string() });

export const spaces = ['department', 'project', 'school'] as const;

/** A folder or a file as a line of a list. */
export const Item = z.object({
  id: z.uuid(),
  isFolder: z.boolean(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  space: z.enum(spaces).nullable(),
  /** What the asker may do with it. */
  level: z.enum(levels),
  /** It has rights of its own, or takes none from above. */
  exception: z.boolean(),
  type: z.string(),
  size: z.number(),
  version: z.int().nullable(),
  fileId: z.uuid().nullable(),
  tags: z.array(z.string()),
  changedAt: instant,
  changedBy: Person.nullable(),
  lockedBy: Person.nullable(),
});
export type Item = z.infer<typeof Item>;

export const Named = z.object({ id: z.uuid(), name: z.string() });

export const name = z.string().trim().min(1).max(200).overwrite((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '').trim()).min(1);
export const comment = z.string().trim().max(500);
export const ids = z.array(z.uuid()).min(1).max(100);
export const Done = z.object({ id: z.uuid() });
