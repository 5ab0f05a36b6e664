import type { AttributeValue } from './item.ts';
import { validationError } from './validation-error.ts';

const EMPTY = 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes';
const MANY =
  'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Whether what stands under a type's name is of that type. */
const READERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  S: isText,
  B: isText,
  N: isNumber,
  BOOL: (value) => typeof value === 'boolean',
  NULL: (value) => value === true,
  SS: (value) => isSet(value, isText),
  BS: (value) => isSet(value, isText),
  NS: (value) => isSet(value, isNumber),
  L: (value) => Array.isArray(value) && value.every((entry) => readValue(entry) !== null),
  M: (value) => isStructure(value) && Object.values(value).every((entry) => readValue(entry) !== null),
};

/** Reads one attribute value. Throws `ValidationException` for what is none. */
export function readValue(value: unknown): AttributeValue {
  if (!isStructure(value)) throw validationError(EMPTY);
  const [[type, content] = [], ...more] = Object.entries(value);
  if (type === undefined || !Object.hasOwn(READERS, type)) throw validationError(EMPTY);
  if (more.length > 0) throw validationError(MANY);
  if (READERS[type]?.(content) !== true) {
    throw validationError(`One or more parameter values were invalid: the value of type ${type} is not one`);
  }
  return value as AttributeValue;
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** AWS keeps 38 digits. Here numbers are Node's own, and one that would lose digits is refused as the lab's failure. */
function isNumber(value: unknown): boolean {
  if (typeof value !== 'string' || !NUMBER.test(value)) {
    throw validationError(`The parameter cannot be converted to a numeric value: ${value}`);
  }
  if (value.replace(/[eE].*$|\D/g, '').replace(/^0+/, '').length > 15) {
    throw new Error(`the lab's DynamoDB keeps 15 digits of a number, and ${value} has more`);
  }
  return true;
}

function isSet(value: unknown, isMember: (member: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length === 0) {
    throw validationError('One or more parameter values were invalid: An set may not be empty');
  }
  if (new Set(value).size < value.length) {
    throw validationError('One or more parameter values were invalid: Input collection contains duplicates');
  }
  return value.every(isMember);
}
