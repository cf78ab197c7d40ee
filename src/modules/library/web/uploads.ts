import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import type { Problem } from '#platform/problem.ts';
import { newKey } from '#ui/new-key.ts';
import { api } from './api.ts';

export type Answer = 'version' | 'both' | 'skip';

export interface Upload {
  key: string;
  file: File;
  /** Folders below the one it goes to. */
  path: string[];
  state: 'waiting' | 'sending' | 'asks' | 'done' | 'failed' | 'skipped';
  share: number;
  codes: readonly string[];
  /** The bytes are there already; only their place is not. */
  fileId?: string;
  onConflict?: Answer;
}

export interface Chosen {
  file: File;
  path: string[];
}

const atOnce = 3;

/** Files on their way into a folder: some at once, each where it belongs; what is asked or failed waits for its answer. */
export const useUploads = (folderId: string) => {
  const queries = useQueryClient();
  const [all, setAll] = useState<Upload[]>([]);
  const started = useRef(new Set<string>());
  const forAll = useRef<Answer | undefined>(undefined);
  const set = (key: string, next: Partial<Upload>) => setAll((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));

  const send = async (one: Upload) => {
    set(one.key, { state: 'sending', codes: [] });
    let fileId = one.fileId;
    try {
      fileId ??= (await upload(one.file, (share) => set(one.key, { share }))).id;
      set(one.key, { fileId, share: 1 });
      const onConflict = one.onConflict === 'version' || one.onConflict === 'both' ? one.onConflict : undefined;
      await api.putFile({ params: { itemId: folderId }, body: { fileId, path: one.path, ...(onConflict && { onConflict }) } });
      set(one.key, { state: 'done' });
    } catch (problem) {
      const { codes = ['platform.bug'] } = problem as Partial<Problem>;
      const asks = codes.includes('library.name_taken') && !one.onConflict;
      if (asks && forAll.current) return settle({ ...one, fileId: fileId! }, forAll.current);
      set(one.key, { state: asks ? 'asks' : 'failed', codes });
    }
    started.current.delete(one.key);
  };

  const settle = (one: Upload, answer: Answer) => {
    started.current.delete(one.key);
    set(one.key, answer === 'skip' ? { state: 'skipped' } : { state: 'waiting', onConflict: answer, ...(one.fileId && { fileId: one.fileId }) });
  };

  const open = all.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    for (const one of all.filter(({ state, key }) => state === 'waiting' && !started.current.has(key))) {
      if (started.current.size >= atOnce) break;
      started.current.add(one.key);
      void send(one);
    }
  });
  useEffect(() => {
    if (!open) void queries.invalidateQueries({ queryKey: ['library'] });
  }, [open, queries]);

  return {
    all,
    add: (chosen: readonly Chosen[]) => setAll((before) => [...before, ...chosen.map(({ file, path }) => ({ key: newKey(), file, path, state: 'waiting' as const, share: 0, codes: [] }))]),
    answer: (one: Upload, answer: Answer, toAll: boolean) => {
      if (toAll) forAll.current = answer;
      for (const each of toAll ? all.filter(({ state }) => state === 'asks') : [one]) settle(each, answer);
    },
    retry: (keys: readonly string[]) => setAll((before) => before.map((one) => (keys.includes(one.key) ? { ...one, state: 'waiting', codes: [] } : one))),
    clear: () => (setAll((before) => before.filter(({ state }) => state !== 'done' && state !== 'skipped')), (forAll.current = undefined)),
  };
};

/** What was dropped: files, and folders with all that is in them. */
export const dropped = async (items: DataTransferItemList): Promise<Chosen[]> => {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return (await Promise.all(entries.map((entry) => within(entry, [])))).flat();
};

const within = async (entry: FileSystemEntry, path: string[]): Promise<Chosen[]> => {
  if (entry.isFile) return [{ file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)), path }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) break;
    children.push(...some);
  }
  return (await Promise.all(children.map((child) => within(child, [...path, entry.name])))).flat();
};

/** From a chooser of files or of a folder. */
export const chosenIn = (list: FileList | null): Chosen[] => Array.from(list ?? [], (file) => ({ file, path: file.webkitRelativePath.split('/').slice(0, -1) }));
