import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { forgetAnswers } from '#ui/kept-answer.ts';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

export const useSignOut = () => useAct(() => api.signOut({}), [], () => (forgetAnswers(), window.location.assign('/')));

export const SignOut = () => {
  const { labels } = useWords({ zh, en });
  const out = useSignOut();
  return <Button loading={out.busy} onClick={() => out.run(undefined)}>{labels.signOut}</Button>;
};
