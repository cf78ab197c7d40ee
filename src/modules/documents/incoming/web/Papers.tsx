import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api as files } from '#mechanisms/files/web/api.ts';
import type { Attached } from '#mechanisms/files/contract.ts';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { Choices } from '#ui/Choices.tsx';
import { When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { useIncomingWords } from './api.ts';
import { Sheet } from './Sheet.tsx';

/** More than this are chosen from a list, not from a line. */
const line = 4;
const sheet = 'sheet';

/** The paper: the letter first, its enclosures and photos, and the 文件处理单 with all that was written on it. */
export const Papers = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  const { data } = useQuery(files.ofRecord.asQuery({ params: { recordId: document.id } }));
  const [chosen, setChosen] = useState<string>();
  const isSheet = chosen === sheet;
  const roles: Readonly<{ [role: string]: string }> = { original: labels.roleOriginal, attachment: labels.roleAttachment, damage: labels.roleDamage, replacement: labels.roleReplacement, evidence: labels.roleEvidence, answer: labels.roleAnswer };
  const all = data?.files ?? [];
  const shown = isSheet ? undefined : (all.find(({ id }) => id === chosen) ?? all[0]);
  const options = [...all.map((file) => [file.id, nameOf(file, all, roles, labels.keptBefore)] as const), [sheet, labels.sheetTitle] as const];
  if (!data) return <section className="card" aria-label={labels.files}><p className="coming" /></section>;
  return (
    <section className="card stack" aria-label={labels.files}>
      {all.length === 0 && <p className="quiet">{labels.noScan}{document.paper}</p>}
      {all.length === 0 ? <div><Button onClick={() => setChosen(isSheet ? undefined : sheet)} aria-expanded={isSheet}>{labels.sheetTitle}</Button></div> : options.length <= line ? <Choices label={labels.files} value={shown?.id ?? sheet} onChange={setChosen} options={options} /> : <Select aria-label={labels.files} showSearch={{ optionFilterProp: 'label' }} value={shown?.id ?? sheet} onChange={setChosen} options={options.map(([value, label]) => ({ value, label }))} />}
      {shown ? <><FileView file={shown} /><small className="quiet">{labels.attachedBy.replace('{who}', shown.attachedBy.name)} <When at={shown.attachedAt} /></small></> : isSheet && <Sheet document={document} />}
    </section>
  );
};

/** 正文 alone is enough; where there are several of a kind their file names tell them apart. */
const nameOf = (file: Attached, all: readonly Attached[], roles: Readonly<Record<string, string>>, version: string) => {
  const isOnly = all.filter(({ role }) => role === file.role).length === 1;
  return [roles[file.role] ?? file.role, !isOnly && file.name, file.version > 1 && version.replace('{n}', String(file.version))].filter(Boolean).join(' ');
};
