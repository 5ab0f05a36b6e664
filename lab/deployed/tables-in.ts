import type { TableDefinition } from '../aws/dynamodb/table-definition.ts';
import { identityOf } from './identity-of.ts';
import type { Resolve } from './resolver.ts';
import { resourcesOfType } from './resources-of-type.ts';
import type { Place, Template } from './template.ts';

type Key = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };

/** The tables of a template. */
export function tablesIn(template: Template, resolve: Resolve, place: Place): readonly TableDefinition[] {
  return resourcesOfType(template, 'AWS::DynamoDB::Table', resolve).map(({ id, property }) => {
    const keys = property('KeySchema') as readonly Key[];
    const key = (type: Key['KeyType']) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '';
    const { ref: name } = identityOf(id, template.Resources[id] ?? { Type: '' }, place);
    return { name, partitionKey: key('HASH'), sortKey: key('RANGE') };
  });
}
