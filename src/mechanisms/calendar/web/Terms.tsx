import { Button, DatePicker, Flex, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Term, Year } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useWriting } from './writing.ts';

/** The school terms that touch the year. */
export const Terms = ({ year, mayEdit }: { year: Year; mayEdit: boolean }) => {
  const { labels } = useWords({ zh, en });
  const [edited, setEdited] = useState<Partial<Term> | null>(null);
  return (
    <section aria-label={labels.terms}>
      <h2>{labels.terms}</h2>
      <ul className="calendar-lines">
        {year.terms.map((term) => (
          <li key={term.id}>
            <span><strong>{term.name}</strong> {term.starts} – {term.ends}</span>
            {mayEdit && <Button size="small" onClick={() => setEdited(term)}>{labels.change}</Button>}
          </li>
        ))}
      </ul>
      {mayEdit && <Button onClick={() => setEdited({})}>{labels.addTerm}</Button>}
      {edited && <EditTerm term={edited} onDone={() => setEdited(null)} />}
    </section>
  );
};

interface Typed {
  name: string;
  starts: Dayjs;
  ends: Dayjs;
}

const EditTerm = ({ term, onDone }: { term: Partial<Term>; onDone: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const { id } = term;
  const save = useWriting(({ name, starts, ends }: Typed) => {
    const body = { name, starts: starts.format('YYYY-MM-DD'), ends: ends.format('YYYY-MM-DD') };
    return id ? api.changeTerm({ params: { termId: id }, body }) : api.addTerm({ body });
  }, onDone);
  const remove = useWriting(() => api.removeTerm({ params: { termId: id! } }), onDone);
  return (
    <Modal open title={id ? term.name : labels.addTerm} okText={labels.save} cancelText={labels.cancel} onCancel={onDone} onOk={() => form.submit()} okButtonProps={{ loading: save.isPending }}>
      <Form form={form} layout="vertical" initialValues={{ name: term.name, starts: asDate(term.starts), ends: asDate(term.ends) }} onFinish={(typed) => save.mutate(typed)}>
        <Form.Item name="name" label={labels.name} rules={[{ required: true }]}><Input maxLength={40} /></Form.Item>
        <Flex gap="small" wrap>
          <Form.Item name="starts" label={labels.starts} rules={[{ required: true }]}><DatePicker /></Form.Item>
          <Form.Item name="ends" label={labels.ends} rules={[{ required: true }]}><DatePicker /></Form.Item>
        </Flex>
        <Refusals codes={save.error?.codes ?? remove.error?.codes ?? []} words={refusals} />
        {id && <Button danger loading={remove.isPending} onClick={() => remove.mutate(undefined)}>{labels.remove}</Button>}
      </Form>
    </Modal>
  );
};

const asDate = (day: string | undefined) => (day ? dayjs(day) : undefined);
