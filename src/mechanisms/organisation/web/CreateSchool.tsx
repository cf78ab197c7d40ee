import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { whyNotPassword } from '#mechanisms/access/rules.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import type { Request } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { organisation } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

type Body = Request<typeof organisation.createSchool>['body'];
type Typed = Omit<Body, 'departments'> & { departments: string };

const posts = ['admin', 'security', 'auditor', 'director'] as const;
const listed = (departments: string) => departments.split('\n').map((name) => name.trim()).filter(Boolean);

/** A school of one's own: its names, its departments, and the four people it begins with. Passwords are kept nowhere. */
export const CreateSchool = ({ startCode }: { startCode: string }) => {
  const { labels, refusals } = useWords({ zh, en });
  const access = useWords({ zh: accessZh, en: accessEn });
  const queries = useQueryClient();
  const draft = useDraft('school', { name: '', short: '', code: '', departments: labels.firstDepartments });
  const create = useAct((body: Body) => api.createSchool({ body: { ...body, startCode } }), [], () => (draft.clear(), void queries.resetQueries()));
  const required = [{ required: true, whitespace: true, message: labels.needed }];
  return (
    <section className="card stack" aria-label={labels.createSchool}>
      <h2>{labels.createSchool}</h2>
      <Form<Typed> layout="vertical" requiredMark={false} initialValues={draft.value} onValuesChange={(_, { name, short, code, departments }) => draft.set({ name, short, code: code ?? '', departments })} onFinish={({ departments, ...typed }) => create.run({ ...typed, departments: listed(departments) })}>
        <div className="form-grid">
          <Form.Item name="name" className="full" label={labels.schoolName} rules={required}><Input maxLength={80} /></Form.Item>
          <Form.Item name="short" label={labels.schoolShort} className="half" rules={required}><Input maxLength={80} /></Form.Item>
          <Form.Item name="code" label={labels.schoolCode} className="half" extra={labels.schoolCodeSay}><Input maxLength={20} /></Form.Item>
          <Form.Item name="departments" className="full" label={labels.schoolDepartments} rules={required}><Input.TextArea autoSize={{ minRows: 4 }} /></Form.Item>
        </div>
        <p className="quiet">{labels.separate}</p>
        {posts.map((post) => <Somebody key={post} post={post} />)}
        <Refusals codes={create.codes} words={{ ...access.refusals, ...refusals }} />
        <Button type="primary" size="large" htmlType="submit" loading={create.busy}>{labels.createSchool}</Button>
      </Form>
    </section>
  );
};

const Somebody = ({ post }: { post: (typeof posts)[number] }) => {
  const { labels } = useWords({ zh, en });
  const access = useWords<{ refusals: Readonly<Record<string, string>>; labels: { passwordHint: string } }>({ zh: accessZh, en: accessEn });
  const form = Form.useFormInstance<Typed>();
  const checked = async (_: unknown, password: string) => {
    const [reason] = whyNotPassword(password ?? '', { username: form.getFieldValue([post, 'username']) ?? '', name: form.getFieldValue([post, 'name']) ?? '' });
    if (reason) throw new Error(access.refusals[reason]);
  };
  return (
    <fieldset className="form-grid">
      <legend className="full">{labels[post]}</legend>
      <Form.Item name={[post, 'name']} label={labels.name} rules={[{ required: true, whitespace: true, message: labels.needed }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name={[post, 'username']} label={labels.username} normalize={(typed: string) => typed.trim().toLowerCase()} rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{1,49}$/, message: labels.usernameSay }]}><Input maxLength={50} autoCapitalize="none" autoComplete="off" /></Form.Item>
      <Form.Item name={[post, 'password']} label={labels.password} tooltip={access.labels.passwordHint} rules={[{ validator: checked }]}><Input.Password maxLength={200} autoComplete="new-password" /></Form.Item>
    </fieldset>
  );
};
