import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ComponentProps } from 'react';
import { everybody, type Role } from '#mechanisms/access/roles.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { Ask } from '#ui/Ask.tsx';
import { Check } from '#ui/Check.tsx';
import { Amount, Line, OneOf, Text } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { useWords } from '#ui/words.ts';
import { classes, type Room, type RoomFields } from '../nouns.ts';
import { api, stale, useRoomWords } from './api.ts';

interface Props {
  room: Room | undefined;
  equipment: readonly { id: string; name: string }[];
  onClose: () => void;
}

const usual = { from: '07:30', to: '21:30' };
const empty: RoomFields = { name: '', building: '', class: 'ordinary', seats: 12, hours: [usual, usual, usual, usual, usual, null, null], departments: [], roles: [], free: false, remark: '', fixtures: [] };
const fieldsOf = ({ id: _, outOfUse: __, photos: ___, ...fields }: Room): RoomFields => fields;

/** A room as it is written into the register, or corrected. */
export const RoomForm = ({ room, equipment, onClose }: Props) => {
  const { labels, refusals, classes: named } = useRoomWords();
  return (
    <Ask<RoomFields> title={room ? labels.edit : labels.addRoom} verb={labels.save} draft={`rooms.room.${room?.id ?? 'new'}`} start={room ? fieldsOf(room) : empty} width={640} words={refusals} stale={stale} onClose={onClose} ready={({ name }) => name.trim() !== ''} send={(body, key) => (room ? api.correctRoom({ params: { roomId: room.id }, body }, key) : api.addRoom({ body }, key))}>
      {(typed, set) => (
        <>
          <div className="form-grid">
            <div className="half"><Line label={labels.name} most={40} value={typed.name} onChange={(name) => set({ name })} /></div>
            <div className="half"><Line label={labels.building} most={60} value={typed.building} onChange={(building) => set({ building })} /></div>
            <div className="half pair"><OneOf label={labels.class} value={typed.class} options={classes.map((one) => [one, named[one]] as const)} onChange={(next) => set({ class: next })} /></div>
            <div className="half pair"><Amount label={labels.places} most={5000} value={typed.seats} onChange={(seats) => set({ seats })} /></div>
          </div>
          <Fixtures value={typed.fixtures} equipment={equipment} onChange={(fixtures) => set({ fixtures })} />
          <HoursField value={typed.hours} onChange={(hours) => set({ hours })} />
          <WhoBooks departments={typed.departments} roles={typed.roles} onChange={set} />
          <Check checked={!typed.free} onChange={(needs) => set({ free: !needs })}>{labels.needsApproval}</Check>
          <Text label={labels.remark} rows={2} value={typed.remark} onChange={(remark) => set({ remark })} />
        </>
      )}
    </Ask>
  );
};

/** 谁可以预订: whoever is of one of the departments or has one of the posts; nothing chosen, everybody. */
const WhoBooks = ({ departments, roles, onChange }: Pick<RoomFields, 'departments' | 'roles'> & { onChange: (next: Partial<RoomFields>) => void }) => {
  const { labels } = useRoomWords();
  const named = useWords({ zh: accessZh, en: accessEn }).roles;
  const { data } = useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000 });
  const choose = (id: string, label: string, more: Pick<ComponentProps<typeof PersonSelect>, 'value' | 'options' | 'onChange'>) => <Form.Item layout="vertical" label={label} htmlFor={id}><PersonSelect id={id} label={label} many placeholder={labels.everybody} {...more} /></Form.Item>;
  return (
    <fieldset>
      <legend>{labels.whoBooks}</legend>
      <p className="quiet">{labels.whoBooksHow}</p>
      {choose('room-departments', labels.departments, { value: [...departments], options: data?.departments ?? [], onChange: (next: string[]) => onChange({ departments: next }) })}
      {choose('room-roles', labels.roles, { value: [...roles], options: everybody.map((id) => ({ id, name: named[id] })), onChange: (next: Role[]) => onChange({ roles: next }) })}
    </fieldset>
  );
};

const Fixtures = ({ value, equipment, onChange }: { value: RoomFields['fixtures']; equipment: Props['equipment']; onChange: (value: RoomFields['fixtures']) => void }) => {
  const { labels } = useRoomWords();
  return (
    <fieldset>
      <legend>{labels.fixtures}</legend>
      <div className="row">
        {equipment.map(({ id, name }) => {
          const count = value.find(({ equipmentId }) => equipmentId === id)?.count ?? 0;
          const put = (next: number) => onChange([...value.filter(({ equipmentId }) => equipmentId !== id), ...(next > 0 ? [{ equipmentId: id, count: next }] : [])]);
          return <label key={id} className="row">{name} <input type="number" className="field count" min={0} max={500} value={count} onChange={({ target }) => put(Math.min(500, Number(target.value) || 0))} /></label>;
        })}
      </div>
    </fieldset>
  );
};

const HoursField = ({ value, onChange }: { value: RoomFields['hours']; onChange: (value: RoomFields['hours']) => void }) => {
  const { labels, weekdays } = useRoomWords();
  const put = (at: number, next: RoomFields['hours'][number]) => onChange(value.map((one, i) => (i === at ? next : one)));
  return (
    <fieldset>
      <legend>{labels.hours}</legend>
      <div className="hours-grid">
        {weekdays.map((name, i) => {
          const span = value[i];
          return [
            <Check key={name} checked={span != null} onChange={(open) => put(i, open ? usual : null)}>{name}</Check>,
            span ? <input key={`${name} from`} type="time" className="field" aria-label={`${name} ${labels.from}`} value={span.from} onChange={({ target }) => target.value && put(i, { ...span, from: target.value })} /> : <span key={`${name} closed`} className="quiet">{labels.closed}</span>,
            span ? <input key={`${name} to`} type="time" className="field" aria-label={`${name} ${labels.to}`} value={span.to} onChange={({ target }) => target.value && put(i, { ...span, to: target.value })} /> : <span key={`${name} none`} />,
          ];
        })}
      </div>
    </fieldset>
  );
};
