import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Line, Person, reason, retentions, text, WhyNot, year } from '../nouns.ts';

const spine = z.literal([20, 30, 40, 50]);
const code = z.string().regex(/^[A-Z0-9]{1,8}$/);
const place = { year, retention: z.enum(retentions), code };

const Proposed = z.object({ spine, from: z.int(), to: z.int(), items: z.int(), thickness: z.int() });

const Row = z.object({ year: z.int(), retention: z.enum(retentions), code: z.string(), department: Person, items: z.int(), unboxed: z.int(), thickness: z.int(), boxes: z.int() });
export type Row = z.infer<typeof Row>;

const Box = z.object({
  id: z.uuid(),
  year: z.int(),
  retention: z.enum(retentions),
  code: z.string(),
  department: Person,
  seq: z.int(),
  spine,
  from: z.int(),
  to: z.int(),
  items: z.int(),
  thickness: z.int(),
  madeAt: instant,
  madeBy: Person,
  remark: z.string(),
  checkedBy: z.string(),
  checkedOn: day.nullable(),
  whyNot: WhyNot,
});
export type Box = z.infer<typeof Box>;

/** 装盒 (ARC-1): boxes of 310 × 220 mm, filled by thickness in the order of the numbers. */
export const boxes = {
  /** Each year's rows of one retention and department, and how far they are boxed. */
  rows: endpoint({ path: 'GET /archive/rows', permission: 'archive.read_all', query: z.object({ year }), returns: z.object({ rows: z.array(Row) }) }),
  proposeBoxes: endpoint({ path: 'GET /archive/boxes/proposal', permission: 'archive.manage', query: z.object({ ...place, spine: z.coerce.number().pipe(spine).default(30) }), returns: z.object({ boxes: z.array(Proposed) }) }),
  box: endpoint({
    path: 'POST /archive/boxes',
    permission: 'archive.manage',
    body: z.object({ ...place, boxes: z.array(z.object({ spine, to: z.int().min(1) })).min(1).max(500) }),
    returns: z.object({ boxes: z.array(z.object({ id: z.uuid(), seq: z.int() })) }),
    refuses: ['archive.nothing_to_box', 'archive.proposal_stale', 'archive.box_too_thin'],
  }),
  boxes: endpoint({ path: 'GET /archive/boxes', permission: 'archive.read_all', query: z.object({ ...place, after: z.coerce.number().int().min(0).default(0) }), returns: z.object({ boxes: z.array(Box), next: z.int().nullable() }) }),
  oneBox: endpoint({ path: 'GET /archive/boxes/:boxId', permission: 'archive.read_all', returns: Box.extend({ lines: z.array(Line) }) }),
  noteBox: endpoint({ path: 'PATCH /archive/boxes/:boxId', permission: 'archive.manage', body: z.object({ remark: text(1000), checkedBy: text(60), checkedOn: day.nullable() }), returns: z.object({ id: z.uuid() }), refuses: ['archive.apart_already'] }),
  takeApart: endpoint({ path: 'POST /archive/boxes/:boxId/unpacking', permission: 'archive.manage', body: z.object({ reason }), returns: z.object({ id: z.uuid() }), refuses: ['archive.apart_already', 'archive.not_last_box'] }),
  /** 脊背, 盒内目录 with 备考表. */
  boxPaper: endpoint({ path: 'GET /archive/boxes/:boxId/paper', permission: 'archive.read_all', query: z.object({ which: z.enum(['catalogue', 'note', 'spine']) }), returns: file }),
  spines: endpoint({ path: 'GET /archive/boxes/spines', permission: 'archive.read_all', query: z.object(place), returns: file, refuses: ['archive.too_many_lines'] }),
};
