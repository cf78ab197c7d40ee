import { client } from '#platform/client.ts';
import { calendar } from '../contract.ts';

export const api = client('calendar', calendar);
