import { afterEach, expect, test, vi } from 'vitest';
import { newId } from './ids.ts';

afterEach(() => void vi.useRealTimers());

test('ids of one process follow each other, within a millisecond and when the clock is set back', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  vi.useFakeTimers({ now: Date.now() - 3_600_000 });
  ids.push(newId(), newId());
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual([]);
});
