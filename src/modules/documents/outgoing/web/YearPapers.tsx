import { Select } from 'antd';
import { useState } from 'react';
import { Menu } from '#ui/Menu.tsx';
import { useNow } from '#ui/now.ts';
import { PaperLink } from '#ui/Papers.tsx';
import { wall } from '#ui/times.ts';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { useOutgoingWords } from './api.ts';

/** A book of a year on paper and as a table. */
export const YearPapers = ({ name, url }: { name: string; url: (query: { year: number; as: 'pdf' | 'xlsx' }) => string }) => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const thisYear = Number(wall(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  return (
    <div className="row no-print">
      <Select aria-label={labels.year} value={year} onChange={setYear} options={Array.from({ length: 10 }, (_, i) => ({ value: thisYear - i, label: String(thisYear - i) }))} style={{ width: 96 }} />
      <Menu label={ui.labels.printExport}>
        <PaperLink href={url({ year, as: 'pdf' })} name={`${name} ${year}`}>{labels.exportPdf}</PaperLink>
        <a href={url({ year, as: 'xlsx' })}>{labels.exportXlsx}</a>
      </Menu>
    </div>
  );
};
