import { Alert, Button, Flex, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { Problem } from '#platform/problem.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Proposal } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api, files } from './api.ts';
import { Proposed } from './Proposed.tsx';
import { useWriting } from './writing.ts';

/** Days from the State Council's notice or from a sheet: read, looked at, taken. */
export const Import = ({ onDone }: { onDone: (year?: number) => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [proposal, setProposal] = useState<Proposal>();
  const [text, setText] = useState('');
  const notice = useWriting(() => api.readNotice({ body: { text } }), setProposal);
  const file = useWriting(async (given: File) => (/\.(xlsx|json)$/i.test(given.name) ? readSheet(given) : readScan(given)), setProposal);
  return (
    <Modal open width={760} title={labels.import} footer={null} onCancel={() => onDone()}>
      {proposal ? (
        <Proposed proposal={proposal} onDone={onDone} />
      ) : (
        <Flex vertical gap="middle">
          <label htmlFor="notice-text">{labels.noticeText}</label>
          <Input.TextArea id="notice-text" value={text} onChange={(event) => setText(event.target.value)} autoSize={{ minRows: 6, maxRows: 16 }} maxLength={20_000} aria-describedby="notice-hint" />
          <small id="notice-hint">{labels.noticeHint}</small>
          <Flex gap="small" wrap align="center">
            <Button type="primary" disabled={!text.trim()} loading={notice.isPending} onClick={() => notice.mutate(undefined)}>{labels.read}</Button>
            <Upload accept=".xlsx,.json,.pdf,.jpg,.jpeg,.png,.heic,.docx,.txt" showUploadList={false} beforeUpload={(given) => (file.mutate(given), false)}>
              <Button loading={file.isPending}>{labels.file}</Button>
            </Upload>
            <small>{labels.fileHint}</small>
          </Flex>
          <Refusals codes={notice.error?.codes ?? file.error?.codes ?? []} words={refusals} />
        </Flex>
      )}
    </Modal>
  );
};

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
const readSheet = async (file: File) => api.readSheet({ body: await bytesOf(file) });

/** A scan is stored and read by the house first: asked again until its text is there, for a minute at most. */
const readScan = async (file: File) => {
  const { id: fileId } = await files.upload({ query: { name: file.name }, body: await bytesOf(file) });
  for (let tries = 0; ; tries++) {
    try {
      return await api.readNotice({ body: { fileId } });
    } catch (problem) {
      if (tries > 30 || !(problem instanceof Problem) || !problem.codes.includes('calendar.file_not_read_yet')) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
};

/** What could not be read, and why. */
export const Faults = ({ faults }: Pick<Proposal, 'faults'>) => {
  const words = useWords({ zh, en });
  if (!faults.length) return null;
  const reason = (code: string) => (words.faults as Record<string, string>)[code] ?? code;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.labels.faults}
      description={<ul className="calendar-faults">{faults.map((fault) => <li key={`${fault.line} ${fault.reason}`}>{fault.line}：{reason(fault.reason)}</li>)}</ul>}
    />
  );
};
