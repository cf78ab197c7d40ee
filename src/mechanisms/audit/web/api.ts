import { client } from '#platform/client.ts';
import { audit } from '../contract.ts';

export const api = client('audit', audit);
