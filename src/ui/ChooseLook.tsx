import { Choices } from './Choices.tsx';
import { chooseLook, type ChosenLook, useChosenLook } from './look.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

/** Light, dark or more contrast on this device; as its system says, unless chosen. */
export const ChooseLook = () => {
  const { labels } = useWords({ zh, en });
  return <Choices<ChosenLook> label={labels.look} value={useChosenLook()} onChange={chooseLook} options={[['system', labels.bySystem], ['light', labels.light], ['dark', labels.dark], ['contrast', labels.contrast]]} />;
};
