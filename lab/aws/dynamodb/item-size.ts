import type { AttributeValue, Item } from './item.ts';

/**
 * The bytes of a row, names included.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: Item): number {
  return sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)));
}

type Sizer = (content: never) => number;

const SIZERS: Readonly<Record<string, Sizer>> = {
  S: textSize,
  B: bytesSize,
  N: numberSize,
  BOOL: () => 1,
  NULL: () => 1,
  SS: (texts: readonly string[]) => sum(texts.map(textSize)),
  BS: (texts: readonly string[]) => sum(texts.map(bytesSize)),
  NS: (numbers: readonly string[]) => sum(numbers.map(numberSize)),
  L: (values: readonly AttributeValue[]) => 3 + sum(values.map((value) => 1 + valueSize(value))),
  M: (item: Item) => 3 + Object.keys(item).length + itemSize(item),
};

function valueSize(value: AttributeValue): number {
  const [type = '', content] = Object.entries(value)[0] ?? [];
  return SIZERS[type]?.(content as never) ?? 0;
}

function textSize(text: string): number {
  return Buffer.byteLength(text);
}

function bytesSize(base64: string): number {
  return Buffer.from(base64, 'base64').length;
}

/** "approximately (length of attribute name) + (1 byte per two significant digits) + (1 byte)". */
function numberSize(number: string): number {
  return Math.ceil(number.replace(/[eE].*$|\D/g, '').replace(/^0+|0+$/g, '').length / 2) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
