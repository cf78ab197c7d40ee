import { deadlines as deadlinesContract } from '#mechanisms/deadlines/contract.ts';
import { files as filesContract } from '#mechanisms/files/contract.ts';
import { client } from '#platform/client.ts';
import { calendar } from '../contract.ts';

export const api = client('calendar', calendar);
export const files = client('files', filesContract);
export const deadlines = client('deadlines', deadlinesContract);
