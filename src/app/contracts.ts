import { access } from '#mechanisms/access/contract.ts';
import { approvals } from '#mechanisms/approvals/contract.ts';
import { audit } from '#mechanisms/audit/contract.ts';
import { calendar } from '#mechanisms/calendar/contract.ts';
import { deadlines } from '#mechanisms/deadlines/contract.ts';
import { files } from '#mechanisms/files/contract.ts';
import { lifecycle } from '#mechanisms/lifecycle/contract.ts';
import { notifications } from '#mechanisms/notifications/contract.ts';
import { organisation } from '#mechanisms/organisation/contract.ts';
import { search } from '#mechanisms/search/contract.ts';
import { settings } from '#mechanisms/settings/contract.ts';
import { todos } from '#mechanisms/todos/contract.ts';
import { archive } from '#modules/archive/contract.ts';
import { incoming } from '#modules/documents/incoming/contract.ts';
import { outgoing } from '#modules/documents/outgoing/contract.ts';
import { library } from '#modules/library/contract.ts';
import { meetings } from '#modules/meetings/contract.ts';
import { rooms } from '#modules/rooms/contract.ts';

/** Every contract by the name of its module: for the typed clients of tests and benches. */
export const contracts = { access, organisation, calendar, deadlines, lifecycle, todos, approvals, files, search, notifications, settings, audit, incoming, outgoing, archive, library, rooms, meetings };
