import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useWords } from '#ui/words.ts';
import type { Me } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { SignInForm } from './SignIn.tsx';

/** Above the page, which stays as it is with what was typed. Somebody else starts with a page of their own. */
const SignInAgain = ({ me, onDone }: { me: Me; onDone: () => void }) => {
  const { labels } = useWords({ zh, en });
  const queries = useQueryClient();
  const goOn = ({ id }: { id: string }) => {
    if (id !== me.id) return window.location.assign('/');
    onDone();
    void queries.invalidateQueries();
  };
  return (
    <Modal open title={labels.signIn} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={420} afterOpenChange={(open) => open && document.querySelector<HTMLInputElement>('.ant-modal input[type=password]')?.focus()}>
      <div className="stack"><p>{labels.signInAgain}</p><SignInForm username={me.username} onDone={goOn} /></div>
    </Modal>
  );
};

export default SignInAgain;
