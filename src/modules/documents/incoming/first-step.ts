import type { Ctx } from '#platform/module.ts';
import { askInTime } from './asking.ts';
import { askDirectors, officeAnd } from './people.ts';

/** After the first check a 办件 waits for the director's 拟办, a 阅件 for the office to circulate it. */
export const askFirstStep = async (ctx: Ctx<any>, { id: recordId, handling }: { id: string; handling: string }) => {
  const { office, directors } = await officeAnd(ctx);
  if (handling === 'action') await askDirectors(ctx, directors, { recordId, what: 'incoming.propose' });
  else await askInTime(ctx, { departmentId: office, kind: 'act', recordId, what: 'incoming.circulate' });
};
