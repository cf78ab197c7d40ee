import { Button, Form, InputNumber } from 'antd';
import { useId } from 'react';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { useLanguage } from '#ui/words.ts';
import type { FieldShown } from '../contract.ts';
import type { Condition } from '../route.ts';
import { asks } from '../rules.ts';
import { Chosen } from './Chosen.tsx';
import { conditionOf } from './steps.ts';
import { useRouteWords } from './useStepWords.ts';

interface Props {
  condition: Condition;
  place: number;
  fields: readonly FieldShown[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** A comparison of one field, chosen from lists that fit the field. */
export const ConditionFields = ({ condition, place, fields, onChange, onRemove }: Props) => {
  const { labels, comparisons } = useRouteWords();
  const language = useLanguage();
  const field = fields.find(({ name }) => name === condition.field);
  const name = labels.condition.replace('{n}', String(place + 1));
  return (
    <div className="condition" role="group" aria-label={name}>
      <Chosen label={name} value={condition.field} options={fields.map((one) => [one.name, one[language]] as const)} onChange={(next) => onChange(conditionOf(next, asks[fields.find((one) => one.name === next)!.type][0]!))} />
      <Chosen label={labels.compare} value={condition.is} options={(field ? asks[field.type] : []).map((is) => [is, comparisons[nameOf(is, field)]] as const)} onChange={(is) => onChange(changedTo(condition, is as Condition['is']))} />
      <ConditionValue condition={condition} field={field} onChange={onChange} />
      <Button onClick={onRemove} aria-label={`${labels.removeCondition}：${name}`}>{labels.removeCondition}</Button>
    </div>
  );
};

/** 有、没有 of departments; 是、否 of a flag. */
const nameOf = (is: Condition['is'], field: FieldShown | undefined) => (field?.type === 'departments' && is === 'yes' ? 'some' : field?.type === 'departments' && is === 'no' ? 'none' : is);

/** What was chosen stays where the other comparison asks for the same. */
const changedTo = (condition: Condition, is: Condition['is']): Condition => {
  const fresh = conditionOf(condition.field, is);
  if ('values' in condition && 'values' in fresh) return { ...fresh, values: condition.values };
  return 'amount' in condition && 'amount' in fresh ? { ...fresh, amount: condition.amount } : fresh;
};

const ConditionValue = ({ condition, field, onChange }: Pick<Props, 'condition' | 'onChange'> & { field: FieldShown | undefined }) => {
  const { labels } = useRouteWords();
  const language = useLanguage();
  const id = useId();
  if ('amount' in condition) return <Form.Item layout="vertical" label={labels.amount} htmlFor={id}><InputNumber id={id} min={0} value={condition.amount} onChange={(amount) => onChange({ ...condition, amount: amount ?? 0 })} style={{ width: '100%' }} /></Form.Item>;
  if (!('values' in condition)) return null;
  return <Form.Item layout="vertical" label={labels.values} htmlFor={id}><PersonSelect id={id} label={labels.values} many value={condition.values} onChange={(values: string[]) => onChange({ ...condition, values })} options={(field?.choices ?? []).map((choice) => ({ id: choice.value, name: choice[language] }))} /></Form.Item>;
};
