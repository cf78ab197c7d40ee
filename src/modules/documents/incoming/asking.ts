import { type Asked, ask } from '#mechanisms/todos/todos.ts';
import type { Ctx } from '#platform/module.ts';
import { firstClock } from './clocks.ts';

/** Asked of somebody, and due when the document is: with the clock of it that ends first. */
export const askInTime = async (ctx: Ctx<any>, asked: Asked) => {
  const clock = await firstClock(ctx, asked.recordId);
  await ask(ctx, { ...asked, dueAt: clock?.dueAt ?? undefined, clockId: clock?.id });
};
