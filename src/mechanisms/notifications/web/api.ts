import { client } from '#platform/client.ts';
import { notifications } from '../contract.ts';

export const api = client('notifications', notifications);
