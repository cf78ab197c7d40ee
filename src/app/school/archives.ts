import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';

const day = 24 * 60;

/** Yesterday the archivist arranged what was done more than two weeks before: some of it is not kept, the rest stands in boxes. */
export const archives = (life: Life, now: string): Step[] => [{ at: momentsAgo(now, 26 * 60), run: () => arrange(life, now) }];

const arrange = async (life: Life, now: string) => {
  const { archive: desk } = await life.tools('archivist');
  await desk.setCode({ params: { departmentId: life.department('综合办公室') }, body: { code: 'BGS' } });
  const thisYear = Number(now.slice(0, 4));
  for (const year of [thisYear - 1, thisYear]) {
    const { documents } = await desk.waiting({ query: { year, most: 60 } });
    const old = documents.filter(({ at, whyNot }) => at < momentsAgo(now, 14 * day) && !whyNot['archive']?.length);
    const waste = old.filter(({ source }, n) => source === 'incoming' && n % 12 === 7);
    const kept = old.filter((document) => !waste.includes(document));
    if (waste.length) await desk.exclude({ body: { records: waste.map(({ recordId }) => recordId), reason: '参阅性来文，没有查考价值' } });
    if (kept.length) await desk.archive({ body: { items: kept.map(({ recordId, retention, department }) => ({ recordId, retention, departmentId: department.id })) } });
    const { rows } = await desk.rows({ query: { year } });
    for (const { retention, code } of rows.filter(({ items }) => items > 3)) {
      const { boxes } = await desk.proposeBoxes({ query: { year, retention, code, spine: 20 } });
      await desk.box({ body: { year, retention, code, boxes: boxes.map(({ spine, to }) => ({ spine, to })) } });
    }
  }
};
