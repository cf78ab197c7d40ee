import { client } from '#platform/client.ts';
import { access } from '../contract.ts';

export const api = client('access', access);
