import { client } from '#platform/client.ts';
import { settings } from '../contract.ts';

export const api = client('settings', settings);
