/** Rows by the names of the first; a cell may be quoted, with commas, doubled quotes and line ends inside. */
export const rowsOf = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name.trim(), cells[i] ?? ''])));
};

const cellsOf = (text: string) => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.some(Boolean)) rows.push(row);
    row = [];
  }
  return rows;
};
