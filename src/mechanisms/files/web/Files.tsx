import { Form } from 'antd';
import { useState } from 'react';
import { FilePicker, type Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { upload } from './api.ts';

/** Files that go with an act; one that does not belong is taken out again. */
export const Files = ({ label, value, onChange, accept }: { label: string; value: Picked[]; onChange: (value: Picked[]) => void; accept?: string }) => {
  const { refusals } = useWords({ zh, en });
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Form.Item layout="vertical" label={label}>
      <FilePicker label={label} upload={upload} onPicked={(file) => (setCodes([]), onChange([...value, file]))} onFailed={setCodes} {...(accept && { accept })} />
      <Refusals codes={codes} words={refusals} />
      <ul className="lines">{value.map((file) => <li key={file.id} className="spread">{file.name}<button type="button" className="plain" onClick={() => onChange(value.filter((other) => other !== file))}>×</button></li>)}</ul>
    </Form.Item>
  );
};
