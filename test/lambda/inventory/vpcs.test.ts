import { expect, it } from 'vitest';
import { vpcs } from '../../../lambda/inventory/vpcs.ts';

const range = (CidrBlock: string, State: string) => ({ CidrBlock, CidrBlockState: { State } });
const RANGES = [range('10.0.0.0/16', 'associated'), range('10.1.0.0/16', 'associated'), range('10.2.0.0/16', 'failed')];
const V6 = [{ Ipv6CidrBlock: '2001:db8::/56', Ipv6CidrBlockState: { State: 'associated' } }];

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'two ranges, and one that failed',
    raw: { VpcId: 'vpc-1', CidrBlockAssociationSet: RANGES },
    noun: { id: 'vpc-1', name: null, cidrs: ['10.0.0.0/16', '10.1.0.0/16'], ipv6Cidrs: [] },
  },
  {
    situation: 'a range of IPv6',
    raw: { VpcId: 'vpc-1', CidrBlockAssociationSet: [], Ipv6CidrBlockAssociationSet: V6 },
    noun: { cidrs: [], ipv6Cidrs: ['2001:db8::/56'] },
  },
])('$situation', ({ raw, noun }) => {
  expect(vpcs.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([{ said: 'CidrBlockAssociationSet is missing', raw: { VpcId: 'vpc-1' } }])(
  'is malformed: $said',
  ({ said, raw }) => {
    expect(() => vpcs.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
  },
);
