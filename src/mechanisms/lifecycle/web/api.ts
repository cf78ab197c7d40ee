import { client } from '#platform/client.ts';
import { lifecycle } from '../contract.ts';

export const api = client('lifecycle', lifecycle);
